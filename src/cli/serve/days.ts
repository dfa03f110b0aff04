import { MOST_DAYS, readWholeDays } from "../../store/days.ts";
import { StartTrouble } from "./trouble.ts";

/** The days that a setting names. @throws StartTrouble where they are no number of days. */
export function daysIn(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  unlessSet: number,
): number {
  const text = environment[name]?.trim() ?? "";
  const days = text === "" ? unlessSet : readWholeDays(text);
  if (days !== null) return days;
  throw new StartTrouble({
    id: `${name} harus jumlah hari, bilangan bulat dari 1 sampai ${MOST_DAYS}.`,
    en: `${name} must be a number of days, a whole one from 1 to ${MOST_DAYS}.`,
  });
}
