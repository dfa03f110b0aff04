import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Facts,
  type PreparedPolicy,
  prepare,
  type Remedy,
  remedies,
} from "../../../src/index.ts";
import {
  changeablesOf,
  changed,
  isAsNear,
  isReachable,
  remediesOfSize,
} from "../../support/generate/changes.ts";
import { stringsIn } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** More assignments of one size than this are not tried. */
const MOST_ASSIGNMENTS = 20_000;
const MOST_REMEDIES = 10;

/** True where the policy governs the application and no required requirement is unmet. */
function helps(judge: PreparedPolicy, facts: Facts): boolean {
  const { outcome } = judge.outcome(facts);
  if (outcome !== "undetermined") return outcome === "eligible";
  return judge.decide(facts).scope?.holds !== false && noneUnmet(judge, facts);
}

function noneUnmet(judge: PreparedPolicy, facts: Facts): boolean {
  const { scope, requirements } = judge.decide(facts);
  const unmet = requirements.some(
    ({ outcome, enforcement }) => outcome === "unmet" && enforcement === "required",
  );
  return !unmet && (scope === undefined || scope.holds === true);
}

/** The assignments of the fewest facts that help, at most three; null where there are too many. */
function fewest(world: World, judge: PreparedPolicy, facts: Facts): readonly Remedy[] | null {
  const words = stringsIn(world.documents);
  const isRead = (id: string) => words.has(id);
  for (const size of [1, 2, 3]) {
    const fineness = size === 1 ? "every-day" : "around";
    const changeables = changeablesOf(world.pack, facts, isRead, fineness);
    const count = changeables.reduce((product, { changes }) => product * (changes.length + 1), 1);
    if (size > 1 && count > MOST_ASSIGNMENTS) return null;
    const helping = remediesOfSize(changeables, size).filter((remedy) =>
      helps(judge, changed(facts, remedy)),
    );
    if (helping.length > 0) return helping;
  }
  return [];
}

test("remedies can be reached, help, are the fewest and nearest changes, and none of the fewest is left out", () => {
  const sizes = new Set<number>();
  fc.assert(
    fc.property(fc.oneof(worldArbitrary("all"), worldArbitrary("some")), (world) => {
      const { pack, asOf, applications } = world;
      const judge = prepare(pack, { service: SERVICE, asOf });
      for (const facts of applications) {
        const told = remedies(pack, { service: SERVICE, asOf, facts });
        if (judge.outcome(facts).outcome !== "ineligible") {
          expect(told).toEqual([]);
          continue;
        }
        expect(told.length).toBeLessThanOrEqual(MOST_REMEDIES);
        expect(told.filter((remedy) => !helps(judge, judge.check(changed(facts, remedy))))).toEqual(
          [],
        );
        expect(told.flat().filter((change) => !isReachable(pack, facts, change))).toEqual([]);
        const searched = fewest(world, judge, facts);
        if (searched === null) continue;
        const size = told[0]?.length ?? 0;
        expect(told.filter((remedy) => remedy.length !== size)).toEqual([]);
        if (size > 0) sizes.add(size);
        expect(searched.filter((remedy) => size === 0 || remedy.length < size)).toEqual([]);
        const alike = searched.filter((remedy) => remedy.length === size);
        const leftOut = alike.filter((remedy) => !told.some((one) => isAsNear(one, remedy)));
        if (told.length < MOST_REMEDIES) expect(leftOut).toEqual([]);
        const bettered = told.filter((remedy) =>
          alike.some((other) => isAsNear(other, remedy) && !isAsNear(remedy, other)),
        );
        expect(bettered).toEqual([]);
      }
    }),
    runs(300),
  );
  expect([...sizes]).toEqual(expect.arrayContaining([1, 2]));
});
