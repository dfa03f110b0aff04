import type { Pseudonyms } from "../store/identity.ts";
import { isStale } from "./freshness.ts";
import { rosterNaming } from "./roster-key.ts";
import { readPointer } from "./snapshots/pointer.ts";
import type { RosterTable } from "./target.ts";

export interface RosterInUse extends RosterTable, Pseudonyms {
  readonly clock: () => Date;
  readonly maximumAgeDays: number;
}

/** Why the roster in use answers nothing, or null where it does. */
export async function rosterProblem(
  roster: RosterInUse,
  signal: AbortSignal,
): Promise<"no-roster" | "roster-key-unknown" | "stale" | null> {
  const inUse = await readPointer(roster, signal);
  if (inUse === null) return "no-roster";
  if (rosterNaming(roster)(inUse) === null) return "roster-key-unknown";
  return isStale(inUse.observedAt, roster.clock(), roster.maximumAgeDays) ? "stale" : null;
}
