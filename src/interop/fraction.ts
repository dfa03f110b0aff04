import type { Rounding } from "../engine/model/compute.ts";

/**
 * A number as a fraction, which the engine's own decimals are not: the second opinion on a sum must
 * not be the first one over again. The divisor is above zero.
 */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Reads a number as it is written: `2.5`, `1e-7`, `1e+21`. */
export function fraction(value: number): Fraction {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const shift = Number(exponent) - decimals.length;
  const over = BigInt(whole + decimals) * 10n ** BigInt(Math.max(shift, 0));
  return { over, under: 10n ** BigInt(Math.max(-shift, 0)) };
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return reduced(left.over * right.under + right.over * left.under, left.under * right.under);
}

export function times(left: Fraction, right: Fraction): Fraction {
  return reduced(left.over * right.over, left.under * right.under);
}

/** In lowest terms: else a sum of a thousand would have a divisor that no number can hold. */
function reduced(over: bigint, under: bigint): Fraction {
  const divisor = commonDivisor(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}

/** Null where it would be divided by zero. */
export function dividedBy(left: Fraction, right: Fraction): Fraction | null {
  if (right.over === 0n) return null;
  const sign = right.over < 0n ? -1n : 1n;
  return { over: sign * left.over * right.under, under: sign * left.under * right.over };
}

export function isLess(left: Fraction, right: Fraction): boolean {
  return left.over * right.under < right.over * left.under;
}

/** Cut to so many digits after the point. */
export function cut(value: Fraction, scale: number, rounding: Rounding): Fraction {
  const under = 10n ** BigInt(scale);
  const size = (value.over < 0n ? -value.over : value.over) * under;
  const whole = size / value.under;
  const rest = size - whole * value.under;
  const up =
    rounding === "up"
      ? rest > 0n
      : rounding === "half-up"
        ? 2n * rest >= value.under
        : rounding === "half-even" &&
          (2n * rest > value.under || (2n * rest === value.under && whole % 2n === 1n));
  const rounded = up ? whole + 1n : whole;
  return { over: value.over < 0n ? -rounded : rounded, under };
}

/** The number itself; undefined where it has more digits than a number holds exactly. */
export function numberIn({ over, under }: Fraction): number | undefined {
  const whole = over / under;
  if (whole * under === over) {
    return Number.isSafeInteger(Number(whole)) ? Number(whole) : undefined;
  }
  // Read as JSON would read it: dividing two numbers that are no longer exact might miss by a bit.
  return Number(written(over, under));
}

/** As many digits after the point as any decimal fact has. */
const MOST_DECIMALS = 6;

function written(over: bigint, under: bigint): string {
  const millionths = (over * 10n ** BigInt(MOST_DECIMALS)) / under;
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(
    MOST_DECIMALS + 1,
    "0",
  );
  const sign = millionths < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -MOST_DECIMALS)}.${digits.slice(-MOST_DECIMALS)}`;
}
