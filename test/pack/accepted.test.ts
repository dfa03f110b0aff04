import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepare } from "../../src/engine/decision/prepare.ts";
import { LayakError } from "../../src/engine/errors.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { changed, withCondition, withNamed } from "./support/rules.ts";

const fact = fc.constantFrom(
  ...["blacklisted", "household.size", "land.hectares", "retribution.paid"],
  ...["applicant.birthDate", "vehicle.plate", "market.section", "coverage.status"],
  ...["coverage.programmes", "drivers.count", "asOf", "parameter.iuran", "parameter.batas"],
);
const operator = fc
  .tuple(
    fc.constantFrom("", "", "", "not:"),
    fc.constantFrom("", "", "", "someFact:", "everyFact:", "someValue:", "everyValue:"),
    fc.constantFrom("equal", "in", "notIn", "lessThan", "before", "onOrAfter", "contains"),
  )
  .map((parts) => parts.join(""));
const literal = fc.constantFrom(...[true, 2, 0.5, 16800, "2026-11-22", "A 1", "1", "AKTIF", "JKK"]);
const duration = fc.constantFrom("P3M", "P17Y", "P9999Y", { fact: "parameter.masaTenggang" });
const params = fc.oneof(fc.record({ plus: duration }), fc.record({ minus: duration }));
const reference = fc.record({ fact, params }, { requiredKeys: ["fact"] });
const value = fc.oneof(literal, fc.array(literal, { maxLength: 2 }), reference);
const leaf = fc.record(
  { fact, params, operator, value },
  {
    requiredKeys: ["fact", "operator", "value"],
  },
);

/** Leaves that fit by their types, so that more of the conditions are accepted. */
const fitting = fc.constantFrom(
  { fact: "blacklisted", operator: "equal", value: false },
  { fact: "household.size", operator: "lessThan", value: { fact: "land.hectares" } },
  { fact: "retribution.paid", operator: "in", value: [0, 16800] },
  { fact: "coverage.programmes", operator: "not:everyValue:contains", value: ["JKK", "JKM"] },
  { fact: "coverage.programmes", operator: "someFact:equal", value: "JKM" },
  { fact: "drivers.count", operator: "greaterThan", value: 1 },
  { fact: "asOf", operator: "before", value: { fact: "parameter.batas" } },
);

const condition = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fitting,
    fitting,
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(tie("node"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie("node") }),
    fc.record({ every: fc.constantFrom("drivers", "vehicles"), conditions: tie("node") }),
    fc.record({ some: fc.constantFrom("drivers", "vehicles"), conditions: tie("node") }),
    fc.record({ condition: fc.constantFrom("baru", "aktif", "dewasa") }),
  ),
})).node;

const facts = {
  blacklisted: false,
  "household.size": 2,
  "applicant.birthDate": "2000-02-29",
  "coverage.programmes": ["JKK", null],
  drivers: [{ "coverage.status": "AKTIF" }, null],
};

describe("what parsePack accepts", () => {
  it("the engine can decide, with and without facts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(condition, condition, (named, own) => {
        const files = changed([
          withNamed(JSON.stringify(named)),
          withCondition(JSON.stringify(own)),
        ]);
        const result = parsePack(files);
        if (!result.ok) return;
        accepted += 1;
        for (const given of [{}, facts]) {
          try {
            prepare(result.pack, { service: "kota/kios", asOf: "2026-11-22" }).decide(given);
          } catch (error) {
            expect(error instanceof LayakError && error.code).toBe("date-out-of-range");
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(accepted).toBeGreaterThan(40);
  }, 60_000);
});
