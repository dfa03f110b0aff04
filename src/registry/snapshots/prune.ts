import { deleteItems } from "../../store/batches.ts";
import type { RosterTable } from "../target.ts";
import { removePages } from "./pages.ts";
import { readPointer } from "./pointer.ts";
import {
  changeList,
  listSnapshots,
  putRecord,
  readRecords,
  recordKey,
  type SnapshotRecord,
} from "./record.ts";

export interface PruneOptions {
  /** How long a snapshot is kept after it went out of use. */
  readonly keepMilliseconds: number;
  readonly clock: () => Date;
  readonly outOfTime: () => boolean;
  readonly signal: AbortSignal;
}

/** How many snapshots were removed, newly marked as out of use, and left for later. */
export interface Pruned {
  readonly removed: number;
  readonly retired: number;
  readonly kept: number;
  /** False where time ran out; the next run goes on. */
  readonly finished: boolean;
}

/** No import is silent for so long between two pages, nor between the last one and the switch. */
const SILENCE_MILLISECONDS = 6 * 3_600_000;

/**
 * Removes snapshots that went out of use long enough ago. It never touches the one in use, nor one
 * that is being written: whatever is not marked as out of use is only marked, and removed a whole
 * keeping time later.
 */
export async function pruneSnapshots(where: RosterTable, options: PruneOptions): Promise<Pruned> {
  const { signal } = options;
  const names = await listSnapshots(where, signal);
  let [removed, retired, kept] = [0, 0, 0];
  for (const record of await readRecords(where, names, signal)) {
    const pointer = await readPointer(where, signal);
    // Without one, something is wrong, and nothing can be told to be out of use.
    const step = pointer === null ? "keep" : stepFor(record, pointer.snapshot, options);
    if (step === "retire" && (await markRetired(where, record, options))) retired += 1;
    else if (step === "remove" && (await markRemoving(where, record, options))) {
      if (!(await remove(where, record, options))) {
        return { removed, retired, kept, finished: false };
      }
      removed += 1;
    } else kept += 1;
  }
  return { removed, retired, kept, finished: true };
}

type Step = "keep" | "retire" | "remove";

function stepFor(record: SnapshotRecord, inUse: string, options: PruneOptions): Step {
  if (record.snapshot === inUse) return "keep";
  const now = options.clock().getTime();
  if (record.state === "removing") return "remove";
  if (record.state === "retired") {
    const since = now - Date.parse(record.retiredAt ?? record.touchedAt);
    return since > options.keepMilliseconds ? "remove" : "keep";
  }
  return now - Date.parse(record.touchedAt) > SILENCE_MILLISECONDS ? "retire" : "keep";
}

async function markRetired(
  where: RosterTable,
  record: SnapshotRecord,
  { clock, signal }: PruneOptions,
): Promise<boolean> {
  const time = clock().toISOString();
  const retired = { ...record, state: "retired" as const, touchedAt: time, retiredAt: time };
  return await putRecord(where, retired, asItWas(record), signal);
}

async function markRemoving(
  where: RosterTable,
  record: SnapshotRecord,
  { clock, signal }: PruneOptions,
): Promise<boolean> {
  const touchedAt = clock().toISOString();
  const removing = { ...record, state: "removing" as const, touchedAt };
  if (!(await putRecord(where, removing, asItWas(record), signal))) return false;
  // From here on no import takes it into use; one that was about to has done so by now.
  const pointer = await readPointer(where, signal);
  return pointer !== null && pointer.snapshot !== record.snapshot;
}

/** Only if nobody has written the record since it was read. */
function asItWas({ state, touchedAt }: SnapshotRecord) {
  return { states: [state], touchedAt };
}

async function remove(
  where: RosterTable,
  record: SnapshotRecord,
  { outOfTime, signal }: PruneOptions,
): Promise<boolean> {
  const { snapshot } = record;
  if (!(await removePages(where, record, outOfTime, signal))) return false;
  await deleteItems(where.client, where.table, [recordKey(snapshot)], signal);
  await changeList(where, "DELETE", snapshot, signal);
  return true;
}
