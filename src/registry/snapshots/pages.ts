import { deleteItems, readItems, type StoredItem, writeItems } from "../../store/batches.ts";
import type { MemberFacts } from "../roster.ts";
import { CONTRADICTED_ON, memberItem, memberKey, readMember } from "../snapshot-items.ts";
import type { RosterTable } from "../target.ts";

/**
 * How many rows of a roster make a page. Pages are counted from the first row, so that the same
 * file always gives the same pages, however often its import stopped and went on.
 */
export const ROWS_A_PAGE = 1000;

/** What a snapshot holds of a person. */
export interface Placed {
  /** The name under which it is stored. */
  readonly pseudonym: string;
  /** The line that told of them first. */
  readonly line: number;
  /** Null where that line could not be read. */
  readonly facts: MemberFacts | null;
  /** The first line that differs from it, or cannot be read: from there on, none of them counts. */
  readonly contradictedOn?: number;
}

function pageKey(snapshot: string, page: number): string {
  return `${snapshot}#page#${page}`;
}

/**
 * Writes a page of people. First goes the list of their keys, by which they are deleted one day:
 * a crash leaves nobody whom no list names.
 */
export async function writePage(
  where: RosterTable,
  { snapshot, page }: { readonly snapshot: string; readonly page: number },
  people: readonly Placed[],
  signal: AbortSignal,
): Promise<void> {
  const { client, table } = where;
  const names = people.map(({ pseudonym }) => pseudonym).join(" ");
  const list = { pk: { S: pageKey(snapshot, page) }, members: { S: names } };
  await writeItems(client, table, [list], signal);
  await writePeople(where, snapshot, people, signal);
}

/** Writes people whom the list of a page already names. */
export async function writePeople(
  { client, table }: RosterTable,
  snapshot: string,
  people: readonly Placed[],
  signal: AbortSignal,
): Promise<void> {
  const items = people.map((person) => itemOf(snapshot, person));
  await writeItems(client, table, items, signal);
}

/** What the snapshot already holds of these people, by their names. */
export async function readPeople(
  { client, table }: RosterTable,
  snapshot: string,
  pseudonyms: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Placed>> {
  const keys = pseudonyms.map((pseudonym) => memberKey(snapshot, pseudonym));
  const items = await readItems(client, table, keys, signal);
  return new Map(
    pseudonyms.flatMap((pseudonym) => {
      const person = personIn(items.get(memberKey(snapshot, pseudonym)), pseudonym);
      return person === null ? [] : [[pseudonym, person] as const];
    }),
  );
}

function itemOf(snapshot: string, { pseudonym, line, facts, contradictedOn }: Placed): StoredItem {
  return {
    pk: { S: memberKey(snapshot, pseudonym) },
    ...(facts !== null && memberItem(facts)),
    line: { N: String(line) },
    ...(contradictedOn !== undefined && { [CONTRADICTED_ON]: { N: String(contradictedOn) } }),
  };
}

function personIn(item: StoredItem | undefined, pseudonym: string): Placed | null {
  const line = item?.["line"]?.N;
  if (item === undefined || line === undefined) return null;
  const contradictedOn = item[CONTRADICTED_ON]?.N;
  return {
    pseudonym,
    line: Number(line),
    facts: readMember(item),
    ...(contradictedOn !== undefined && { contradictedOn: Number(contradictedOn) }),
  };
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
