import { type Finding, finding } from "./diagnostic.ts";

/** `LYK322`; both days as `YYYY-MM-DD`. */
export function confirmedTooEarly(on: string, today: string): Finding {
  return finding(
    "LYK322",
    {
      id: `dipastikan pada ${on}, hari yang belum tiba; hari ini ${today}`,
      en: `confirmed on ${on}, a day to come; today is ${today}`,
    },
    {
      id: 'tulis di "on" hari ketika hal itu dipastikan',
      en: 'write in "on" the day on which it was confirmed',
    },
  );
}
