import type { MemberCount } from "./member-counts.ts";
import { readPointer } from "./snapshots/pointer.ts";
import { readRecords } from "./snapshots/record.ts";
import type { RosterTable } from "./target.ts";

/** What a roster's members come to, as they were counted when it was imported. */
export interface RosterCounts {
  /** ISO 8601 with a time zone. */
  readonly observedAt: string;
  /** Whether it names every member. */
  readonly complete: boolean;
  readonly counts: readonly MemberCount[];
}

/**
 * The counts of the roster in use, in two readings of one item each, however many people there are.
 * Null where no roster is in use, or where it was imported uncounted.
 */
export async function readRosterCounts(
  table: RosterTable,
  signal: AbortSignal,
): Promise<RosterCounts | null> {
  const inUse = await readPointer(table, signal);
  if (inUse === null) return null;
  const [record] = await readRecords(table, [inUse.snapshot], signal);
  if (record?.counts === undefined) return null;
  return { observedAt: inUse.observedAt, complete: inUse.complete, counts: record.counts };
}
