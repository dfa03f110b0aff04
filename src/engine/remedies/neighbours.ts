import { firstDayReaching, movedDay, type Shift } from "../conditions/shift.ts";
import type { Scalar, ScalarShape } from "../model/catalogue.ts";
import { addDays, dayNumber, dayOf, FIRST_DAY, LAST_DAY } from "../values/calendar.ts";

/** A value with the next one below and above it, where its type has such. */
export function neighbours(shape: ScalarShape, value: Scalar): readonly Scalar[] {
  if (typeof value === "number") {
    if (shape.type === "number") return [value, nextNumber(value, -1), nextNumber(value, 1)];
    const unit = shape.type === "decimal" ? 10 ** shape.scale : 1;
    const [below, above] = [Math.ceil(value * unit) - 1, Math.floor(value * unit) + 1];
    return [value, below / unit, above / unit];
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
 * The days around those that a shift moves onto a date: the first and the last that reach it, and
 * their neighbours.
 */
export function preimages(shift: Shift, date: string): readonly string[] {
  const target = dayNumber(date);
  const first = dayNumber(FIRST_DAY);
  const last = dayNumber(LAST_DAY);
  const reaching = firstDayReaching(shift, target, first, last) ?? last + 1;
  const passing = firstDayReaching(shift, target + 1, first, last) ?? last + 1;
  return [reaching - 1, reaching, passing - 1, passing].flatMap((day) =>
    Number.isFinite(movedDay(shift, day)) ? (dayOf(day) ?? []) : [],
  );
}
