import { createHash } from "node:crypto";
import { prepare } from "../../engine/decision/prepare.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Decision, Remedy } from "../../engine/model/decision.ts";
import { seekRemedies } from "../../engine/remedies/seek.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";
import { readPayload } from "../receipt/read-payload.ts";
import { decisionDigestOf, factsDigestOf } from "../receipt/subject.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { packOfPolicy } from "./policy-pack.ts";
import type { DecisionFile } from "./record.ts";
import { isObject, RecordUnreadable } from "./unreadable.ts";

/**
 * `undecidable`: by the recorded policy these facts cannot be decided at all, so something was
 * changed.
 */
export type Replay =
  | { readonly kind: "same" }
  | { readonly kind: "different"; readonly differences: readonly Difference[] }
  | { readonly kind: "undecidable"; readonly error: LayakError };

/** What deciding gives. The rest is whom, when and where from, or is about other days. */
const DECIDED = [
  "service",
  "policy",
  "asOf",
  "outcome",
  "provisional",
  "scope",
  "requirements",
  "missing",
  "remedies",
  "factsDigest",
] as const;

/**
 * Decides a record's facts again by the record's own policy, and compares. The policy must have
 * the digest that the decision names, and the facts, where the salt is there, theirs; the receipt
 * must be over this decision, though whose it is only `verifyReceipt` tells. `validUntil`, its cause
 * and the ends of grants are not decided again: they looked at policies that came after.
 * @throws RecordUnreadable where the policy is none.
 */
export function replay(record: DecisionFile): Replay {
  try {
    const again = decidedAgain(record);
    const decided = DECIDED.flatMap((key) =>
      differencesBetween(record.decision[key], again[key], key),
    );
    const differences = [
      ...decided,
      ...differencesBetween(withoutEnds(record.decision), withoutEnds(again), "grants"),
      ...differencesFromReceipt(record),
    ];
    return differences.length === 0 ? { kind: "same" } : { kind: "different", differences };
  } catch (error) {
    if (error instanceof LayakError) return { kind: "undecidable", error };
    // The engine trusts a policy that was published; this one only looked like it.
    throw error instanceof TypeError ? new RecordUnreadable("policy") : error;
  }
}

/** What was granted, of a decision that may not be one. */
function withoutEnds({ grants }: Pick<Decision, "grants">): unknown {
  if (!Array.isArray(grants)) return grants;
  return grants.map((grant: unknown) => (isObject(grant) ? { ...grant, until: undefined } : grant));
}

interface DecidedAgain extends Decision {
  readonly remedies: readonly Remedy[];
  readonly factsDigest: string;
}

function decidedAgain({ decision, facts, policy, salts }: DecisionFile): DecidedAgain {
  const { service, asOf, factsDigest } = decision;
  const prepared = prepare(packOfPolicy(policy, decision), { service, asOf });
  const decided = prepared.decide(facts);
  const digest = `sha256:${createHash("sha256").update(canonicalJson(policy)).digest("hex")}`;
  return {
    ...decided,
    policy: { ...decided.policy, digest },
    remedies: seekRemedies(prepared.program, facts),
    factsDigest: salts === undefined ? factsDigest : factsDigestOf(facts, salts.facts),
  };
}

/** Where the decision is not what the receipt holds. Personal values are not in a receipt. */
function differencesFromReceipt({ decision, receipt, salts }: DecisionFile): readonly Difference[] {
  const payload = readPayload(receipt);
  if (payload !== null && Object.hasOwn(payload, "decisionDigest")) {
    // An abridged receipt names the whole by its digest, and the digest has a salt.
    const digest = salts === undefined ? undefined : decisionDigestOf(decision, salts.facts);
    return differencesBetween(digest, payload["decisionDigest"], "receipt.decisionDigest");
  }
  return differencesBetween(decision, payload ?? undefined, "receipt").filter(
    ({ replayed }) => replayed !== undefined || payload === null,
  );
}
