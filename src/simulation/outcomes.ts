import type { Outcome } from "../engine/model/decision.ts";
import type { Transition } from "./report.ts";

/** In the order in which reports tell them. */
export const OUTCOMES: readonly Outcome[] = [
  "eligible",
  "ineligible",
  "undetermined",
  "out-of-scope",
];

/** An outcome as a statement gives it; null where there is none. */
export function outcomeIn(value: unknown): Outcome | null {
  return OUTCOMES.find((outcome) => outcome === value) ?? null;
}

/** Each pair once, in the order of outcomes. */
export function matrixOf(counted: readonly Transition[]): readonly Transition[] {
  return OUTCOMES.flatMap((from) =>
    OUTCOMES.flatMap((to) => {
      const same = counted.filter((one) => one.from === from && one.to === to);
      return same.length === 0 ? [] : [{ from, to, rows: sumOf(same) }];
    }),
  );
}

export function sumOf(counted: readonly { readonly rows: number }[]): number {
  return counted.reduce((sum, { rows }) => sum + rows, 0);
}

/** Rows whose outcome is another. */
export function changedIn(matrix: readonly Transition[]): number {
  return sumOf(matrix.filter(({ from, to }) => from !== to));
}

/** How many rows have each outcome on one side. */
export function outcomesOf(
  matrix: readonly Transition[],
  side: "from" | "to",
): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome) => sumOf(matrix.filter((one) => one[side] === outcome));
  return {
    eligible: count("eligible"),
    ineligible: count("ineligible"),
    undetermined: count("undetermined"),
    "out-of-scope": count("out-of-scope"),
  };
}
