import {
  add,
  compare,
  type Decimal,
  HUNDRED,
  half,
  multiply,
  ONE,
  subtract,
  ZERO,
} from "./decimal.ts";
import type { Quantity, Relation } from "./figures.ts";
import { roundingOf } from "./printed.ts";

/** A fraction, exact. */
export interface Fraction {
  readonly top: Decimal;
  readonly bottom: Decimal;
}

/** What a claim comes to, and the least and most that its operands allow for their own rounding. */
export interface Computed {
  readonly value: Fraction;
  readonly least: Fraction;
  readonly most: Fraction;
}

/** How far a claim is borne out: `rounded` only if its operands' own rounding is allowed for. */
export type Fit = "exact" | "rounded" | "none";

/** What the operands of a claim come to; null where that is a share of nothing. */
export function computedOf(claim: Relation): Computed | null {
  switch (claim.kind) {
    case "sum":
      return eachWay((value) => claim.of.map(value).reduce(add, ZERO));
    case "product":
      return eachWay((value) => claim.of.map(value).reduce(multiply, ONE));
    case "difference":
      return eachWay((value, other) => subtract(value(claim.from), other(claim.less)));
    case "share":
      return shareOf(claim.part, claim.whole);
    case "subset":
      return eachWay((value, other) => subtract(value(claim.part), other(claim.whole)));
  }
}

/** The quantity that a claim says its operands come to; null where none is printed. */
export function statedBy(claim: Relation): Quantity | null {
  switch (claim.kind) {
    case "sum":
      return claim.total;
    case "product":
      return claim.product;
    case "difference":
      return claim.difference;
    case "share":
      return claim.percentage;
    case "subset":
      return null;
  }
}

/** Whether a claim is borne out, within half a unit of its last printed digit. */
export function fitOf(claim: Relation): Fit {
  const computed = computedOf(claim);
  if (computed === null) return "none";
  if (claim.kind === "subset") {
    if (isAtMost(computed.value, ZERO)) return "exact";
    return isAtMost(computed.least, ZERO) ? "rounded" : "none";
  }
  const stated = statedBy(claim);
  if (stated === null) return "exact";
  const { value, lastDigit } = stated.number;
  const [low, high] = [subtract(value, half(lastDigit)), add(value, half(lastDigit))];
  if (isAtLeast(computed.value, low) && isAtMost(computed.value, high)) return "exact";
  return isAtLeast(computed.most, low) && isAtMost(computed.least, high) ? "rounded" : "none";
}

type Reading = (quantity: Quantity) => Decimal;

const asPrinted: Reading = ({ number }) => number.value;
const atLeast: Reading = ({ number }) => subtract(number.value, roundingOf(number));
const atMost: Reading = ({ number }) => add(number.value, roundingOf(number));

/** `other` reads what makes the result smaller the greater it is. */
function eachWay(result: (value: Reading, other: Reading) => Decimal): Computed {
  const whole = (top: Decimal): Fraction => ({ top, bottom: ONE });
  return {
    value: whole(result(asPrinted, asPrinted)),
    least: whole(result(atLeast, atMost)),
    most: whole(result(atMost, atLeast)),
  };
}

function shareOf(part: Quantity, whole: Quantity): Computed | null {
  if (compare(atLeast(whole), ZERO) <= 0) return null;
  const percentage = (value: Reading, other: Reading): Fraction => ({
    top: multiply(value(part), HUNDRED),
    bottom: other(whole),
  });
  return {
    value: percentage(asPrinted, asPrinted),
    least: percentage(atLeast, atMost),
    most: percentage(atMost, atLeast),
  };
}

function isAtMost({ top, bottom }: Fraction, limit: Decimal): boolean {
  return compare(top, multiply(limit, bottom)) <= 0;
}

function isAtLeast({ top, bottom }: Fraction, limit: Decimal): boolean {
  return compare(top, multiply(limit, bottom)) >= 0;
}
