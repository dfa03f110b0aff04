/** Where a decision of a batch stands. */
export interface BatchPlace {
  readonly batch: string;
  readonly chunk: number;
  /** Its place in the chunk. */
  readonly place: number;
}

/**
 * Items that are stored together; 16 chunks at most. Two tries of one batch must cut it alike: after
 * a change, batches that were sent before it and are sent again are decided anew.
 */
export const ITEMS_A_CHUNK = 50;

const VERSION_AT = 14;
const CHUNK_DIGITS = 1;
const PLACE_DIGITS = 2;
const DIGITS = CHUNK_DIGITS + PLACE_DIGITS;
const OF_A_BATCH = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The id of a batch, made from a time-ordered one: a UUID version 8 (RFC 9562), whose bits mean what
 * its maker says. It keeps the time in front, so ids of both versions sort together, and ends in
 * three zeros.
 */
export function batchId(timeOrdered: string): string {
  const random = timeOrdered.slice(VERSION_AT + 1, -DIGITS);
  return `${timeOrdered.slice(0, VERSION_AT)}8${random}${"0".repeat(DIGITS)}`;
}

/** The id of a batch's item: the batch's own, its last digits the item's chunk and its place there. */
export function itemId(batch: string, index: number): string {
  const chunk = Math.floor(index / ITEMS_A_CHUNK).toString(16);
  const place = (index % ITEMS_A_CHUNK).toString(16).padStart(PLACE_DIGITS, "0");
  return `${batch.slice(0, -DIGITS)}${chunk}${place}`;
}

/** Where an id's decision stands, or null where it is that of a decision asked for alone. */
export function placeOf(id: string): BatchPlace | null {
  if (!OF_A_BATCH.test(id)) return null;
  return {
    batch: `${id.slice(0, -DIGITS)}${"0".repeat(DIGITS)}`,
    chunk: Number.parseInt(id.slice(-DIGITS, -PLACE_DIGITS), 16),
    place: Number.parseInt(id.slice(-PLACE_DIGITS), 16),
  };
}
