import type { StoredItem } from "../store/batches.ts";
import type { Review } from "./entry.ts";
import { type LedgerTable, putNew, readAll } from "./items.ts";

const REVIEW = "review#";

/** Stores a review beside its decision; its id is time-ordered, so reviews sort as they were made. */
export async function storeReview(review: Review, store: LedgerTable): Promise<void> {
  const { id, decision, reviewedAt, officer, client, verdict, reason } = review;
  // The client tries a put again when its answer got lost; an id of 74 random bits is nobody else's.
  await putNew(store, {
    pk: { S: decision },
    sk: { S: `${REVIEW}${id}` },
    reviewedAt: { S: reviewedAt },
    officer: { S: officer },
    client: { S: client },
    verdict: { S: verdict },
    reason: { S: reason },
  });
}

export async function readReviews(
  decision: string,
  store: LedgerTable,
): Promise<readonly Review[]> {
  const items = await readAll(store, decision, REVIEW);
  return items.map((item) => ({
    id: textIn(item, "sk").slice(REVIEW.length),
    decision,
    reviewedAt: textIn(item, "reviewedAt"),
    officer: textIn(item, "officer"),
    client: textIn(item, "client"),
    verdict: textIn(item, "verdict") === "overturned" ? "overturned" : "upheld",
    reason: textIn(item, "reason"),
  }));
}

function textIn(item: StoredItem, name: string): string {
  return item[name]?.S ?? "";
}
