import { lastDayOf } from "../../analysis/statement/versions.ts";
import type { Program } from "../../engine/decision/program.ts";

/** Today where the version is in force today; else its first day, or its last if that is over. */
export function dayToShow({ service, version }: Program, today: string): string {
  const last = lastDayOf(service, version);
  if (today < version.from) return version.from;
  return last !== null && last < today ? last : today;
}
