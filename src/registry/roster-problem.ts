import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { isStale } from "./freshness.ts";
import { readPointer } from "./snapshots/pointer.ts";

export interface RosterInUse {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: () => Date;
  readonly maximumAgeDays: number;
}

/** Why the roster in use answers nothing, or null where it does. */
export async function rosterProblem(
  roster: RosterInUse,
  signal: AbortSignal,
): Promise<"no-roster" | "stale" | null> {
  const inUse = await readPointer(roster, signal);
  if (inUse === null) return "no-roster";
  return isStale(inUse.observedAt, roster.clock(), roster.maximumAgeDays) ? "stale" : null;
}
