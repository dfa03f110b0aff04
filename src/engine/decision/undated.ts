import { judgeOf } from "../conditions/judge.ts";
import { type Operand, withLeaves } from "../conditions/tree.ts";
import { type Outcomes, outcomeOf } from "./outcome.ts";
import { type Compiled, type Program, readsAsOf } from "./program.ts";
import { type Thresholds, thresholdDays } from "./thresholds.ts";

/**
 * As {@link thresholdDays}, but none where no day can turn the outcome: an outcome that is known
 * though the day is not is the outcome of every day under the same version and parameters. Few
 * people's outcome hangs on the day, and for the others no program of another day is compiled.
 * Of each program it keeps what it is without a day, for as long as the program is kept.
 */
export function thresholdsWhereOpen(): Thresholds {
  const kept = new WeakMap<Program, Outcomes>();
  return (program, facts, last) => {
    const undated = kept.get(program) ?? withoutDay(program);
    kept.set(program, undated);
    const isOpen = outcomeOf(undated, facts).outcome === "undetermined";
    return isOpen ? thresholdDays(program, facts, last) : [];
  };
}

function withoutDay(program: Program): Outcomes {
  const { pack, scope, requirements, asked, turningComputed } = program;
  return {
    pack,
    scope: scope && undated(scope, program),
    requirements: requirements.map((requirement) => ({
      ...requirement,
      when: requirement.when && undated(requirement.when, program),
      conditions: undated(requirement.conditions, program),
    })),
    // One that reads the day may be read by another, so that none is known.
    asked: turningComputed.length === 0 ? asked : [],
  };
}

function undated(compiled: Compiled, { turning }: Program): Compiled {
  if (!compiled.leaves.some((leaf) => turning.includes(leaf))) return compiled;
  const tree = withLeaves(compiled.tree, (leaf) => ({
    ...leaf,
    left: blank(leaf.left),
    right: blank(leaf.right),
  }));
  return { ...compiled, tree, judge: judgeOf(tree) };
}

function blank(operand: Operand): Operand {
  return readsAsOf(operand) ? { ...operand, value: null } : operand;
}
