import { judgeOf } from "../../engine/conditions/judge.ts";
import { computedIn, type Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import { factChecker } from "../../engine/facts/check.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { type Effort, someEffort, withOperands } from "../solver/operands.ts";
import { createSolver, type Solved, type Solver } from "../solver/solver.ts";
import { only } from "../solver/truths.ts";
import { type Goals, type Ways, waysTo } from "./goals.ts";
import { partTreesOf } from "./policy-leaves.ts";
import type { Target } from "./target.ts";

/** `found`: an application that reaches these goals; else why there is none to show. */
export type Reached =
  | { readonly kind: "found"; readonly facts: Facts; readonly goals: Goals }
  | Exclude<Solved, { readonly kind: "found" }>
  /** No facts were found from which what is computed comes to what is wanted. */
  | { readonly kind: "unsettled"; readonly because: "computed" };

/** Finds applications that exercise targets of one program. */
export interface Reacher {
  /** Whether a target can happen at all. */
  readonly anyhow: (target: Target) => Reached;
  /** As `anyhow`, but by the most telling way that is found. */
  readonly telling: (target: Target) => Reached;
}

export function createReacher(program: Program): Reacher {
  const solverFor = solversOf(program);
  const effort = someEffort();
  const anyhow = (target: Target): Reached => {
    const ways = waysTo(program, target);
    return firstReached(program, solverFor(target, ways), ways.exact, effort);
  };
  return {
    anyhow,
    telling: (target) => {
      const ways = waysTo(program, target);
      const reached = firstReached(program, solverFor(target, ways), ways.telling, effort);
      return reached.kind === "found" ? reached : anyhow(target);
    },
  };
}

function firstReached(
  program: Program,
  solver: Solver,
  ways: readonly Goals[],
  effort: Effort,
): Reached {
  let unsettled: Reached | null = null;
  for (const goals of ways) {
    const solved = solver.solve(goals);
    if (solved.kind === "unsettled") unsettled = solved;
    if (solved.kind !== "found") continue;
    const facts = computedSo(program, goals, solved.facts, effort);
    if (facts !== null) return { kind: "found", facts, goals };
    unsettled = { kind: "unsettled", because: "computed" };
  }
  return unsettled ?? { kind: "none" };
}

/** What a solver finds says nothing of what is computed: facts are sought that come to it. */
function computedSo(program: Program, goals: Goals, found: Facts, effort: Effort): Facts | null {
  if (computedIn(program).length === 0) return found;
  const check = factChecker(program.pack);
  const reaches = meets(program, goals);
  const accepts = (facts: Facts) => check(facts).length === 0 && reaches(facts);
  return accepts(found) ? found : withOperands([program], found, accepts, effort);
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
export function meets(program: Program, goals: Goals): (facts: Facts) => boolean {
  const asked = goals.map(({ node, want }) => ({ judge: judgeOf(node), want }));
  const computed = computedIn(program);
  return (facts) => {
    try {
      const whole = program.pack.computing.completed(computed, facts);
      return asked.every(({ judge, want }) => (only(judge(whole, null)) & want) !== 0);
    } catch (error) {
      // A date may leave the calendar, and what is computed become too large.
      if (error instanceof LayakError) return false;
      throw error;
    }
  };
}
