import { isDate } from "../../engine/values/calendar.ts";

const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;

/** A date that people wrote their own way, as rules write it; null where it is no date. */
export function plainDateOf(written: string): string | null {
  const trimmed = written.trim();
  const dayFirst = DAY_FIRST.exec(trimmed);
  const yearFirst = YEAR_FIRST.exec(trimmed);
  const parts = dayFirst !== null ? dayFirst.slice(1).reverse() : yearFirst?.slice(1);
  if (parts === undefined) return null;
  const [year = "", month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) && date !== written ? date : null;
}
