import type { Program } from "../../engine/decision/program.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import type { Goal } from "../solver/goal.ts";
import { goalsOf, scopeOf } from "../solver/outcomes.ts";
import { createSolver, type SolverOptions } from "../solver/solver.ts";
import type { Pair } from "./pair.ts";

/**
 * Tells pairs of outcomes that nobody can have, as both scopes leave no room for them. Asked without
 * the requirements, whose values may be more than can be tried.
 */
export function apartByScope(
  { from, to }: Pair,
  options: Omit<SolverOptions, "trees">,
): (before: Outcome, after: Outcome) => boolean {
  const trees = [scopeOf(from.program), scopeOf(to.program)];
  const solver = createSolver({ ...options, trees });
  return (before, after) =>
    scopeGoals(from.program, before).every((own) =>
      scopeGoals(to.program, after).every(
        (other) => solver.solve([...own, ...other]).kind === "none",
      ),
    );
}

function scopeGoals(program: Program, outcome: Outcome): readonly (readonly Goal[])[] {
  const scope = scopeOf(program);
  return goalsOf(program, outcome).map((goals) => goals.filter(({ node }) => node === scope));
}
