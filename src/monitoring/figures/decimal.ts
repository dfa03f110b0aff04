/** An exact decimal number, `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  /** Zero or more. */
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };
export const ONE: Decimal = { units: 1n, scale: 0 };
export const HUNDRED: Decimal = { units: 100n, scale: 0 };

export function add(first: Decimal, second: Decimal): Decimal {
  const scale = Math.max(first.scale, second.scale);
  return { units: unitsAt(first, scale) + unitsAt(second, scale), scale };
}

export function subtract(first: Decimal, second: Decimal): Decimal {
  return add(first, { ...second, units: -second.units });
}

export function multiply(first: Decimal, second: Decimal): Decimal {
  return { units: first.units * second.units, scale: first.scale + second.scale };
}

export function half(value: Decimal): Decimal {
  return multiply(value, { units: 5n, scale: 1 });
}

export function distance(first: Decimal, second: Decimal): Decimal {
  const { units, scale } = subtract(first, second);
  return { units: units < 0n ? -units : units, scale };
}

/** Below zero where the first is the smaller, as `sort` wants it. */
export function compare(first: Decimal, second: Decimal): number {
  const { units } = subtract(first, second);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** A fraction as a decimal of so many digits after the point, halves away from zero. */
export function divide(top: Decimal, bottom: Decimal, scale: number): Decimal {
  const common = Math.max(top.scale, bottom.scale);
  const dividend = unitsAt(top, common) * 10n ** BigInt(scale);
  const divisor = unitsAt(bottom, common);
  const isNegative = dividend < 0n !== divisor < 0n;
  const [whole, by] = [magnitude(dividend), magnitude(divisor)];
  const rounded = (whole * 2n + by) / (by * 2n);
  return { units: isNegative ? -rounded : rounded, scale };
}

/** `1234.50`: no thousands, a point before the digits after it. */
export function plainDigits({ units, scale }: Decimal): string {
  const digits = String(magnitude(units)).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? "-" : "";
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function unitsAt({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}
