import { dayNumber } from "../values/calendar.ts";

/** A decimal number, `digits` of it after the point being `scale`: 12.50 is 1250 and 2. */
export interface Exact {
  readonly digits: bigint;
  readonly scale: number;
}

/** A number as it is written; a date is the number of its day. */
export function exact(value: number | string): Exact {
  if (typeof value === "string") return { digits: BigInt(dayNumber(value)), scale: 0 };
  const [whole = "", fraction = ""] = String(value).split(".");
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** The same number with more digits after the point. */
export function scaled({ digits, scale }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/** The number itself; null where more than 2^53 − 1 would be its digits. */
export function numberOf({ digits, scale }: Exact): number | null {
  if (!Number.isSafeInteger(Number(digits))) return null;
  // Both are exact, so the quotient is the nearest number to the decimal, as JSON would read it.
  return Number(digits) / 10 ** scale;
}
