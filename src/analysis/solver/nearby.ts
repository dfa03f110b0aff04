import type { Scalar, ScalarShape } from "../../engine/model/catalogue.ts";
import { neighbours } from "../../engine/remedies/neighbours.ts";

/**
 * A value with one just below and one just above it, where its type has such: all that a comparison
 * with it can tell apart. Of fractions these are a tenth of the last digit away, so that between any
 * two values that are written down there is one, and people can read it.
 */
export function nearby(shape: ScalarShape, value: Scalar): readonly Scalar[] {
  if (shape.type !== "number" || typeof value !== "number") return neighbours(shape, value);
  const digits = digitsOf(value);
  if (digits === null) return neighbours(shape, value);
  const step = 10 ** -(digits + 1);
  return [value, rounded(value - step, digits + 1), rounded(value + step, digits + 1)];
}

const MOST_DIGITS = 9;
const LARGEST = 1e6;

/** Digits after the point; null where a step of their size could be lost in rounding. */
function digitsOf(value: number): number | null {
  const match = /^-?\d+(?:\.(\d+))?$/.exec(String(value));
  const digits = match?.[1]?.length ?? 0;
  return match === null || digits > MOST_DIGITS || Math.abs(value) > LARGEST ? null : digits;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
