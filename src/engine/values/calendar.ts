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

/** Of a day. */
export const MILLISECONDS = 86_400_000;

/** The number of a day, 1970-01-01 being 0; days follow each other by one. */
export function dayNumber(date: string): number {
  return Date.parse(date) / MILLISECONDS;
}

/** The day of a number; `null` outside years 1 to 9999. The inverse of {@link dayNumber}. */
export function dayOf(number: number): string | null {
  return isInCalendar(number) ? new Date(number * MILLISECONDS).toISOString().slice(0, 10) : null;
}

function isInCalendar(number: number): boolean {
  return number >= -719_162 && number <= 2_932_896;
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
  const moved = shiftDay(dayNumber(date), direction, duration);
  return moved === null ? null : dayOf(moved);
}

/** As {@link shiftDate}, for numbers of days. */
export function shiftDay(number: number, direction: 1 | -1, duration: Duration): number | null {
  const date = new Date(number * MILLISECONDS);
  const months =
    date.getUTCFullYear() * 12 +
    date.getUTCMonth() +
    direction * (duration.years * 12 + duration.months);
  const year = Math.floor(months / 12);
  if (year < 1 || year > 9999) return null;
  const month = months - year * 12;
  const day = Math.min(date.getUTCDate(), daysInMonth(year, month + 1));
  // Date.UTC takes the year 1 for 1901; the calendar repeats itself after 400 years.
  const first = Date.UTC(year + 400, month, day) / MILLISECONDS - 146_097;
  const moved = first + direction * (duration.weeks * 7 + duration.days);
  return isInCalendar(moved) ? moved : null;
}
