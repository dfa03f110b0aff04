import type { Helper } from "./helper.ts";

/** The calendar as the engine has it. */
export const CALENDAR: readonly Helper[] = [
  { name: "DAY", text: "const DAY = 86400000;" },
  {
    name: "isDate",
    text: `function isDate(text) {
  const time = /^\\d{4}-\\d\\d-\\d\\d$/.test(text) ? Date.parse(text) : NaN;
  return text > "0001" && !Number.isNaN(time) && dateOf(time / DAY) === text;
}`,
  },
  {
    name: "move",
    text: `// Months first, clamped to the month's end, then days.
function move(date, name, months, days) {
  if (typeof date !== "string") return null;
  const moved = shift(Date.parse(date) / DAY, months, days);
  if (moved !== null) return dateOf(moved);
  throw trouble(
    "date-out-of-range",
    \`"\${name}" keluar dari tahun 1–9999 bila digeser menurut aturan.\`,
    \`"\${name}" leaves the years 1–9999 when the rule moves it.\`,
  );
}`,
  },
  {
    name: "shift",
    text: `function shift(day, months, days) {
  const date = new Date(day * DAY);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(month / 12);
  if (year < 1 || year > 9999) return null;
  // Date.UTC takes the year 1 for 1901; the calendar repeats itself after 400 years.
  const first = Date.UTC(year + 400, month - year * 12, 1) / DAY - 146097;
  const next = Date.UTC(year + 400, month - year * 12 + 1, 1) / DAY - 146097;
  const moved = Math.min(first + date.getUTCDate(), next) - 1 + days;
  return isInCalendar(moved) ? moved : null;
}`,
  },
  {
    name: "dateOf",
    text: `function dateOf(day) {
  return isInCalendar(day) ? new Date(day * DAY).toISOString().slice(0, 10) : null;
}`,
  },
  {
    name: "isInCalendar",
    text: `function isInCalendar(day) {
  return day >= -719162 && day <= 2932896;
}`,
  },
];
