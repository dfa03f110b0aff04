import { addDays, dayNumber, dayOf, daysInMonth } from "../values/calendar.ts";

/** The engine looks at fewer days than these, and says so where they are not enough. */
const MOST_DAYS = 250;

/** The days after one, up to another. */
export function eachDay(asOf: number, last: number): readonly number[] {
  const length = Math.min(MOST_DAYS, last - asOf);
  return Array.from({ length }, (_, index) => asOf + index + 1);
}

/**
 * The days after one, up to another, on which a number of whole months from or to one of these dates
 * may change: the date's day in each month, the next one, and the month's first.
 */
export function monthlyDays(
  dates: readonly string[],
  asOf: number,
  last: number,
): readonly number[] {
  const inMonth = new Set(dates.map((date) => Number(date.slice(8))));
  const found = new Set<number>();
  for (let first = firstOfMonth(asOf); first <= last; first = firstOfMonth(first + 31)) {
    const [year = 0, month = 0] = (dayOf(first) ?? "").split("-").map(Number);
    found.add(first);
    for (const day of inMonth) {
      const clamped = first + Math.min(day, daysInMonth(year, month)) - 1;
      found.add(clamped);
      found.add(clamped + 1);
    }
    if (found.size > MOST_DAYS) break;
  }
  return [...found].filter((day) => day > asOf && day <= last);
}

function firstOfMonth(day: number): number {
  const date = dayOf(day);
  // The year 9999 ends the calendar.
  if (date === null) return Number.POSITIVE_INFINITY;
  return dayNumber(addDays(date, 1 - Number(date.slice(8))) ?? date);
}
