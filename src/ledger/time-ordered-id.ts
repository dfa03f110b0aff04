import { randomUUID } from "node:crypto";

const MILLISECOND_DIGITS = 12;
const RANDOM_AT = 15;

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then the 74 random bits of a version 4,
 * which stand at the same places. Ids sort by the time they were made; two of one millisecond sort
 * at random.
 */
export function timeOrderedId(at: Date): string {
  const time = at.getTime().toString(16).padStart(MILLISECOND_DIGITS, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(RANDOM_AT)}`;
}
