import fc from "fast-check";
import { expect, test } from "vitest";
import { type OutcomeOnly, prepare, type RequirementOutcome } from "../../../src/index.ts";
import { completionsOf } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

/** A requirement that is met before it is known whether it applies may turn out not to. */
const STANDS: Readonly<Record<RequirementOutcome, readonly RequirementOutcome[]>> = {
  met: ["met", "not-applicable"],
  unmet: ["unmet"],
  "not-applicable": ["not-applicable"],
  unknown: ["met", "unmet", "not-applicable"],
};

function upholds(known: OutcomeOnly, settled: OutcomeOnly): boolean {
  if (known.outcome === "undetermined") return false;
  if (settled.outcome !== "undetermined" && settled.outcome !== known.outcome) return false;
  return known.requirements.every((outcome, index) => {
    const before = settled.requirements[index];
    return before !== undefined && STANDS[before].includes(outcome);
  });
}

test("a settled outcome holds however the absent facts turn out", () => {
  let completed = 0;
  fc.assert(
    fc.property(worldArbitrary("some"), (world) => {
      const judge = prepare(world.pack, { service: SERVICE, asOf: world.asOf });
      for (const facts of world.applications) {
        const settled = judge.outcome(facts);
        const completions = completionsOf(world, facts)?.outcomes ?? [];
        completed += completions.length;
        const contradicting = completions.filter((known) => !upholds(known, settled));
        expect({ settled, contradicting }).toEqual({ settled, contradicting: [] });
      }
    }),
    runs(400),
  );
  expect(completed).toBeGreaterThan(10_000);
});
