import { memberCounts } from "../member-counts.ts";
import { placeCounts } from "../place-counts.ts";
import type { SnapshotInUse } from "../snapshot-items.ts";
import { keepMonth } from "../snapshots/counts.ts";
import { readPointer, switchPointer } from "../snapshots/pointer.ts";
import { changeList, putRecord } from "../snapshots/record.ts";
import { retire } from "../snapshots/retire.ts";
import type { RosterTarget } from "../target.ts";
import type { ImportRefusal } from "./refusal.ts";
import type { ImportState } from "./state.ts";

export type Finished =
  | {
      readonly kind: "in-use";
      readonly inUse: SnapshotInUse;
      readonly state: ImportState;
      /** Whether it was said to be complete, and is not, since rows were left out. */
      readonly completeDropped: boolean;
    }
  | { readonly kind: "unchanged"; readonly snapshot: string }
  | {
      readonly kind: "refused";
      readonly refusal: ImportRefusal;
      readonly state: ImportState;
    };

/**
 * Takes a snapshot whose rows are all in into use, if the one in use is still the one that was
 * when the import began. A roster from which rows were left out is not complete: those people
 * would count as no members.
 */
export async function finishImport(
  target: RosterTarget,
  state: ImportState,
  now: Date,
  signal: AbortSignal,
): Promise<Finished> {
  const { snapshot, observedAt, pointer, startedAt, pages, bad, badRows, keyMark } = state;
  if (bad > 0 && !state.acceptBadRows) {
    return await giveUp(target, state, { reason: "bad-rows", bad, badRows }, now, signal);
  }
  if (state.members === 0)
    return await giveUp(target, state, { reason: "no-members" }, now, signal);
  // Once more: a task that removed this very snapshot may have taken it off meanwhile.
  await changeList(target, "ADD", snapshot, signal);
  const times = { observedAt, startedAt, touchedAt: now.toISOString() };
  const counts = memberCounts(state.counts, state.members);
  // Whoever counts no more was counted at a place that is not known any more.
  const places = state.leftOut > 0 ? [] : placeCounts(state.places, state.members);
  const counted = counts !== null && { counts, places };
  const ready = { snapshot, state: "ready" as const, ...times, pages, ...counted };
  if (!(await putRecord(target, ready, { states: ["writing", "ready"] }, signal))) {
    return await unlessInUse(target, state, { reason: "interrupted" }, signal);
  }
  const complete = state.complete && bad === 0;
  const inUse: SnapshotInUse = { snapshot, observedAt, complete, imported: true, keyMark };
  const keep = async () => {
    if (counts !== null) await keepMonth(target, { observedAt, complete, counts, places }, signal);
  };
  if (!(await switchPointer(target, inUse, pointer, signal))) {
    const finished = await unlessInUse(target, state, { reason: "overtaken" }, signal);
    // An earlier run may have ended between the switch and this.
    if (finished.kind === "unchanged") await keep();
    if (finished.kind === "refused") await retire(target, snapshot, now, signal);
    return finished;
  }
  await keep();
  if (pointer !== null) await retire(target, pointer.snapshot, now, signal);
  return { kind: "in-use", inUse, state, completeDropped: state.complete && !complete };
}

/** Leaves a snapshot to the task that removes old ones. */
export async function giveUp(
  target: RosterTarget,
  state: ImportState,
  refusal: ImportRefusal,
  now: Date,
  signal: AbortSignal,
): Promise<Finished> {
  const finished = await unlessInUse(target, state, refusal, signal);
  if (finished.kind === "refused") await retire(target, state.snapshot, now, signal);
  return finished;
}

/** The same import, run twice at once, ends well for both. */
async function unlessInUse(
  target: RosterTarget,
  state: ImportState,
  refusal: ImportRefusal,
  signal: AbortSignal,
): Promise<Finished> {
  const { snapshot } = state;
  const pointer = await readPointer(target, signal);
  if (pointer?.snapshot === snapshot) return { kind: "unchanged", snapshot };
  return { kind: "refused", refusal, state };
}
