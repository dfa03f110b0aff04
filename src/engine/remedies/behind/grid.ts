import { largestDigits } from "../../computing/exact.ts";
import type { FactShape, Scalar } from "../../model/catalogue.ts";
import { dayNumber, dayOf, FIRST_DAY, LAST_DAY } from "../../values/calendar.ts";

/** The values that a fact can have, in their order, as whole numbers. */
export interface Grid {
  readonly first: number;
  readonly last: number;
  readonly placeOf: (value: Scalar) => number;
  readonly valueAt: (place: number) => Scalar;
}

/** Null of what has no order, or no next value. */
export function gridOf(shape: FactShape): Grid | null {
  if (shape.type === "date") {
    return {
      first: dayNumber(FIRST_DAY),
      last: dayNumber(LAST_DAY),
      placeOf: (value) => dayNumber(String(value)),
      valueAt: (place) => dayOf(place) ?? LAST_DAY,
    };
  }
  if (shape.type !== "integer" && shape.type !== "money" && shape.type !== "decimal") return null;
  const unit = shape.type === "decimal" ? 10 ** shape.scale : 1;
  const { minimum, maximum } = shape;
  const largest = largestDigits(shape.type === "decimal" ? shape.scale : 0);
  return {
    first: minimum === undefined ? -largest : Math.ceil(minimum * unit),
    last: maximum === undefined ? largest : Math.floor(maximum * unit),
    placeOf: (value) => Math.round(Number(value) * unit),
    valueAt: (place) => place / unit,
  };
}

/** Places around a value and around zero, ever further apart, with the first and the last. */
export function samplesOf({ first, last }: Grid, around: number): readonly number[] {
  const found = new Set([first, last, around]);
  for (const middle of [0, around]) {
    found.add(middle);
    for (let step = 1; step < 1e16; step *= 10) found.add(middle - step).add(middle + step);
  }
  return [...found].filter((at) => at >= first && at <= last).sort((one, other) => one - other);
}
