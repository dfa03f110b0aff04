import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { readItems, type StoredItem, writeItems } from "../../store/batches.ts";
import type { MemberCount } from "../member-counts.ts";
import { type PlaceCount, ROSTER_PLACES } from "../place-counts.ts";
import { readMember } from "../snapshot-items.ts";
import type { RosterTable } from "../target.ts";

/** What a roster's members come to, as they were counted when it was imported. */
export interface ObservedCounts {
  /** ISO 8601 with a time zone. */
  readonly observedAt: string;
  /** Whether it names every member. */
  readonly complete: boolean;
  readonly counts: readonly MemberCount[];
  /** Of each place that the roster tells of everybody, or nearly. */
  readonly places: readonly PlaceCount[];
}

const JAKARTA_MILLISECONDS_AHEAD = 7 * 3_600_000;

/** The month in Jakarta of a moment: `2026-11`. */
export function monthOf(moment: string): string {
  return new Date(Date.parse(moment) + JAKARTA_MILLISECONDS_AHEAD).toISOString().slice(0, 7);
}

function monthKey(month: string): string {
  return `counts#${month}`;
}

/** Keeps the counts as those of their month, in place of earlier ones. They name nobody. */
export async function keepMonth(
  { client, table }: RosterTable,
  { observedAt, complete, ...counted }: ObservedCounts,
  signal: AbortSignal,
): Promise<void> {
  const item = {
    pk: { S: monthKey(monthOf(observedAt)) },
    observedAt: { S: observedAt },
    complete: { BOOL: complete },
    ...countAttributes(counted),
  };
  await writeItems(client, table, [item], signal);
}

/**
 * The counts of the months before one, from January of the year before on; months without a roster
 * are left out.
 */
export async function monthsBefore(
  { client, table }: RosterTable,
  month: string,
  signal: AbortSignal,
): Promise<readonly ObservedCounts[]> {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const keys = Array.from({ length: 11 + number }, (_, index) => {
    const first = new Date(Date.UTC(year - 1, index, 1));
    return monthKey(first.toISOString().slice(0, 7));
  });
  const items = await readItems(client, table, keys, signal);
  return keys.flatMap((key) => readObserved(items.get(key)) ?? []);
}

function readObserved(item: StoredItem | undefined): ObservedCounts | null {
  const observedAt = item?.["observedAt"]?.S;
  const counts = readCounts(item?.["counts"]);
  if (item === undefined || observedAt === undefined || counts === null) return null;
  const complete = item["complete"]?.BOOL ?? false;
  return { observedAt, complete, counts, places: readPlaces(item["places"]) };
}

export function countAttributes({
  counts,
  places,
}: Pick<ObservedCounts, "counts" | "places">): StoredItem {
  return { counts: { L: counts.map(countItem) }, places: { L: places.map(placeItem) } };
}

function countItem({ status, segment, programmes, people }: MemberCount): AttributeValue {
  return {
    M: {
      status: { S: status },
      ...(segment !== undefined && { segment: { S: segment } }),
      programmes: { L: programmes.map((programme) => ({ S: programme })) },
      people: { N: String(people) },
    },
  };
}

function placeItem({ place, value, status, people }: PlaceCount): AttributeValue {
  return {
    M: {
      place: { S: place },
      value: { S: value },
      status: { S: status },
      people: { N: String(people) },
    },
  };
}

/** Null where an item of it makes no sense. */
export function readCounts(value: AttributeValue | undefined): readonly MemberCount[] | null {
  const counts = value?.L?.flatMap(({ M: item }): readonly MemberCount[] => {
    const facts = item === undefined ? null : readMember(item);
    const people = Number(item?.["people"]?.N);
    if (facts === null || !Number.isSafeInteger(people)) return [];
    return [{ ...facts, people }];
  });
  return counts === undefined || counts.length < (value?.L?.length ?? 0) ? null : counts;
}

/** None where an item of it makes no sense, or where it was imported before places were counted. */
export function readPlaces(value: AttributeValue | undefined): readonly PlaceCount[] {
  const places = (value?.L ?? []).flatMap(({ M: item }): readonly PlaceCount[] => {
    const place = ROSTER_PLACES.find((one) => one === item?.["place"]?.S);
    const [told, status] = [item?.["value"]?.S, item?.["status"]?.S];
    const people = Number(item?.["people"]?.N);
    if (place === undefined || told === undefined || status === undefined) return [];
    return Number.isSafeInteger(people) ? [{ place, value: told, status, people }] : [];
  });
  return places.length < (value?.L?.length ?? 0) ? [] : places;
}
