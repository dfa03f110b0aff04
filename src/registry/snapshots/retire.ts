import type { RosterTable } from "../target.ts";
import { putRecord, readRecords } from "./record.ts";

/** Marks a snapshot as not in use any more. One without a record has nothing to mark. */
export async function retire(
  where: RosterTable,
  snapshot: string,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const [record] = await readRecords(where, [snapshot], signal);
  if (record === undefined) return;
  const time = now.toISOString();
  const retired = { ...record, state: "retired" as const, touchedAt: time, retiredAt: time };
  const { touchedAt } = record;
  await putRecord(where, retired, { states: ["writing", "ready"], touchedAt }, signal);
}
