/**
 * Dates are `YYYY-MM-DD` strings of the proleptic Gregorian calendar, years 0001 to 9999.
 * As strings of one length they sort by time, so comparing dates is comparing strings.
 */

export const FIRST_DAY = "0001-01-01";
export const LAST_DAY = "9999-12-31";

/** Whole years, months, weeks and days; all of them zero or more. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

const DURATION = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;

/** Reads `PnYnMnWnD` (n up to 9999, no sign, no time); `null` where it is anything else. */
export function parseDuration(text: string): Duration | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const [, years, months, weeks, days] = match;
  return {
    years: Number(years ?? 0),
    months: Number(months ?? 0),
    weeks: Number(weeks ?? 0),
    days: Number(days ?? 0),
  };
}

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** True for a date that the calendar has: `2024-02-29`, not `2026-02-30`. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month);
}

/** The number that these characters write; not a number where one is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    number = digit >= 0 && digit < 10 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

const MILLISECONDS = 86_400_000;

/** The number of a day, 1970-01-01 being 0; days follow each other by one. */
export function dayNumber(date: string): number {
  return Date.parse(date) / MILLISECONDS;
}

/** The day of a number; `null` outside years 1 to 9999. The inverse of {@link dayNumber}. */
export function dayOf(number: number): string | null {
  if (number < -719_162 || number > 2_932_896) return null;
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10);
}

/** The day before or after by so many days; `null` outside years 1 to 9999. */
export function addDays(date: string, days: number): string | null {
  return dayOf(dayNumber(date) + days);
}

/**
 * Moves a date by a duration: years and months first, together, clamped once to the month's end
 * (31 May minus a month is 30 April), then weeks and days. `null` outside years 1 to 9999.
 */
export function shiftDate(date: string, direction: 1 | -1, duration: Duration): string | null {
  const monthsMoved = direction * (duration.years * 12 + duration.months);
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + monthsMoved;
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) return null;
  const month = months - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  const daysMoved = direction * (duration.weeks * 7 + duration.days);
  const moved = dateOf(year, month, day);
  return daysMoved === 0 ? moved : addDays(moved, daysMoved);
}

function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
