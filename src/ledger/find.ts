import { type BatchPlace, placeOf } from "./batch-id.ts";
import { readChunk } from "./chunks.ts";
import { readDecision } from "./decisions.ts";
import type { StoredDecision } from "./entry.ts";
import type { LedgerTable } from "./items.ts";
import { readReviews } from "./reviews.ts";

/** The decision of an id, from its batch's chunk or its own item; null where there is none. */
export async function findDecision(id: string, store: LedgerTable): Promise<StoredDecision | null> {
  const place = placeOf(id);
  const inChunk = place === null ? null : await findInChunk(id, place, store);
  return inChunk ?? readDecision(id, store);
}

async function findInChunk(
  id: string,
  place: BatchPlace,
  store: LedgerTable,
): Promise<StoredDecision | null> {
  const chunk = await readChunk(place, store);
  const found = chunk?.decisions.find((decision) => decision.id === id);
  if (chunk === null || found === undefined) return null;
  const { clock = () => new Date() } = store;
  if (chunk.ends * 1000 > clock().getTime()) return found;
  // The chunk is kept for another's review, and this decision's own day has come.
  return (await readReviews(id, store)).length > 0 ? found : null;
}
