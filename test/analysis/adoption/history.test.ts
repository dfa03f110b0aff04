import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/engine/decision/prepare.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import { explain } from "../../../src/engine/explanation/explain.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { remedies } from "../../../src/engine/remedies/remedies.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";
import { runs } from "../../support/generate/runs.ts";
import {
  adopt,
  CASES,
  type Files,
  RECORD,
  swap,
  told,
  WORLD,
  withCaseOn,
  withValue,
  withVersion,
} from "./support/world.ts";

const TODAY = "2026-11-22";

/** Days of the adopted version that have passed, on both sides of all that turns. */
const DAYS = ["2026-01-01", "2026-06-30", "2026-07-01", "2026-11-21"];

const PEOPLE = [
  { "coverage.status": "AKTIF", "household.income": 2_000_000 },
  { "coverage.status": "NONAKTIF", "household.income": 2_500_000 },
  { "coverage.status": "NONAKTIF", "coverage.paidThrough": "2026-06-15", "household.income": 1 },
  { "coverage.paidThrough": "2026-05-31" },
  { "household.income": 3_000_000 },
];

/** All that a person is told, but for the digest, which names the texts of today. */
function answersOf(pack: Pack): readonly unknown[] {
  return DAYS.flatMap((asOf) => PEOPLE.map((facts) => answerOf(pack, asOf, facts)));
}

function answerOf(pack: Pack, asOf: string, facts: (typeof PEOPLE)[number]): unknown {
  try {
    const question = { service: "kota/kios", asOf, facts };
    const decision = decide(pack, question);
    const { digest: _digest, ...policy } = decision.policy;
    const words = [explain(pack, decision, "id"), explain(pack, decision, "en")];
    return [{ ...decision, policy }, words, remedies(pack, question)];
  } catch (error) {
    if (error instanceof LayakError) return error.code;
    throw error;
  }
}

function packOf(files: Files, today: string): Pack | null {
  const result = parsePack(files, { today });
  return result.ok ? result.pack : null;
}

function answersBy(files: Files, today: string): readonly unknown[] {
  const pack = packOf(files, today);
  if (pack === null) throw new Error(told(files, today).join("\n"));
  return answersOf(pack);
}

const ADOPTED = adopt(WORLD);

describe("history stays decidable", () => {
  it("through new values, an end, new versions, a correction and a new catalogue", () => {
    const before = answersBy(ADOPTED, TODAY);
    const announced = adopt(withValue(ADOPTED, "2027-03-01"), { today: TODAY });
    const source = swap(announced, "sources.json", `"2011",`, `"2011", "until": "2026-12-31",`);
    const code = swap(source, "facts.json", `"NONAKTIF"`, `"TENGGANG": { "id": "x" }, "NONAKTIF"`);
    const drafted = withCaseOn("2027-02-01", withVersion(code, "2027-01-01"));
    const stricter = ["lessThanInclusive", "lessThan"] as const;
    const changed = swap(drafted, "kota/kios/2027-01-01.json", ...stricter);
    const followed = adopt(changed, { version: "2027-01-01", today: "2026-12-20" });
    const corrected = adopt(
      swap(followed, "kota/kios/2027-01-01.json", "Sewa kios", "Sewa lapak"),
      {
        version: "2027-01-01",
        today: "2027-05-01",
        correct: true,
      },
    );
    expect(told(corrected, "2028-01-01")).toEqual([]);
    expect(answersBy(corrected, "2028-01-01")).toEqual(before);
    const kinds = JSON.parse(corrected[RECORD] ?? "").adoptions.map(
      ({ kind, version }: { kind: string; version: string }) => `${kind} ${version}`,
    );
    expect(kinds).toEqual([
      "adopted 2026-01-01",
      "added 2026-01-01",
      "adopted 2027-01-01",
      "corrected 2027-01-01",
    ]);
  });

  it("whatever is written into the rules: what changes an answer that was given is an error", () => {
    const before = answersBy(ADOPTED, TODAY);
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(edits, (made) => {
        const edited = made.reduce((files, edit) => edit(files), ADOPTED);
        const pack = packOf(edited, TODAY);
        if (pack === null) seen.refused++;
        else seen.accepted++;
        if (pack !== null) expect(answersOf(pack)).toEqual(before);
      }),
      runs(250),
    );
    expect(seen.accepted).toBeGreaterThan(25);
    expect(seen.refused).toBeGreaterThan(25);
  });
});

type Edit = (files: Files) => Files;

const EDITED = Object.keys(ADOPTED).filter((path) => path !== RECORD && path !== CASES);

/** A place in a JSON document: keys and indexes. */
type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

/** The document with the value at a path made another; `undefined` takes it away. */
function replaced(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (index === key ? replaced(item, rest, make) : item));
    return items.filter((item) => item !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [key]: replaced(Reflect.get(value, key), rest, make) };
}

const DATES = ["2025-06-01", "2026-01-01", "2026-03-01", "2026-11-22", "2026-12-01", "2027-06-01"];

const scalars = fc.constantFrom<unknown>(
  ...DATES,
  ...["AKTIF", "NONAKTIF", "equal", "notEqual", "lessThan", "after", "advisory", "assumed"],
  ...[
    "P2M",
    "parameter.batas",
    "household.income",
    "uu",
    "perda",
    "draft",
    "pilot",
    true,
    0,
    2.5e6,
  ],
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.constantFrom(...EDITED), fc.nat(), fc.option(scalars, { nil: undefined })).map(
    ([path, index, scalar]): Edit =>
      (files) => {
        const document: unknown = JSON.parse(files[path] ?? "null");
        const places = pathsIn(document);
        const place = places[index % places.length] ?? [];
        const made = replaced(document, place, () => scalar);
        return { ...files, [path]: JSON.stringify(made, null, 2) ?? "" };
      },
  ),
  fc.tuple(fc.constantFrom(...DATES), fc.integer({ min: 1, max: 4_000_000 })).map(
    ([from, value]): Edit =>
      (files) => {
        const add = (values: unknown) =>
          Array.isArray(values)
            ? [...values, { from, value, provenance: "assumed" }].toSorted((a, b) =>
                a.from < b.from ? -1 : 1,
              )
            : values;
        const document = JSON.parse(files["parameters.json"] ?? "null");
        const made = replaced(document, ["parameters", "batas", "values"], add);
        return { ...files, "parameters.json": JSON.stringify(made) };
      },
  ),
  fc.tuple(fc.constantFrom(...DATES), fc.constantFrom("draft", "pilot")).map(
    ([from, status]): Edit =>
      (files) =>
        withVersion(files, from, status),
  ),
  fc.constantFrom(...DATES).map(
    (until): Edit =>
      (files) => {
        const first = files["kota/kios/2026-01-01.json"] ?? "";
        return {
          ...files,
          "kota/kios/2026-01-01.json": first.replace("{", `{ "until": "${until}",`),
        };
      },
  ),
  fc.constantFrom("sources", "parameters").map(
    (name): Edit =>
      (files) => {
        const { [name]: entries } = JSON.parse(files[`${name}.json`] ?? "null") ?? {};
        return { ...files, [`kota/${name}.json`]: JSON.stringify({ [name]: entries ?? {} }) };
      },
  ),
);

const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
