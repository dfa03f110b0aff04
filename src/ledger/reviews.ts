import type { StoredItem } from "../store/batches.ts";
import type { Review } from "./entry.ts";
import { expiryOf } from "./expiry.ts";
import { type LedgerTable, putNew, readAll } from "./items.ts";

const REVIEW = "review#";

/** Where reviews are stored, and for how long. */
export interface ReviewStore extends LedgerTable {
  /** Days from a review on until it may be deleted, and its decision with it. */
  readonly reviewRetentionDays: number;
}

/**
 * Stores a review beside its decision, once, and gives the one that stands under its id. Ids are
 * time-ordered, so reviews sort as they were made.
 */
export async function storeReview(review: Review, store: ReviewStore): Promise<Review> {
  const { id, decision, reviewedAt, officer, client, verdict, reason } = review;
  const isNew = await putNew(store, {
    pk: { S: decision },
    sk: { S: `${REVIEW}${id}` },
    reviewedAt: { S: reviewedAt },
    officer: { S: officer },
    client: { S: client },
    verdict: { S: verdict },
    reason: { S: reason },
    expires: expiryOf(reviewedAt, store.reviewRetentionDays),
  });
  if (isNew) return review;
  const [first] = await readAll(store, decision, `${REVIEW}${id}`);
  if (first === undefined) throw new Error("a review's id is taken by nothing");
  return reviewIn(first, decision);
}

export async function readReviews(
  decision: string,
  store: LedgerTable,
): Promise<readonly Review[]> {
  const items = await readAll(store, decision, REVIEW);
  return items.map((item) => reviewIn(item, decision));
}

function reviewIn(item: StoredItem, decision: string): Review {
  return {
    id: textIn(item, "sk").slice(REVIEW.length),
    decision,
    reviewedAt: textIn(item, "reviewedAt"),
    officer: textIn(item, "officer"),
    client: textIn(item, "client"),
    verdict: textIn(item, "verdict") === "overturned" ? "overturned" : "upheld",
    reason: textIn(item, "reason"),
  };
}

function textIn(item: StoredItem, name: string): string {
  return item[name]?.S ?? "";
}
