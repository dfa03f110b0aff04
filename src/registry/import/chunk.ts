import { recount } from "../member-counts.ts";
import { placesIn, recountPlaces } from "../place-counts.ts";
import { readRow } from "../roster-file/read-row.ts";
import { type Row, RowsUnreadable, rowsFrom } from "../roster-file/rows.ts";
import type { RosterSource } from "../roster-file/source.ts";
import { ROWS_A_PAGE, readPeople, writePage, writePeople } from "../snapshots/pages.ts";
import { putRecord, readRecords } from "../snapshots/record.ts";
import type { RosterTarget } from "../target.ts";
import type { ImportRefusal } from "./refusal.ts";
import { type RowAboutPerson, settleRows } from "./settle-rows.ts";
import { type BadRow, type ImportState, MOST_BAD_ROWS } from "./state.ts";

export type Chunk =
  | { readonly kind: "out-of-time"; readonly state: ImportState }
  | { readonly kind: "all-read"; readonly state: ImportState }
  | { readonly kind: "refused"; readonly refusal: ImportRefusal; readonly state: ImportState };

/** When to stop, and what time it is. */
export interface Deadline {
  readonly outOfTime: () => boolean;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
}

/**
 * Reads rows from where the state stands and writes them into the snapshot, page by page, until
 * all are in or time is out; at least one page. The state that it gives is all that the next one
 * needs. The same pages written twice are the same snapshot.
 */
export async function importChunk(
  target: RosterTarget,
  source: RosterSource,
  from: ImportState,
  deadline: Deadline,
): Promise<Chunk> {
  let state = from;
  let page: Row[] = [];
  const [record] = await readRecords(target, [from.snapshot], deadline.signal);
  const pages = record?.pages ?? 0;
  try {
    for await (const row of rowsFrom(source, from.offset, from.layout)) {
      page.push(row);
      if (page.length < ROWS_A_PAGE) continue;
      const next = await importPage(target, state, { from, page, pages }, deadline);
      if (next === null) return { kind: "refused", refusal: { reason: "interrupted" }, state };
      state = next;
      page = [];
      if (state.bad > MOST_BAD_ROWS && !state.acceptBadRows) return { kind: "all-read", state };
      if (deadline.outOfTime()) return { kind: "out-of-time", state };
    }
  } catch (error) {
    if (!(error instanceof RowsUnreadable)) throw error;
    const line = from.lines + error.line;
    return { kind: "refused", refusal: { reason: "unreadable", line }, state };
  }
  if (page.length > 0) {
    const next = await importPage(target, state, { from, page, pages }, deadline);
    if (next === null) return { kind: "refused", refusal: { reason: "interrupted" }, state };
    state = next;
  }
  return { kind: "all-read", state };
}

interface PageOfRows {
  /** Where reading began: rows count lines and bytes from there. */
  readonly from: ImportState;
  readonly page: readonly Row[];
  /** Pages that an earlier run of the same import may have written. */
  readonly pages: number;
}

/** Writes one page; null where the snapshot is not to be written any more. */
async function importPage(
  target: RosterTarget,
  state: ImportState,
  { from, page, pages }: PageOfRows,
  { clock, signal }: Deadline,
): Promise<ImportState | null> {
  const { snapshot, observedAt, startedAt } = state;
  const touchedAt = clock().toISOString();
  const record = {
    snapshot,
    state: "writing" as const,
    ...{ observedAt, startedAt, touchedAt },
    pages: Math.max(pages, state.pages + 1),
  };
  if (!(await putRecord(target, record, { states: ["writing", "ready"] }, signal))) return null;
  const unknown: BadRow[] = [];
  const rows: RowAboutPerson[] = [];
  for (const row of page) {
    const line = from.lines + row.line;
    const read = readRow(row.fields, state.layout);
    const pseudonymOf = (nik: string) => target.pseudonym("nik", nik);
    if (read.kind === "member") {
      const places = placesIn(row.fields, state.layout.columns);
      rows.push({ pseudonym: pseudonymOf(read.member.nik), line, facts: read.member, places });
    } else if (read.nik === undefined) unknown.push({ line, reason: read.reason });
    else rows.push({ pseudonym: pseudonymOf(read.nik), line, facts: null, fault: read.reason });
  }
  const names = rows.map(({ pseudonym }) => pseudonym);
  const settled = settleRows(rows, await readPeople(target, snapshot, names, signal));
  await writePage(target, { snapshot, page: state.pages }, settled.own, signal);
  await writePeople(target, snapshot, settled.contradicted, signal);
  const last = page.at(-1);
  const bad = [...unknown, ...settled.badRows].sort((one, other) => one.line - other.line);
  return {
    ...state,
    offset: from.offset + (last?.bytes ?? 0),
    lines: from.lines + (last?.line ?? 0),
    pages: state.pages + 1,
    members: state.members + settled.members,
    bad: state.bad + bad.length,
    leftOut: state.leftOut + settled.leftOut,
    counts: recount(state.counts, settled.gained, settled.lost),
    places: recountPlaces(state.places, settled.placed),
    badRows: [...state.badRows, ...bad].slice(0, MOST_BAD_ROWS),
  };
}
