import type { Program } from "../../engine/decision/program.ts";
import { explanationOf } from "../../engine/explanation/explain.ts";
import type { Language } from "../../engine/model/text.ts";
import type { DecisionRecord } from "../../ledger/entry.ts";
import type { IssuedDecision } from "../../ledger/receipt/payload.ts";
import { readPayload } from "../../ledger/receipt/read-payload.ts";
import { decisionDigestOf } from "../../ledger/receipt/subject.ts";
import { abridge } from "./abridge.ts";
import type { AnsweredDecision } from "./abridged.ts";
import { fewReasons } from "./few-reasons.ts";
import { type ExplanationWithCauses, withCauses } from "./unknown/because.ts";
import { unknownOf } from "./unknown/cause.ts";

/** A decision as the API answers it. */
export type DecisionResponse = AnsweredDecision & {
  readonly explanation: ExplanationWithCauses;
  readonly receipt: string;
  readonly salts: DecisionRecord["salts"];
};

/** A record as it is issued, whole, without texts and proof. */
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

/** A record as it is signed: a large one is abridged. The program must be of its policy. */
export function toldOf(
  program: Program,
  record: Omit<DecisionRecord, "receipt">,
): AnsweredDecision {
  const { facts } = record.salts;
  return abridge(program, answerOf(record), (whole) => decisionDigestOf(whole, facts));
}

/** The same of a record whose receipt has the digest already: a large one takes long. */
function signedOf(program: Program, record: DecisionRecord): AnsweredDecision {
  return abridge(program, answerOf(record), (whole) => {
    const digest = readPayload(record.receipt)?.["decisionDigest"];
    return typeof digest === "string" ? digest : decisionDigestOf(whole, record.salts.facts);
  });
}

/** Tells a record in a language. The program must be of the policy that decided. */
export function responseOf(
  program: Program,
  record: DecisionRecord,
  language: Language,
): DecisionResponse {
  const { receipt, salts, decision } = record;
  const told = signedOf(program, record);
  const whole = explanationOf(program, decision, language);
  const words = "leftOut" in told ? fewReasons(whole) : whole;
  const vocabulary = { ...program, language };
  const explanation = withCauses(words, vocabulary, unknownOf(vocabulary, record));
  return { ...told, explanation, receipt, salts };
}
