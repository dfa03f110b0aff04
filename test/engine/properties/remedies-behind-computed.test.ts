import fc from "fast-check";
import { expect, test } from "vitest";
import { LayakError } from "../../../src/engine/errors.ts";
import { type Facts, type PreparedPolicy, prepare, remedies } from "../../../src/index.ts";
import { changeablesOf, changed, isReachable } from "../../support/generate/changes.ts";
import { stringsIn } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** True where the policy governs the application and no required requirement is unmet. */
function helps(judge: PreparedPolicy, facts: Facts): boolean {
  try {
    const { outcome, scope, requirements } = judge.decide(facts);
    if (outcome !== "undetermined") return outcome === "eligible";
    return (
      scope?.holds !== false &&
      scope?.holds !== null &&
      !requirements.some((one) => one.outcome === "unmet" && one.enforcement === "required")
    );
  } catch (error) {
    if (error instanceof LayakError) return false;
    throw error;
  }
}

/** Whether changing one scalar, to any of some values, would help. */
function oneHelps({ pack, documents }: World, judge: PreparedPolicy, facts: Facts): boolean {
  const computations = [...pack.facts.values()].map(({ compute }) => compute);
  const words = stringsIn([documents, computations]);
  return changeablesOf(pack, facts, (id) => words.has(id), "around")
    .flatMap(({ changes }) => changes)
    .filter(({ to }) => typeof to !== "object")
    .some((change) => helps(judge, changed(facts, [change])));
}

test("remedies of policies that compute can be reached and help, and one change is told where one helps", () => {
  let behind = 0;
  fc.assert(
    fc.property(
      fc.oneof(worldArbitrary("all", "computing"), worldArbitrary("some", "computing")),
      (world) => {
        const { pack, asOf, applications } = world;
        const judge = prepare(pack, { service: SERVICE, asOf });
        const { behind: _, ...plain } = pack;
        for (const facts of applications) {
          const told = remedies(pack, { service: SERVICE, asOf, facts });
          if (judge.outcome(facts).outcome !== "ineligible") {
            expect(told).toEqual([]);
            continue;
          }
          expect(told.filter((remedy) => !helps(judge, changed(facts, remedy)))).toEqual([]);
          expect(told.flat().filter((change) => !isReachable(pack, facts, change))).toEqual([]);
          if (told.length === 0 || told[0]?.length !== 1) {
            expect(oneHelps(world, judge, facts)).toBe(false);
          }
          const without = remedies(plain, { service: SERVICE, asOf, facts });
          if (told.length > without.length) behind += 1;
        }
      },
    ),
    runs(300),
  );
  expect(behind).toBeGreaterThan(0);
});
