import { judgeOf } from "../../engine/conditions/judge.ts";
import type { Program } from "../../engine/decision/program.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { createSolver, type Solved, type Solver } from "../solver/solver.ts";
import { only } from "../solver/truths.ts";
import { type Goals, type Ways, waysTo } from "./goals.ts";
import { partTreesOf } from "./policy-leaves.ts";
import type { Target } from "./target.ts";

/** `found`: an application that reaches these goals; else why there is none to show. */
export type Reached =
  | { readonly kind: "found"; readonly facts: Facts; readonly goals: Goals }
  | Exclude<Solved, { readonly kind: "found" }>;

/** Finds applications that exercise targets of one program. */
export interface Reacher {
  /** Whether a target can happen at all. */
  readonly anyhow: (target: Target) => Reached;
  /** As `anyhow`, but by the most telling way that is found. */
  readonly telling: (target: Target) => Reached;
}

export function createReacher(program: Program): Reacher {
  const solverFor = solversOf(program);
  const anyhow = (target: Target): Reached => {
    const ways = waysTo(program, target);
    return firstReached(solverFor(target, ways), ways.exact);
  };
  return {
    anyhow,
    telling: (target) => {
      const ways = waysTo(program, target);
      const reached = firstReached(solverFor(target, ways), ways.telling);
      return reached.kind === "found" ? reached : anyhow(target);
    },
  };
}

function firstReached(solver: Solver, ways: readonly Goals[]): Reached {
  let unsettled: Solved | null = null;
  for (const goals of ways) {
    const solved = solver.solve(goals);
    if (solved.kind === "found") return { ...solved, goals };
    if (solved.kind === "unsettled") unsettled = solved;
  }
  return unsettled ?? { kind: "none" };
}

/** To make a solver takes longer than to ask it, so targets share those for the policy's own conditions. */
function solversOf(program: Program): (target: Target, ways: Ways) => Solver {
  const shared = new Map<boolean, Solver>();
  return (target, { own }) => {
    const mayBeUnknown = needsUnknown(target);
    const known = own.length === 0 ? shared.get(mayBeUnknown) : undefined;
    if (known !== undefined) return known;
    // The policy's own conditions stand once: the solver counts how often a group is asked.
    const trees = [...partTreesOf(program).map(({ tree }) => tree), ...own];
    const solver = createSolver({ trees, limitsOf: groupLimitsIn(program.pack), mayBeUnknown });
    if (own.length === 0) shared.set(mayBeUnknown, solver);
    return solver;
  };
}

function needsUnknown(target: Target): boolean {
  if (target.kind === "outcome") return target.outcome === "undetermined";
  return target.kind === "leaf" && target.holds === null;
}

/** Whether facts reach goals; the facts are checked before. */
export function meets(goals: Goals): (facts: Facts) => boolean {
  const asked = goals.map(({ node, want }) => ({ judge: judgeOf(node), want }));
  return (facts) => asked.every(({ judge, want }) => (only(judge(facts, null)) & want) !== 0);
}
