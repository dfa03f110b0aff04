import * as fc from "fast-check";
import { SERVICES } from "./every-type.ts";

const NIK = fc.constantFrom("3673991204850001", "3673995708790002", "3673990302900003");

/** Values that fit some fact. */
const FITTING: readonly unknown[] = [
  true,
  0,
  7,
  1.5,
  16800,
  "2024-02-29",
  "abc",
  "B 1234",
  "-",
  "3673991204850001",
  "A",
  "B",
  ["A", null],
  ["2026-11-22"],
  [],
  null,
];

/** Values that fit few facts or none. */
const ODD: readonly unknown[] = [
  -1,
  11,
  0.25,
  2.5,
  1e300,
  2 ** 53,
  "",
  "abcdef",
  "b 1234",
  "2026-02-29",
  "0000-01-01",
  "2026-11-22T00:00:00Z",
  "3673993212850001",
  "C",
  ["A", "B", "A"],
  ["A", "B"],
  ["C"],
  ["2024-02-29", "2024-02-29", "2024-02-29", null],
  -(2 ** 53),
  2 ** 53 - 1,
  [[]],
  {},
  false,
];

/** Values about the edges of every type and limit. */
export const EDGES: readonly unknown[] = [...FITTING, ...ODD];

/** Bodies with groups about the edges of what a group may hold. */
export const GROUP_EDGES: readonly unknown[] = [
  {},
  { drivers: [] },
  { drivers: [{}] },
  { drivers: [{ nik: "3673991204850001" }] },
  { drivers: [{ facts: { "a.code": "A" } }] },
  { drivers: [{ nik: "3673991204850001", facts: { "a.flag": true } }] },
  { drivers: [{ nik: "3673991204850001", facts: { "coverage.status": "A" } }] },
  { drivers: [{ nik: "3673991204850001", name: "x" }] },
  { drivers: people(3) },
  { drivers: people(4) },
  { drivers: [null] },
  { drivers: null },
  { guests: [] },
  { guests: [{}, { nik: "36" }] },
  { guests: people(5) },
  { others: [] },
  { "drivers.count": [] },
];

function people(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({ nik: `367399010190000${index + 1}` }));
}

const VALUE = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...FITTING) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
);

/** What fits each fact, so that many requests are accepted. */
export const FITS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  "a.flag": fc.boolean(),
  "a.count": fc.integer({ min: 0, max: 10 }),
  "a.whole": fc.maxSafeInteger(),
  "a.share": fc.double({ min: 0.5, max: 2, noNaN: true }),
  "a.money": fc.nat(),
  "a.day": fc.constantFrom("0001-01-01", "2024-02-29", "9999-12-31"),
  "a.text": fc.string({ maxLength: 5 }),
  "a.plate": fc.constantFrom("A 1", "BK 1234", "-"),
  "a.nik": NIK,
  "a.code": fc.constantFrom("A", "B"),
  "a.codes": fc.array(fc.constantFrom("A", "B", null), { maxLength: 2 }),
  "a.days": fc.array(fc.constantFrom("2024-02-29", null), { maxLength: 3 }),
};

const ODD_KEYS = fc.constantFrom(
  "coverage.status",
  "a.unknown",
  "asOf",
  "drivers",
  "drivers.count",
);

function factsOf(ids: readonly string[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fact = fc
    .constantFrom(...ids)
    .chain((id) =>
      fc
        .oneof(
          { weight: 20, arbitrary: FITS[id] ?? fc.constant(null) },
          { weight: 1, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: VALUE },
        )
        .map((value) => [id, value] as const),
    );
  const odd = fc.tuple(ODD_KEYS, VALUE);
  return fc
    .array(fc.oneof({ weight: 40, arbitrary: fact }, { weight: 1, arbitrary: odd }), {
      maxLength: 8,
    })
    .map((entries) => Object.fromEntries(entries));
}

const DRIVER = fc.record(
  { nik: NIK, facts: factsOf(["a.day", "a.code"]) },
  { requiredKeys: ["nik"] },
);
const GUEST = fc.record(
  {
    nik: fc.oneof({ weight: 9, arbitrary: NIK }, { weight: 1, arbitrary: VALUE }),
    facts: factsOf(["a.flag"]),
  },
  { requiredKeys: [] },
);

const GROUPS = fc.record(
  {
    drivers: fc.array(DRIVER, { minLength: 1, maxLength: 3 }),
    guests: fc.array(GUEST, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const APPLICANT = fc.oneof(
  { weight: 8, arbitrary: NIK.map((nik) => ({ nik })) },
  { weight: 3, arbitrary: fc.constant({ nib: "1234567890123" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      {},
      { nik: "3673991204850001", nib: "1234567890123" },
      { nib: "123" },
      { nik: "36" },
      { nik: null },
      { name: "x" },
      "3673991204850001",
      null,
    ),
  },
);

const GOOD = fc.record(
  {
    service: fc.constantFrom(...SERVICES),
    applicant: APPLICANT,
    facts: factsOf(Object.keys(FITS)),
    groups: GROUPS,
    asOf: fc.constantFrom("2026-11-22", "2021-03-04"),
    language: fc.constantFrom("id", "en"),
  },
  { requiredKeys: ["service", "applicant"] },
);

/** One key of the body put wrong, or taken away. */
const WRONG = fc.tuple(
  GOOD,
  fc.constantFrom("service", "applicant", "facts", "groups", "asOf", "language", "version"),
  fc.oneof(
    VALUE,
    fc.constantFrom<unknown>(
      { drivers: {} },
      { drivers: [] },
      { drivers: [null] },
      { others: [] },
      { drivers: [{ nik: "3673991204850001", name: "x" }] },
    ),
  ),
);

/** Bodies of requests, most of them good or nearly so. */
export const REQUESTS: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 4, arbitrary: GOOD },
  { weight: 1, arbitrary: WRONG.map(([body, key, value]) => ({ ...body, [key]: value })) },
);
