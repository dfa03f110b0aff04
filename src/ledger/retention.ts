import { type ApplicantsTable, rowKey } from "./applicants.ts";
import { placeOf } from "./batch-id.ts";
import { chunkKey, readChunk } from "./chunks.ts";
import { type LedgerTable, queryAll } from "./items.ts";
import { type ItemPlace, prolong } from "./prolong.ts";

/** An item under a decision's id, and when it ends; `null`: never. */
interface Place {
  readonly sk: string;
  readonly expires: number | null;
}

/**
 * Lets a decision end together with its reviews, on the latest day of all: whoever objected must
 * be able to see what was decided as long as a review stands, and nobody sees a decision whose
 * review is gone. Only `expires` is touched, and only to a later day, so any two of these at once,
 * or one twice, come to the same.
 */
export async function keepReviewed(
  decision: string,
  store: LedgerTable & ApplicantsTable,
): Promise<void> {
  const { client, table } = store;
  const places = await placesOf(decision, store);
  const inChunk = await placesInChunk(decision, store);
  const until = Math.max(inChunk.ends, ...places.map(({ expires }) => expires ?? 0));
  // The decision's own item goes last: as long as it stands, so does all that belongs to it.
  for (const { sk, expires } of places.toReversed()) {
    if (expires === null || expires >= until) continue;
    await prolong({ table, key: { pk: { S: decision }, sk: { S: sk } } }, until, client);
  }
  for (const place of inChunk.places) await prolong(place, until, client);
}

/** What else a decision of a batch stands in: the items of its chunk, the head last, and its row. */
async function placesInChunk(
  decision: string,
  store: LedgerTable & ApplicantsTable,
): Promise<{ readonly ends: number; readonly places: readonly ItemPlace[] }> {
  const place = placeOf(decision);
  const chunk = place === null ? null : await readChunk(place, store);
  const stored = chunk?.decisions.find(({ id }) => id === decision);
  if (place === null || chunk === null || stored === undefined) return { ends: 0, places: [] };
  const { table, applicants } = store;
  const { pk } = chunkKey(place);
  const items = chunk.keys.map((sk) => ({ table, key: { pk: { S: pk }, sk: { S: sk } } }));
  return { ends: chunk.ends, places: [{ table: applicants, key: rowKey(stored) }, ...items] };
}

/** All that stands under a decision's id: `decision`, then its parts, then its reviews. */
async function placesOf(
  decision: string,
  { client, table }: LedgerTable,
): Promise<readonly Place[]> {
  const items = await queryAll(client, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: decision } },
    ProjectionExpression: "sk, expires",
  });
  return items.map(({ sk, expires }) => ({
    sk: sk?.S ?? "",
    expires: expires?.N === undefined ? null : Number(expires.N),
  }));
}
