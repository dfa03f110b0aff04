import type { Language } from "../../engine/model/text.ts";
import type { DecisionRecord } from "../../ledger/entry.ts";
import { problemOf } from "../problems/problem.ts";
import type { Refusal } from "../problems/refusal.ts";
import type { ItemResult } from "./attempts.ts";

/**
 * The largest answer. A synchronous Lambda carries 6 MB of JSON in which this answer is a text, so it
 * is counted as it is written there, where every quotation mark takes two bytes.
 */
export const MOST_ANSWER_BYTES = 5_000_000;

/** Errors told of one item. */
export const MOST_ITEM_ERRORS = 10;

const LONGEST_DETAIL = 300;

/** One result as it is answered. */
type Told = Readonly<Record<string, unknown>>;

/**
 * The results as the API answers them, in their order. Whatever would make the answer too large is
 * told in short: its receipt, salts and missing facts are read by `GET /v1/decisions/{id}`.
 */
export function tellResults(
  results: readonly ItemResult[],
  language: Language,
  indent?: number,
): readonly Told[] {
  const bytesOf = (told: readonly Told[]) =>
    bytesWithin(JSON.stringify({ results: told }, null, indent));
  const whole = results.map((result) => tell(result, language));
  if (bytesOf(whole) < MOST_ANSWER_BYTES) return whole;
  const short = results.map((result) => abridge(result, language));
  let left = short.reduce((most, told) => most - bytesOf([told]), MOST_ANSWER_BYTES);
  return whole.map((told, index) => {
    const instead = short[index] ?? {};
    const more = bytesOf([told]) - bytesOf([instead]);
    if (more > left) return instead;
    left -= more;
    return told;
  });
}

/** Bytes of a text of JSON as a text in JSON, where these two signs take one byte more. */
function bytesWithin(json: string): number {
  return Buffer.byteLength(json) + timesIn(json, '"') + timesIn(json, "\\") + 2;
}

function timesIn(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times += 1;
  return times;
}

function tell(result: ItemResult, language: Language): Told {
  if (result.kind === "refused") return tellRefusal(result.refusal, language);
  const { missing } = result.record.decision;
  const { receipt, salts } = result.record;
  const { id, service, outcome, subject } = headOf(result.record);
  return { id, service, outcome, missing, subject, receipt, salts };
}

function abridge(result: ItemResult, language: Language): Told {
  if (result.kind === "issued") return { ...headOf(result.record), abridged: true };
  const { problem } = tellRefusal(result.refusal, language);
  const { detail } = problem;
  const short = detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail;
  const moreErrors = result.refusal.errorCount;
  return {
    problem: { ...problem, detail: short, errors: [] },
    ...(moreErrors > 0 && { moreErrors }),
    abridged: true,
  };
}

function headOf({ id, subject, decision }: DecisionRecord) {
  const { service, outcome } = decision;
  return { id, service, outcome, subject };
}

function tellRefusal(refusal: Refusal, language: Language) {
  const problem = problemOf(refusal, language);
  const errors = problem.errors.slice(0, MOST_ITEM_ERRORS);
  const moreErrors = refusal.errorCount - errors.length;
  return { problem: { ...problem, errors }, ...(moreErrors > 0 && { moreErrors }) };
}
