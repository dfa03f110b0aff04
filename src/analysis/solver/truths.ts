import { FALSE, TRUE, type Truth, UNKNOWN } from "../../engine/conditions/truth.ts";

/**
 * The truths that a condition may still have, one bit each: strong Kleene logic lifted to sets. What
 * is computed from sets holds every truth that can come about, and perhaps some that cannot, as
 * children of a node are taken one without the other.
 */
export type Truths = number;

export function only(truth: Truth): Truths {
  return 1 << truth;
}

export const ONLY_TRUE: Truths = 1 << TRUE;
export const ONLY_FALSE: Truths = 1 << FALSE;
export const ONLY_UNKNOWN: Truths = 1 << UNKNOWN;
export const NO_TRUTH: Truths = 0;
export const ANY_TRUTH: Truths = ONLY_TRUE | ONLY_FALSE | ONLY_UNKNOWN;

/** The lesser of two truths, of every pair. */
export function both(first: Truths, second: Truths): Truths {
  const lesser = first | second;
  // A truth comes about if one side may have it and the other may have it or a greater one.
  return (
    (lesser & ONLY_FALSE) |
    (within(first, second, ONLY_UNKNOWN, ONLY_TRUE) & ONLY_UNKNOWN) |
    (first & second & ONLY_TRUE)
  );
}

/** The greater of two truths, of every pair. */
export function either(first: Truths, second: Truths): Truths {
  return opposite(both(opposite(first), opposite(second)));
}

function within(first: Truths, second: Truths, own: Truths, greater: Truths): Truths {
  const one = (first & own) !== 0 && (second & (own | greater)) !== 0;
  const other = (second & own) !== 0 && (first & (own | greater)) !== 0;
  return one || other ? own : 0;
}

export function opposite(truths: Truths): Truths {
  const turned = (truths & ONLY_FALSE ? ONLY_TRUE : 0) | (truths & ONLY_TRUE ? ONLY_FALSE : 0);
  return turned | (truths & ONLY_UNKNOWN);
}

/** Whether no other truth is possible than those wanted. */
export function areAll(truths: Truths, wanted: Truths): boolean {
  return (truths & ~wanted) === 0;
}
