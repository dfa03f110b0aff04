import type { Scalar } from "../model/catalogue.ts";
import { dayNumber } from "../values/calendar.ts";

/** A decimal number, `digits` of it after the point being `scale`: 12.50 is 1250 and 2. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

/** A number as it is written; a date is the number of its day. The checks let nothing else be computed with. */
export function exact(value: Scalar): Exact {
  if (typeof value === "boolean") return exact(Number(value));
  if (typeof value === "string") return { digits: BigInt(dayNumber(value)), scale: 0 };
  if (Number.isInteger(value)) return { digits: BigInt(value), scale: 0 };
  const [whole = "", fraction = ""] = String(value).split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** The same number with more digits after the point. */
export function scaled({ digits, scale }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/**
 * The digits of the largest decimal, without the point: any decimal of at most 15 digits is told apart
 * from every other once it is read as a number of IEEE 754, and is written as it was read.
 */
export const LARGEST_DECIMAL = 999_999_999_999_999;

/**
 * The number itself; null where its digits, so many after the point, would be more than 2^53 − 1, or
 * more than 15 where any of them stands after the point.
 */
export function numberOf(value: Exact, to: number): number | null {
  const digits = Number(scaled(value, to));
  // Both are exact, so the quotient is the nearest number to the decimal, as JSON would read it.
  return Math.abs(digits) <= largestDigits(to) ? digits / 10 ** to : null;
}

/** What the digits of a number may come to, without the point, so many after the point being its scale. */
export function largestDigits(scale: number): number {
  return scale > 0 ? LARGEST_DECIMAL : Number.MAX_SAFE_INTEGER;
}
