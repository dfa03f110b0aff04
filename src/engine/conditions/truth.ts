/**
 * Strong Kleene logic (S. C. Kleene, Introduction to Metamathematics, 1952, § 64) on numbers:
 * *and* is the minimum, *or* the maximum, *not* is 2 minus the value.
 */
export type Truth = 0 | 1 | 2;

export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export function not(truth: Truth): Truth {
  return truth === TRUE ? FALSE : truth === FALSE ? TRUE : UNKNOWN;
}

/** The truth of *all* of them; of none: true. */
export function and(truths: readonly Truth[]): Truth {
  let result: Truth = TRUE;
  for (const truth of truths) if (truth < result) result = truth;
  return result;
}

/** The truth of *any* of them; of none: false. */
export function or(truths: readonly Truth[]): Truth {
  let result: Truth = FALSE;
  for (const truth of truths) if (truth > result) result = truth;
  return result;
}

/** As evidence states it: `null` is unknown. */
export function holds(truth: Truth): boolean | null {
  return truth === UNKNOWN ? null : truth === TRUE;
}

export function truthOf(holding: boolean | null): Truth {
  return holding === null ? UNKNOWN : holding ? TRUE : FALSE;
}
