import type { Pseudonym } from "../store/identity.ts";
import { type ChunkStore, recallChunk, storeChunk } from "./chunks.ts";
import { storeDecision } from "./decisions.ts";
import type { Ledger, LedgerEntry, LedgerReader } from "./entry.ts";
import { TEN_YEARS } from "./expiry.ts";
import { findDecision } from "./find.ts";
import type { LedgerTable } from "./items.ts";
import { type PolicyKeeper, policyKeeper } from "./policies.ts";
import { type ReviewStore, readReviews, storeReview } from "./reviews.ts";
import { searchDecisions } from "./search.ts";

export interface LedgerOptions extends Omit<ChunkStore, "retentionDays"> {
  /** Names under former identity keys, for look-ups. */
  readonly formerPseudonyms?: readonly Pseudonym[];
  /** Days until a decision may be deleted; ten years unless stated. */
  readonly retentionDays?: number;
  /** Days until a review may be deleted, and its decision with it; ten years unless stated. */
  readonly reviewRetentionDays?: number;
}

/** A ledger in DynamoDB. It only ever puts items that do not exist yet. */
export function createLedger(options: LedgerOptions): Ledger {
  const { pseudonym, formerPseudonyms = [] } = options;
  const { retentionDays = TEN_YEARS, reviewRetentionDays = TEN_YEARS } = options;
  const store: ChunkStore & ReviewStore = { ...options, retentionDays, reviewRetentionDays };
  const policies = policyKeeper(store);
  const keepPolicy = ({ record, policy }: LedgerEntry) =>
    policies.keep(record.decision.policy.digest, policy);
  return {
    record: async (entry) => {
      try {
        await keepPolicy(entry);
        return await storeDecision(entry, store);
      } catch (error) {
        return { kind: "unavailable", cause: error };
      }
    },
    recordChunk: async (chunk, signal) => {
      try {
        for (const entry of chunk.entries) await keepPolicy(entry);
        return { kind: "recorded", decisions: await storeChunk(chunk, store, signal) };
      } catch (error) {
        return { kind: "unavailable", cause: error };
      }
    },
    recallChunk: (chunk, signal) => recallChunk(chunk, store, signal),
    ...readerOf(store, policies),
    search: (search) => searchDecisions(search, [pseudonym, ...formerPseudonyms], store),
    review: (review) => storeReview(review, store),
  };
}

/** What is found by ids alone in a ledger in DynamoDB: it needs no keys. */
export function createLedgerReader(table: LedgerTable): LedgerReader {
  return readerOf(table, policyKeeper(table));
}

function readerOf(table: LedgerTable, policies: PolicyKeeper): LedgerReader {
  return {
    find: (id) => findDecision(id, table),
    policy: policies.find,
    reviews: (decision) => readReviews(decision, table),
  };
}
