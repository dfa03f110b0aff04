import type { Program } from "../../engine/decision/program.ts";
import { explanationOf } from "../../engine/explanation/explain.ts";
import type { Explanation } from "../../engine/model/decision.ts";
import type { Language } from "../../engine/model/text.ts";
import type { DecisionRecord } from "../../ledger/entry.ts";
import type { IssuedDecision } from "../../ledger/receipt/payload.ts";

/** A decision as the API answers it. */
export interface DecisionResponse extends IssuedDecision {
  readonly explanation: Explanation;
  readonly receipt: string;
  readonly salts: DecisionRecord["salts"];
}

/** A record as it is issued, without texts and proof. */
export function answerOf(record: Omit<DecisionRecord, "receipt">): IssuedDecision {
  const { id, issuedAt, subject, factsDigest, decision, horizon, remedies, origins } = record;
  return {
    id,
    issuedAt,
    subject,
    factsDigest,
    ...decision,
    validUntil: horizon.until,
    validUntilBecause: horizon.because,
    remedies,
    facts: origins,
  };
}

/** Tells a record in a language. The program must be of the policy that decided. */
export function responseOf(
  program: Program,
  record: DecisionRecord,
  language: Language,
): DecisionResponse {
  const { receipt, salts, decision } = record;
  const explanation = explanationOf(program, decision, language);
  return { ...answerOf(record), explanation, receipt, salts };
}
