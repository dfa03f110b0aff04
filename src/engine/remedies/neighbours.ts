import type { Shift } from "../conditions/shift.ts";
import type { Scalar, ScalarShape } from "../model/catalogue.ts";
import { addDays, dayNumber, dayOf, FIRST_DAY, LAST_DAY, shiftDate } from "../values/calendar.ts";

/** A value with the next one below and above it, where its type has such. */
export function neighbours(shape: ScalarShape, value: Scalar): readonly Scalar[] {
  if (typeof value === "number") {
    return shape.type === "number"
      ? [value, nextNumber(value, -1), nextNumber(value, 1)]
      : [value, value - 1, value + 1];
  }
  if (shape.type !== "date" || typeof value !== "string") return [value];
  return [value, addDays(value, -1), addDays(value, 1)].flatMap((day) => day ?? []);
}

/** The next 64-bit floating-point number in a direction (IEEE 754 nextUp and nextDown). */
function nextNumber(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const away = value > 0 === direction > 0;
  view.setBigInt64(0, view.getBigInt64(0) + (away ? 1n : -1n));
  return view.getFloat64(0);
}

/**
 * The days around those that a shift moves onto a date: the first and last that reach it, and
 * their neighbours. A shift never runs backwards, so the first is found by halving.
 */
export function preimages(shift: Shift, date: string): readonly string[] {
  const target = dayNumber(date);
  const reaching = firstReaching(shift, target);
  const passing = firstReaching(shift, target + 1);
  const days = [reaching - 1, reaching, passing - 1, passing];
  return days.flatMap((day) => {
    const found = dayOf(day);
    return found !== null && moved(shift, day) !== null ? [found] : [];
  });
}

function firstReaching(shift: Shift, target: number): number {
  let before = dayNumber(FIRST_DAY) - 1;
  let reached = dayNumber(LAST_DAY) + 1;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    const outside = shift.direction === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if ((moved(shift, middle) ?? outside) >= target) reached = middle;
    else before = middle;
  }
  return reached;
}

function moved({ duration, direction }: Shift, day: number): number | null {
  const date = dayOf(day);
  if (date === null || duration === null) return null;
  const result = shiftDate(date, direction, duration);
  return result === null ? null : dayNumber(result);
}
