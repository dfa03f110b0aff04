import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";

/** In days: how long decisions and reviews are kept unless stated. */
export const TEN_YEARS = 3653;

const SECONDS_A_DAY = 86_400;

/** When that ends which is kept so many days from a moment (ISO 8601): seconds since 1970. */
export function expiryOf(from: string, days: number): AttributeValue.NMember {
  return { N: String(Math.floor(Date.parse(from) / 1000) + days * SECONDS_A_DAY) };
}

/**
 * Whether an item's `expires` has come; one without it never ends. DynamoDB deletes days late, and
 * until then what has expired must not be read any more.
 */
export function isExpired(item: StoredItem, now: Date): boolean {
  const expires = item["expires"]?.N;
  return expires !== undefined && Number(expires) * 1000 <= now.getTime();
}
