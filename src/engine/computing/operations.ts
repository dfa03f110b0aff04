import type { Computation, Operation, Rounding } from "../model/compute.ts";
import { MILLISECONDS, shiftDay } from "../values/calendar.ts";
import { type Exact, scaled } from "./exact.ts";

/** Computes from known terms; null where there is no result, as of a division by zero. */
export type Compute = (terms: readonly Exact[], computation: Computation) => Exact | null;

/** Every operation that a computation can name. */
export const OPERATIONS: Readonly<Record<Operation, Compute>> = {
  sum: (terms) => joined(terms, (digits) => digits.reduce((sum, term) => sum + term, 0n)),
  difference: (terms) => joined(terms, ([from = 0n, less = 0n]) => from - less),
  product: (terms) => ({
    digits: terms.reduce((product, { digits }) => product * digits, 1n),
    scale: terms.reduce((sum, { scale }) => sum + scale, 0),
  }),
  quotient: ([dividend, divisor], { scale = 0, rounding = "down" }) => {
    if (dividend === undefined || divisor === undefined || divisor.digits === 0n) return null;
    const digits = rounded(
      dividend.digits * 10n ** BigInt(scale + divisor.scale),
      divisor.digits * 10n ** BigInt(dividend.scale),
      rounding,
    );
    return { digits, scale };
  },
  minimum: (terms) => extreme(terms, (one, other) => one < other),
  maximum: (terms) => extreme(terms, (one, other) => one > other),
  count: ({ length }) => whole(length),
  monthsBetween: (days) => between(days, 1),
  yearsBetween: (days) => between(days, 12),
};

function whole(number: number): Exact {
  return { digits: BigInt(number), scale: 0 };
}

/** Computes with all terms at the scale of the finest. */
function joined(
  terms: readonly Exact[],
  compute: (digits: readonly bigint[]) => bigint | undefined,
): Exact | null {
  const scale = Math.max(0, ...terms.map((term) => term.scale));
  const digits = compute(terms.map((term) => scaled(term, scale)));
  return digits === undefined ? null : { digits, scale };
}

/** Of no terms there is none. */
function extreme(
  terms: readonly Exact[],
  wins: (one: bigint, other: bigint) => boolean,
): Exact | null {
  return joined(terms, (digits) =>
    digits.reduce<bigint | undefined>(
      (best, term) => (best === undefined || wins(term, best) ? term : best),
      undefined,
    ),
  );
}

function rounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const towardsZero = dividend / divisor;
  const rest = absolute(dividend % divisor) * 2n;
  const away = dividend < 0n === divisor < 0n ? 1n : -1n;
  const half = absolute(divisor);
  const goes =
    rounding === "up"
      ? rest > 0n
      : rounding === "half-up"
        ? rest >= half
        : rounding === "half-even" && (rest > half || (rest === half && towardsZero % 2n !== 0n));
  return goes ? towardsZero + away : towardsZero;
}

function absolute(number: bigint): bigint {
  return number < 0n ? -number : number;
}

/** The largest number of spans of so many months by which the first day moves and is not after the last. */
function between(days: readonly Exact[], months: number): Exact | null {
  const [first, last] = days.map(({ digits }) => Number(digits));
  if (first === undefined || last === undefined) return null;
  const spans = Math.floor((monthOf(last) - monthOf(first)) / months);
  const moved = shiftDay(first, spans < 0 ? -1 : 1, {
    years: 0,
    months: Math.abs(spans) * months,
    weeks: 0,
    days: 0,
  });
  // Only backwards does such a move leave the calendar, to before any day within it.
  return whole(moved !== null && moved > last ? spans - 1 : spans);
}

/** The number of the month in which a day is; months follow each other by one. */
function monthOf(day: number): number {
  const date = new Date(day * MILLISECONDS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
