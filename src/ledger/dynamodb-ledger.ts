import type { Pseudonym } from "../store/identity.ts";
import { type DecisionStore, findDecision, storeDecision } from "./decisions.ts";
import type { Ledger } from "./entry.ts";
import { policyKeeper } from "./policies.ts";
import { readReviews, storeReview } from "./reviews.ts";
import { searchDecisions } from "./search.ts";

export interface LedgerOptions extends Omit<DecisionStore, "retentionDays"> {
  /** Names under former identity keys, for look-ups. */
  readonly formerPseudonyms?: readonly Pseudonym[];
  /** Days until a decision may be deleted; ten years unless stated. */
  readonly retentionDays?: number;
}

const TEN_YEARS = 3653;

/** A ledger in DynamoDB. It only ever puts items that do not exist yet. */
export function createLedger(options: LedgerOptions): Ledger {
  const { pseudonym, formerPseudonyms = [], retentionDays = TEN_YEARS } = options;
  const store: DecisionStore = { ...options, retentionDays };
  const policies = policyKeeper(store);
  return {
    record: async (entry) => {
      try {
        await policies.keep(entry.record.decision.policy.digest, entry.policy);
        return await storeDecision(entry, store);
      } catch (error) {
        return { kind: "unavailable", cause: error };
      }
    },
    find: (id) => findDecision(id, store),
    policy: policies.find,
    search: (search) => searchDecisions(search, [pseudonym, ...formerPseudonyms], store),
    review: (review) => storeReview(review, store),
    reviews: (decision) => readReviews(decision, store),
  };
}
