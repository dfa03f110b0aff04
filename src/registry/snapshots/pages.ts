import { deleteItems, readItems, writeItems } from "../../store/batches.ts";
import type { Member } from "../roster.ts";
import { memberItem, memberKey } from "../snapshot-items.ts";
import type { RosterTable } from "../target.ts";

/**
 * How many rows of a roster make a page. Pages are counted from the first row, so that the same
 * file always gives the same pages, however often its import stopped and went on.
 */
export const ROWS_A_PAGE = 1000;

/** A member, the line that told so, and the name under which it is stored. */
export interface Placed {
  readonly pseudonym: string;
  readonly line: number;
  readonly member: Member;
}

function pageKey(snapshot: string, page: number): string {
  return `${snapshot}#page#${page}`;
}

/**
 * Writes a page of members. First goes the list of their keys, by which they are deleted one day:
 * a crash leaves no member that no list names.
 */
export async function writePage(
  { client, table }: RosterTable,
  { snapshot, page }: { readonly snapshot: string; readonly page: number },
  members: readonly Placed[],
  signal: AbortSignal,
): Promise<void> {
  const names = members.map(({ pseudonym }) => pseudonym).join(" ");
  const list = { pk: { S: pageKey(snapshot, page) }, members: { S: names } };
  await writeItems(client, table, [list], signal);
  const items = members.map(({ pseudonym, line, member }) => ({
    ...memberItem(memberKey(snapshot, pseudonym), member),
    line: { N: String(line) },
  }));
  await writeItems(client, table, items, signal);
}

/** The line that first told of each of these people, of those already in the snapshot. */
export async function linesOf(
  { client, table }: RosterTable,
  snapshot: string,
  pseudonyms: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const keys = pseudonyms.map((pseudonym) => memberKey(snapshot, pseudonym));
  const items = await readItems(client, table, keys, signal);
  return new Map(
    pseudonyms.flatMap((pseudonym) => {
      const line = Number(items.get(memberKey(snapshot, pseudonym))?.["line"]?.N);
      return Number.isNaN(line) ? [] : [[pseudonym, line] as const];
    }),
  );
}

/**
 * Deletes the members of a snapshot page by page, the last page first, so that a crash leaves
 * pages without a gap. False where time ran out before all were gone.
 */
export async function removePages(
  where: RosterTable,
  { snapshot, pages }: { readonly snapshot: string; readonly pages: number },
  outOfTime: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const { client, table } = where;
  let end = pages;
  // Of two imports of the same file, the one behind may have counted last.
  while ((await membersOf(where, snapshot, end, signal)) !== null) end += 1;
  for (let page = end - 1; page >= 0; page--) {
    if (outOfTime()) return false;
    const members = await membersOf(where, snapshot, page, signal);
    if (members === null) continue;
    const keys = members.map((pseudonym) => memberKey(snapshot, pseudonym));
    await deleteItems(client, table, keys, signal);
    await deleteItems(client, table, [pageKey(snapshot, page)], signal);
  }
  return true;
}

async function membersOf(
  { client, table }: RosterTable,
  snapshot: string,
  page: number,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const key = pageKey(snapshot, page);
  const list = (await readItems(client, table, [key], signal)).get(key)?.["members"]?.S;
  if (list === undefined) return null;
  return list === "" ? [] : list.split(" ");
}
