const HEX_DIGITS = 3;

/**
 * The id of a batch's item: the batch's own with the item's place in its last three digits, so
 * that a batch which is sent again gives each item the id it had.
 */
export function itemId(batch: string, index: number): string {
  const place = index.toString(16).padStart(HEX_DIGITS, "0");
  return batch.slice(0, -HEX_DIGITS) + place;
}
