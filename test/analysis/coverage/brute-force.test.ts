import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOfService } from "../../../src/analysis/coverage/coverage.ts";
import { exercisedBy } from "../../../src/analysis/coverage/exercised.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import type { PreparedPolicy } from "../../../src/engine/decision/prepare.ts";
import { LayakError } from "../../../src/engine/errors.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { runs } from "../../support/generate/runs.ts";
import { slotsOf } from "../../support/generate/slots.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** More applications than this are not tried. */
const MOST_APPLICATIONS = 400;

/** Applications with every fact known, as many as can be told apart; none where there are too many. */
function completeApplications({ pack }: World, { program }: PreparedPolicy): readonly Facts[] {
  const words = JSON.stringify([
    program.version.policy,
    Object.fromEntries(program.service.conditions),
  ]);
  const slots = slotsOf(pack, {}, (id) => words.includes(`"${id}`));
  const count = slots.reduce((product, { completions }) => product * completions.length, 1);
  if (count > MOST_APPLICATIONS) return [];
  return slots.reduce<readonly Facts[]>(
    (known, { completions }) =>
      known.flatMap((one) => completions.map((complete) => complete(one))),
    [{}],
  );
}

/** Tells the targets that an application exercises; none where it cannot be decided. */
function readerOf(prepared: PreparedPolicy): (facts: Facts) => ReadonlySet<string> {
  const exercised = exercisedBy(prepared.program);
  return (facts) => {
    try {
      return exercised(prepared.decide(facts));
    } catch (error) {
      if (error instanceof LayakError) return new Set();
      throw error;
    }
  };
}

function coverageIn(pack: Pack) {
  const service = pack.services.get(SERVICE);
  return service === undefined ? [] : coverageOfService(pack, service);
}

function memoized<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

describe("what is said to be possible, beside applications that can be made", () => {
  test("holds: what cannot happen never does, and what can is shown", () => {
    const told = { missing: 0, impossible: 0, unsettled: 0, compared: 0 };
    fc.assert(
      fc.property(worldArbitrary("some"), (world) => {
        const happeningOn = memoized((prepared: PreparedPolicy) => {
          const applications = [
            {},
            ...world.applications,
            ...completeApplications(world, prepared),
          ];
          const keysOf = readerOf(prepared);
          told.compared += applications.length > 5 ? 1 : 0;
          return new Set(applications.flatMap((facts) => [...keysOf(facts)]));
        });
        for (const { targets } of coverageIn(world.pack)) {
          for (const { target, status, prepared: on } of targets) {
            if (status.kind === "exercised") throw new Error("there are no cases");
            told[status.kind] += 1;
            const key = keyOfTarget(target);
            // Of another day's limit another day's key would speak.
            if (status.kind === "impossible") expect(happeningOn(on)).not.toContain(key);
            if (status.kind === "missing") {
              expect(readerOf(on)(status.facts)).toContain(key);
            }
          }
        }
      }),
      runs(50),
    );
    // Most are settled, or the comparison would say little.
    expect(told.missing + told.impossible).toBeGreaterThan(20 * told.unsettled);
    expect(told.compared).toBeGreaterThan(20);
  });
});
