import { LayakError } from "../errors.ts";
import type { EvidenceParams } from "../model/decision.ts";
import { type Duration, dayNumber, dayOf, shiftDay } from "../values/calendar.ts";

/** A date fact's move by a duration; `duration` is null where its parameter has no value. */
export interface Shift {
  readonly direction: 1 | -1;
  readonly duration: Duration | null;
  /** As evidence tells it. */
  readonly params: EvidenceParams;
}

/** The duration that evidence tells; null where its parameter has no value. */
export function durationIn(params: EvidenceParams | undefined): string | null {
  if (params === undefined) return null;
  return "plus" in params ? params.plus : params.minus;
}

/**
 * Moves a date; null where the shift's parameter has no value.
 * @throws LayakError `date-out-of-range` where the result leaves the years 1 to 9999.
 */
export function move(date: string, shift: Shift, name: string): string | null {
  if (shift.duration === null) return null;
  const moved = dayOf(movedDay(shift, dayNumber(date)));
  if (moved !== null) return moved;
  throw new LayakError("date-out-of-range", {
    id: `"${name}" keluar dari tahun 1–9999 bila digeser menurut aturan.`,
    en: `"${name}" leaves the years 1–9999 when the rule moves it.`,
  });
}

/** Moving by the same months is never so many days longer at one time than at another. */
const DAYS_APART = 12;

/**
 * The first day from `from` to `to`, as day numbers, whose moved day reaches a limit; null where
 * none does. A move never runs backwards, so the day is found by halving, around the day that a
 * move as long as the first day's gives.
 */
export function firstDayReaching(
  shift: Shift | undefined,
  limit: number,
  from: number,
  to: number,
): number | null {
  if (movedDay(shift, to) < limit) return null;
  const near = from + limit - movedDay(shift, from);
  let before = from - 1;
  let reached = to;
  // A day beyond the calendar's end is infinitely far, and tells nothing.
  if (Number.isFinite(near)) {
    before = Math.max(before, near - DAYS_APART);
    reached = Math.min(to, Math.max(from, near + DAYS_APART));
  }
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (movedDay(shift, middle) >= limit) reached = middle;
    else before = middle;
  }
  return reached;
}

/** The number of the moved day; infinite beyond the calendar's ends. */
export function movedDay(shift: Shift | undefined, day: number): number {
  if (shift === undefined || shift.duration === null) return day;
  return (
    shiftDay(day, shift.direction, shift.duration) ?? shift.direction * Number.POSITIVE_INFINITY
  );
}
