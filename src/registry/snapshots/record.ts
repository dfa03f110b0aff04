import {
  ConditionalCheckFailedException,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { readItems, type StoredItem } from "../../store/batches.ts";
import type { MemberCount } from "../member-counts.ts";
import type { PlaceCount } from "../place-counts.ts";
import type { RosterTable } from "../target.ts";
import { countAttributes, readCounts, readPlaces } from "./counts.ts";

/**
 * `writing`: its members are coming in; `ready`: all are in; `retired`: not in use any more, or
 * given up; `removing`: its members are being deleted, and it is never used again.
 */
export type SnapshotState = "writing" | "ready" | "retired" | "removing";

/** What is kept about a snapshot besides its members. Times are ISO 8601, UTC. */
export interface SnapshotRecord {
  readonly snapshot: string;
  readonly state: SnapshotState;
  readonly observedAt: string;
  readonly startedAt: string;
  /** When the record was last written; while members come in, with every page. */
  readonly touchedAt: string;
  readonly retiredAt?: string;
  /** How many pages of members may be there. */
  readonly pages: number;
  /** How many of its members stand alike; only once all are in. */
  readonly counts?: readonly MemberCount[];
  /** How many of its members each place has, where its file tells; with the counts. */
  readonly places?: readonly PlaceCount[];
}

const LIST_KEY = "snapshots";
const STATES: readonly SnapshotState[] = ["writing", "ready", "retired", "removing"];

export function recordKey(snapshot: string): string {
  return `snapshot#${snapshot}`;
}

/** The records of these snapshots, read consistently; whatever has none is left out. */
export async function readRecords(
  { client, table }: RosterTable,
  snapshots: readonly string[],
  signal: AbortSignal,
): Promise<readonly SnapshotRecord[]> {
  const items = await readItems(client, table, snapshots.map(recordKey), signal);
  return snapshots.flatMap((snapshot) => readRecord(items.get(recordKey(snapshot))) ?? []);
}

/** What must hold of the record that is there, or of there being none. */
export interface RecordCondition {
  readonly states: readonly SnapshotState[];
  readonly orAbsent?: boolean;
  readonly touchedAt?: string;
}

/** Writes a record if the one that is there allows it; says whether it did. */
export async function putRecord(
  { client, table }: RosterTable,
  record: SnapshotRecord,
  { states, orAbsent = false, touchedAt }: RecordCondition,
  signal: AbortSignal,
): Promise<boolean> {
  const names = states.map((_, index) => `:state${index}`);
  const known = `#state IN (${names.join(", ")})${touchedAt === undefined ? "" : " AND #touchedAt = :touchedAt"}`;
  const put = new PutItemCommand({
    TableName: table,
    Item: itemOf(record),
    ConditionExpression: orAbsent ? `attribute_not_exists(pk) OR (${known})` : known,
    ExpressionAttributeNames: {
      "#state": "state",
      ...(touchedAt !== undefined && { "#touchedAt": "touchedAt" }),
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(states.map((state, index) => [`:state${index}`, { S: state }])),
      ...(touchedAt !== undefined && { ":touchedAt": { S: touchedAt } }),
    },
  });
  try {
    await client.send(put, { abortSignal: signal });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The names of all snapshots that may have members. */
export async function listSnapshots(
  { client, table }: RosterTable,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const items = await readItems(client, table, [LIST_KEY], signal);
  return items.get(LIST_KEY)?.["names"]?.SS ?? [];
}

/** Puts a snapshot on the list, or takes it off; twice is the same as once. */
export async function changeList(
  { client, table }: RosterTable,
  change: "ADD" | "DELETE",
  snapshot: string,
  signal: AbortSignal,
): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: table,
    Key: { pk: { S: LIST_KEY } },
    UpdateExpression: `${change} #names :names`,
    ExpressionAttributeNames: { "#names": "names" },
    ExpressionAttributeValues: { ":names": { SS: [snapshot] } },
  });
  await client.send(update, { abortSignal: signal });
}

function itemOf(record: SnapshotRecord): StoredItem {
  const { snapshot, state, observedAt, startedAt, touchedAt, retiredAt, pages } = record;
  const { counts, places = [] } = record;
  return {
    pk: { S: recordKey(snapshot) },
    snapshot: { S: snapshot },
    state: { S: state },
    observedAt: { S: observedAt },
    startedAt: { S: startedAt },
    touchedAt: { S: touchedAt },
    ...(retiredAt !== undefined && { retiredAt: { S: retiredAt } }),
    pages: { N: String(pages) },
    ...(counts !== undefined && countAttributes({ counts, places })),
  };
}

function readRecord(item: StoredItem | undefined): SnapshotRecord | null {
  const text = (name: string) => item?.[name]?.S;
  const snapshot = text("snapshot");
  const state = STATES.find((known) => known === text("state"));
  const [observedAt, startedAt, touchedAt] = ["observedAt", "startedAt", "touchedAt"].map(text);
  const retiredAt = text("retiredAt");
  const pages = Number(item?.["pages"]?.N);
  if (snapshot === undefined || state === undefined || !Number.isSafeInteger(pages)) return null;
  if (observedAt === undefined || startedAt === undefined || touchedAt === undefined) return null;
  const times = { observedAt, startedAt, touchedAt, ...(retiredAt !== undefined && { retiredAt }) };
  const counts = readCounts(item?.["counts"]);
  const counted = counts !== null && { counts, places: readPlaces(item?.["places"]) };
  return { snapshot, state, ...times, pages, ...counted };
}
