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
  const [whole = "", fraction = ""] = String(value).split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** The same number with more digits after the point. */
export function scaled({ digits, scale }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/** The number itself; null where its digits, so many after the point, would be more than 2^53 − 1. */
export function numberOf(value: Exact, to: number): number | null {
  const digits = Number(scaled(value, to));
  // Both are exact, so the quotient is the nearest number to the decimal, as JSON would read it.
  return Number.isSafeInteger(digits) ? digits / 10 ** to : null;
}
