import type { Node } from "../../engine/conditions/tree.ts";
import type { Program } from "../../engine/decision/program.ts";
import { computedApart } from "../solver/computing.ts";
import type { Solver } from "../solver/solver.ts";
import { withNamesApart } from "./names-apart.ts";
import type { Pair } from "./pair.ts";

/** Two policies with a solver that is asked about them. */
export interface Searched {
  readonly pair: Pair;
  /** The same policies as the solver knows them; these decide nothing. */
  readonly asked: Pair;
  readonly solver: Solver;
}

/**
 * The policies as a solver is asked about them: what each may compute otherwise, by another catalogue,
 * day or parameter, has a name on each side.
 */
export function askedOf({ from, to }: Pair, treesOf?: (program: Program) => readonly Node[]): Pair {
  const ids = computedApart(from.program, to.program, treesOf);
  return { from, to: { ...to, program: withNamesApart(to.program, ids) } };
}
