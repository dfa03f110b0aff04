/**
 * Numbers of people that are to be published together, and what adds up to what. Everybody who
 * reads them knows the equations, so they count as published too.
 */
export interface CellSystem {
  /** Whole numbers, zero or more; cells are named by their index. */
  readonly values: readonly number[];
  readonly equations: readonly Equation[];
  /** Cells that readers know to hold somebody: a row of nobody would not stand there. */
  readonly occupied?: ReadonlySet<number>;
}

/** One cell is the sum of others. */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

export function cellsOf({ total, parts }: Equation): readonly number[] {
  return [total, ...parts];
}
