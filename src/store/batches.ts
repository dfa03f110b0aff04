import { setTimeout as pause } from "node:timers/promises";
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";

/** An item as DynamoDB holds it. */
export type StoredItem = Readonly<Record<string, AttributeValue>>;

/** DynamoDB's own limits of one call. */
const MOST_KEYS = 100;
const MOST_WRITES = 25;

const FIRST_PAUSE_MILLISECONDS = 25;
const LONGEST_PAUSE_MILLISECONDS = 400;

/** Calls in flight for one reading or writing, well below the client's connections. */
const MOST_AT_ONCE = 8;

/** Reads items by their partition key, as {@link readByKeys} does; gives them by it. */
export async function readItems(
  client: DynamoDBClient,
  table: string,
  keys: Iterable<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, StoredItem>> {
  const whole = [...new Set(keys)].map((key): StoredItem => ({ pk: { S: key } }));
  const items = await readByKeys(client, table, whole, signal);
  return new Map(items.map((item) => [item["pk"]?.S ?? "", item]));
}

/**
 * Reads items by their keys, each given once, consistently, 100 keys a call, some calls at once. Keys
 * that DynamoDB leaves unprocessed are asked again, with growing pauses, until the signal ends it.
 * @throws whatever the last call threw, or the signal's reason.
 */
export async function readByKeys(
  client: DynamoDBClient,
  table: string,
  keys: readonly StoredItem[],
  signal: AbortSignal,
): Promise<readonly StoredItem[]> {
  const items: StoredItem[] = [];
  await someAtOnce(chunked(keys, MOST_KEYS), async (chunk) => {
    items.push(...(await readChunk(client, table, chunk, signal)));
  });
  return items;
}

async function readChunk(
  client: DynamoDBClient,
  table: string,
  keys: readonly StoredItem[],
  signal: AbortSignal,
): Promise<readonly StoredItem[]> {
  const items: StoredItem[] = [];
  let left = [...keys];
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(pauseBefore(attempt), undefined, { signal });
    const request = { RequestItems: { [table]: { Keys: left, ConsistentRead: true } } };
    const answer = await client.send(new BatchGetItemCommand(request), { abortSignal: signal });
    items.push(...(answer.Responses?.[table] ?? []));
    left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}

/** Writes items 25 a call, some calls at once; unprocessed ones as in {@link readByKeys}. */
export async function writeItems(
  client: DynamoDBClient,
  table: string,
  items: readonly StoredItem[],
  signal: AbortSignal,
): Promise<void> {
  const requests = items.map((Item): WriteRequest => ({ PutRequest: { Item } }));
  await someAtOnce(chunked(requests, MOST_WRITES), (chunk) =>
    writeChunk(client, table, chunk, signal),
  );
}

/** Deletes items by their partition key; those that are not there are no error. */
export async function deleteItems(
  client: DynamoDBClient,
  table: string,
  keys: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  const requests = [...new Set(keys)].map(
    (key): WriteRequest => ({ DeleteRequest: { Key: { pk: { S: key } } } }),
  );
  await someAtOnce(chunked(requests, MOST_WRITES), (chunk) =>
    writeChunk(client, table, chunk, signal),
  );
}

async function writeChunk(
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
  signal: AbortSignal,
): Promise<void> {
  let left = [...requests];
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(pauseBefore(attempt), undefined, { signal });
    const request = { RequestItems: { [table]: left } };
    const answer = await client.send(new BatchWriteItemCommand(request), { abortSignal: signal });
    left = answer.UnprocessedItems?.[table] ?? [];
  }
}

/** Doubles each time, and never the same for two callers, so that they do not meet again. */
function pauseBefore(attempt: number): number {
  const longest = Math.min(
    FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1),
    LONGEST_PAUSE_MILLISECONDS,
  );
  return longest * (0.5 + Math.random() / 2);
}

/** Works on every entry, on some at once; the first error ends it. */
export async function someAtOnce<Entry>(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const left = entries.values();
  const workInTurn = async () => {
    for (const entry of left) await work(entry);
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, workInTurn));
}

function chunked<Entry>(entries: readonly Entry[], size: number): readonly (readonly Entry[])[] {
  const chunks: (readonly Entry[])[] = [];
  for (let start = 0; start < entries.length; start += size) {
    chunks.push(entries.slice(start, start + size));
  }
  return chunks;
}
