import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupLimitsIn } from "../../../src/analysis/solver/group-limits.ts";
import { goalsOf } from "../../../src/analysis/solver/outcomes.ts";
import { createSolver, type Solved } from "../../../src/analysis/solver/solver.ts";
import { outcomeOf } from "../../../src/engine/decision/outcome.ts";
import { allTrees, type Program, programOf } from "../../../src/engine/decision/program.ts";
import { findFactIssues } from "../../../src/engine/facts/check.ts";
import type { Outcome } from "../../../src/engine/model/decision.ts";
import { completionsOf } from "../../support/generate/completions.ts";
import { runs } from "../../support/generate/runs.ts";
import { type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { SERVICE } from "../../support/pack.ts";

const OUTCOMES: readonly Outcome[] = ["eligible", "ineligible", "out-of-scope", "undetermined"];

function solved(world: World, program: Program, outcome: Outcome): readonly Solved[] {
  const solver = createSolver({ trees: allTrees(program), limitsOf: groupLimitsIn(world.pack) });
  return goalsOf(program, outcome).map((goals) => solver.solve(goals));
}

function programIn({ pack, asOf }: World): Program | null {
  try {
    return programOf(pack, { service: SERVICE, asOf });
  } catch {
    return null;
  }
}

describe("the solver, beside every application that can be made", () => {
  test("finds each outcome that any of them has, and finds none that is not so", () => {
    let compared = 0;
    let unsettled = 0;
    fc.assert(
      fc.property(worldArbitrary("all"), (world) => {
        const program = programIn(world);
        if (program === null) return;
        const completions = completionsOf(world, {});
        for (const outcome of OUTCOMES) {
          const answers = solved(world, program, outcome);
          for (const answer of answers) {
            if (answer.kind === "unsettled") unsettled += 1;
            if (answer.kind !== "found") continue;
            expect(findFactIssues(world.pack, answer.facts)).toEqual([]);
            expect(outcomeOf(program, answer.facts).outcome).toBe(outcome);
          }
          // A parameter without a value is not the applicant's to know.
          if (completions?.slots.every(({ name }) => !name.startsWith("parameter.")) !== true)
            continue;
          compared += 1;
          const exists = completions.outcomes.some((one) => one.outcome === outcome);
          if (exists)
            expect([outcome, answers.map(({ kind }) => kind)]).not.toEqual([
              outcome,
              answers.map(() => "none"),
            ]);
        }
      }),
      runs(400),
    );
    // Most are settled, or the comparison would say little.
    expect(compared).toBeGreaterThan(4 * unsettled);
  });
});
