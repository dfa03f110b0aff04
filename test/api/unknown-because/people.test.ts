import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelsOf, MOST_LABELS, MOST_PLACES } from "../../../src/api/decisions/unknown/labels.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import type { Language } from "../../../src/engine/model/text.ts";
import type { CoverageAnswer } from "../../../src/registry/coverage.ts";
import { SERVICE } from "../../support/pack.ts";
import { idNumber, NIB } from "../support/harness.ts";
import { ASKS, answering, apiOf, becauseIn, packThatAsks } from "./support/rules.ts";

const ACTIVE: CoverageAnswer = {
  kind: "found",
  observedAt: "2026-11-22T02:00:00Z",
  facts: { "coverage.status": "AKTIF", "coverage.paidThrough": "2026-12-31" },
};

function notFound(observedAt: string): CoverageAnswer {
  return { kind: "no-answer", cause: "not-found", observedAt };
}

function routePermit(count: number): object {
  const drivers = Array.from({ length: count }, (_, index) => ({
    nik: `367399101019${String(index + 1).padStart(4, "0")}`,
  }));
  return { applicant: { nib: NIB }, groups: { drivers } };
}

describe("of people in a group it says who, by their places, and how many", () => {
  const pack = packThatAsks(ASKS.driversActiveAndPaid);

  test("facts that the same people lack together, with the first and the last day of the data", async () => {
    const [early, late] = [notFound("2026-11-19T02:00:00Z"), notFound("2026-11-21T02:00:00Z")];
    const coverage = answering(ACTIVE, late, ACTIVE, early, early, late);
    const { decide, send } = apiOf({ pack, coverage });
    const { body } = await decide({ ...routePermit(6), language: "en" });
    expect(becauseIn(body)).toEqual([
      {
        cause: "not-found",
        reason:
          "The data of BPJS Ketenagakerjaan of 19 November 2026 to 21 November 2026 does not contain the NIK that was sent; that does not yet mean that there is no membership. Not known because of that: Driver 2, 4–6 (4 in all): Status; Paid through.",
        remedy: expect.stringContaining("Check the NIK."),
      },
    ]);
    const read = await send(`/v1/decisions/${idNumber(1)}`, {
      headers: { "accept-language": "en" },
    });
    expect(read.body).toEqual(body);
  });

  test("facts that different people lack apart, after those that are nobody's", async () => {
    const { decide } = apiOf({
      pack: packThatAsks(ASKS.driversActive, ASKS.driversOfAge, ASKS.area),
      coverage: answering(ACTIVE),
    });
    const drivers = [
      { nik: "3673991010190001", facts: { born: "1990-01-01" } },
      { nik: "3673991010190002" },
    ];
    const { body } = await decide({ applicant: { nib: NIB }, groups: { drivers } });
    expect(becauseIn(body)).toEqual([
      {
        cause: "not-given",
        reason: "Belum disampaikan dalam permohonan: Luas; Pengemudi 2: Lahir.",
        remedy: expect.any(String),
      },
    ]);
  });

  test("no longer than a page of text where 2,000 people are not known", async () => {
    const coverage = answering(
      ...Array.from({ length: 2000 }, (_, index) =>
        index % 2 === 0 ? ACTIVE : notFound("2026-11-22T02:00:00Z"),
      ),
    );
    const { body } = await apiOf({ pack, coverage }).decide(routePermit(2000));
    expect(Object(body["leftOut"])).toMatchObject({ missing: 1900 });
    expect(becauseIn(body)).toEqual([
      {
        cause: "not-found",
        reason:
          "Data BPJS Ketenagakerjaan tanggal 22 November 2026 tidak memuat NIK yang dikirim; itu belum berarti bukan peserta. Karena itu belum diketahui: Pengemudi 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, dan 980 lagi (total 1.000): Status; Terbayar sampai.",
        remedy: expect.any(String),
      },
    ]);
  });

  test("in one run where nobody is known", async () => {
    const { body } = await apiOf({ pack }).decide({ ...routePermit(1234), language: "en" });
    expect(becauseIn(body)).toEqual([
      {
        cause: "unavailable",
        reason:
          "The data of BPJS Ketenagakerjaan could not be read when this was decided. Not known because of that: Driver 1–1234 (1,234 in all): Status; Paid through.",
        remedy: "Nothing is wrong with the application. Ask again later.",
      },
    ]);
  });
});

const { program } = prepare(packThatAsks(ASKS.driversOfAge), {
  service: SERVICE,
  asOf: "2026-11-22",
});

function labelled(names: readonly string[], language: Language = "id"): string {
  return labelsOf({ ...program, language }, names);
}

test("facts that other people lack are told apart", () => {
  const names = ["born", "coverage.status", "coverage.paidThrough"].flatMap((fact, index) =>
    [0, 1, index * 3].map((place) => `drivers[${place}].${fact}`),
  );
  expect(labelled(names, "en")).toBe(
    "Driver 1, 2 (2 in all): Born; Driver 1, 2, 4 (3 in all): Status; Driver 1, 2, 7 (3 in all): Paid through",
  );
  expect(labelled(["area", "drivers[0].born", "drivers[0].coverage.status", "crops[3]"])).toBe(
    "Luas; Tanaman; Pengemudi 1: Lahir; Status",
  );
});

test("no more labels are told than a summary tells, and the others counted", () => {
  const names = Array.from({ length: 23 }, (_, index) => `fakta${index + 1}`);
  expect(labelled(names)).toBe(`${names.slice(0, MOST_LABELS).join("; ")}; dan 3 lagi`);
  expect(labelled(names, "en")).toBe(`${names.slice(0, MOST_LABELS).join("; ")}; and 3 more`);
});

describe("places", () => {
  test.each<readonly [readonly number[], string]>([
    [[4], "Pengemudi 4: Lahir"],
    [[1, 2], "Pengemudi 1, 2 (total 2): Lahir"],
    [[1, 2, 3], "Pengemudi 1–3 (total 3): Lahir"],
    [[1, 2, 3, 5, 6, 9], "Pengemudi 1–3, 5, 6, 9 (total 6): Lahir"],
  ])("%j are told as %s", (places, told) => {
    expect(labelled(places.map((place) => `drivers[${place - 1}].born`))).toBe(told);
  });

  test("are all told or counted, each once, in any order", () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 2, maxLength: 90 });
    fc.assert(
      fc.property(some, (places) => {
        const told = labelled(places.map((place) => `drivers[${place - 1}].born`)).replaceAll(
          ".",
          "",
        );
        const [, list = "", total] = /^Pengemudi (.*) \(total (\d+)\): Lahir$/.exec(told) ?? [];
        const parts = list.split(", ");
        const shown = parts.flatMap((part) => {
          const [from, to = from] = part.split("–").map(Number);
          return from === undefined || to === undefined || Number.isNaN(from)
            ? []
            : Array.from({ length: to - from + 1 }, (_, index) => from + index);
        });
        const more = Number(/dan (\d+) lagi$/.exec(list)?.[1] ?? 0);
        const sorted = [...places].sort((one, other) => one - other);
        expect(shown).toEqual(sorted.slice(0, shown.length));
        expect([shown.length + more, Number(total)]).toEqual([places.length, places.length]);
        expect(parts.length).toBeLessThanOrEqual(MOST_PLACES + 1);
      }),
    );
  });
});
