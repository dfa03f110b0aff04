import { describe, expect, test } from "vitest";
import type { CoverageAnswer, CoverageRegistry } from "../../../src/registry/coverage.ts";
import { found, harness, OBSERVED_AT, postOf } from "../support/harness.ts";
import { packOfApplicants } from "./rules.ts";

const PACK = packOfApplicants();

/** District 99 does not exist, so these are nobody's. */
function nikOf(index: number): string {
  return `367399010190${String(index).padStart(4, "0")}`;
}

/** A registry in which everyone is covered but those named. */
function registryBut(
  others: ReadonlyMap<string, CoverageAnswer>,
): CoverageRegistry & { readonly asked: (readonly string[])[] } {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    lookUp: async (niks) => {
      asked.push(niks);
      return new Map(niks.map((nik) => [nik, others.get(nik) ?? found("AKTIF")]));
    },
  };
}

const NOT_FOUND: CoverageAnswer = {
  kind: "no-answer",
  cause: "not-found",
  observedAt: OBSERVED_AT,
};

function unknownAt(...indexes: readonly number[]): ReadonlyMap<string, CoverageAnswer> {
  return new Map(indexes.map((index) => [nikOf(index), NOT_FOUND]));
}

function enrolment(workers: number, service = "kota-uji/pekerja") {
  const members = Array.from({ length: workers }, (_, index) => ({ nik: nikOf(index) }));
  return { service, applicant: { office: "dlh" }, groups: { workers: members } };
}

describe("an office with 621 workers", () => {
  test("of whom three are unknown gets an undetermined decision that names the three", async () => {
    const coverage = registryBut(unknownAt(6, 310, 620));
    const { ask, ledger } = harness({ pack: PACK, coverage });
    const { status, body } = await ask(enrolment(621));
    expect(status).toBe(201);
    expect([body["outcome"], body["missing"]]).toEqual([
      "undetermined",
      [
        "workers[6].coverage.status",
        "workers[310].coverage.status",
        "workers[620].coverage.status",
      ],
    ]);
    expect(coverage.asked).toEqual([Array.from({ length: 621 }, (_, index) => nikOf(index))]);
    const [entry] = ledger.entries;
    expect(entry?.applicant).toEqual({ kind: "office", number: "kota-uji/dlh" });
    expect(entry?.people["workers"]).toHaveLength(621);
    expect(entry?.people["workers"]?.[620]).toEqual({ kind: "nik", number: nikOf(620) });
  });

  test("all of them covered is eligible, and one who is not makes it ineligible", async () => {
    const outcomeWith = async (others: ReadonlyMap<string, CoverageAnswer>) => {
      const { ask } = harness({ pack: PACK, coverage: registryBut(others) });
      return (await ask(enrolment(621))).body["outcome"];
    };
    expect(await outcomeWith(new Map())).toBe("eligible");
    const lapsed = new Map([
      [nikOf(6), NOT_FOUND],
      [nikOf(9), found("NONAKTIF")],
    ]);
    expect(await outcomeWith(lapsed)).toBe("ineligible");
  });

  test("names each worker by NIK, whatever the group is called", async () => {
    const { ask } = harness({ pack: PACK });
    const request = enrolment(2);
    const groups = { workers: [...request.groups.workers, {}] };
    const { status, body } = await ask({ ...request, groups }, { "accept-language": "en" });
    expect([status, body["errors"]]).toEqual([
      422,
      [
        {
          path: "/groups/workers/2/nik",
          code: "nik-missing",
          message: "A NIK is required: the registry is asked about this person.",
        },
      ],
    ]);
  });
});

describe("the limits of a request", () => {
  test("hold for an office: 2,000 workers are decided, 2,001 are too many", async () => {
    const { ask } = harness({ pack: PACK, coverage: registryBut(unknownAt(1999)) });
    const most = await ask(enrolment(2000));
    expect([most.status, most.body["missing"]]).toEqual([201, ["workers[1999].coverage.status"]]);
    const more = await ask(enrolment(2001));
    expect([more.status, more.body["errors"]]).toMatchObject([
      422,
      [{ path: "/groups", code: "people-too-many" }],
    ]);
  });

  test("hold for a batch of offices, each with a decision of its own", async () => {
    const { send } = harness({ pack: PACK, coverage: registryBut(unknownAt(3)) });
    const items = [
      enrolment(900),
      { ...enrolment(3), applicant: { office: "dishup" } },
      enrolment(3),
    ];
    const { status, body } = await send("/v1/decisions/batch", postOf({ items }));
    expect(status).toBe(200);
    expect(body["results"]).toMatchObject([
      { outcome: "undetermined", missing: ["workers[3].coverage.status"] },
      { problem: { code: "request-invalid", errors: [{ code: "office-unknown" }] } },
      { outcome: "eligible" },
    ]);
    const over = await send(
      "/v1/decisions/batch",
      postOf({ items: [enrolment(1200), enrolment(801)] }),
    );
    expect([over.status, over.body["errors"]]).toMatchObject([
      422,
      [{ path: "/items", code: "people-too-many" }],
    ]);
  });
});
