import { keyMark } from "../store/identity.ts";
import { memberCounts, recount } from "./member-counts.ts";
import type { Roster } from "./roster.ts";
import { type Placed, ROWS_A_PAGE, writePage } from "./snapshots/pages.ts";
import { readPointer, setPointer } from "./snapshots/pointer.ts";
import { changeList, putRecord, readRecords } from "./snapshots/record.ts";
import { retire } from "./snapshots/retire.ts";
import type { RosterTarget } from "./target.ts";

export type { RosterTarget } from "./target.ts";

/**
 * Writes an invented roster's members under their snapshot and only then names the snapshot as the
 * one in use, so that whoever looks someone up meanwhile sees the whole old one or the whole new
 * one. A roster that was imported from a file stays: it holds real people.
 */
export async function loadRoster(
  target: RosterTarget,
  { snapshot, observedAt, complete, members }: Roster,
  signal: AbortSignal,
): Promise<void> {
  const before = await readPointer(target, signal);
  if (before?.imported) return;
  const placed = members.map(
    (member, index): Placed => ({
      pseudonym: target.pseudonym("nik", member.nik),
      line: index + 1,
      facts: member,
    }),
  );
  const pages = Math.ceil(placed.length / ROWS_A_PAGE);
  const [known] = await readRecords(target, [snapshot], signal);
  const counts = memberCounts(recount({}, members, []), members.length);
  const now = new Date().toISOString();
  const record = {
    snapshot,
    state: "ready" as const,
    observedAt,
    startedAt: now,
    touchedAt: now,
    pages: Math.max(pages, known?.pages ?? 0),
    ...(counts !== null && { counts }),
  };
  await changeList(target, "ADD", snapshot, signal);
  const states = ["writing", "ready", "retired"] as const;
  await putRecord(target, record, { states, orAbsent: true }, signal);
  for (let page = 0; page < pages; page++) {
    const rows = placed.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);
    await writePage(target, { snapshot, page }, rows, signal);
  }
  const mark = keyMark(target.pseudonym);
  const inUse = { snapshot, observedAt, complete, imported: false, keyMark: mark };
  await setPointer(target, inUse, signal);
  if (before !== null && before.snapshot !== snapshot) {
    await retire(target, before.snapshot, new Date(), signal);
  }
}
