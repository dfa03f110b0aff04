import { monthOf, monthsBefore, type ObservedCounts } from "./snapshots/counts.ts";
import { readPointer } from "./snapshots/pointer.ts";
import { readRecords } from "./snapshots/record.ts";
import type { RosterTable } from "./target.ts";

export { monthOf, type ObservedCounts } from "./snapshots/counts.ts";

/** The counts of the roster in use, and of the last roster of each month before. */
export interface RosterCounts extends ObservedCounts {
  /** From the earliest. */
  readonly earlier: readonly ObservedCounts[];
}

/**
 * The counts of the roster in use and of the months before, in three readings of few items,
 * however many people there are. Null where no roster is in use, or where it was imported uncounted.
 */
export async function readRosterCounts(
  table: RosterTable,
  signal: AbortSignal,
): Promise<RosterCounts | null> {
  const inUse = await readPointer(table, signal);
  if (inUse === null) return null;
  const { observedAt, complete, snapshot } = inUse;
  const [record] = await readRecords(table, [snapshot], signal);
  if (record?.counts === undefined) return null;
  const earlier = await monthsBefore(table, monthOf(observedAt), signal);
  return { observedAt, complete, counts: record.counts, places: record.places ?? [], earlier };
}
