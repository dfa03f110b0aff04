import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { explanationOf } from "../../engine/explanation/explain.ts";
import type { Decision, Explanation, Remedy } from "../../engine/model/decision.ts";
import type { Language } from "../../engine/model/text.ts";
import type { FactOrigin } from "../../ledger/entry.ts";
import type { Findings } from "./decide.ts";

/** A decision as the API answers it. */
export interface DecisionResponse extends Decision {
  readonly id: string;
  readonly validUntil: string | null;
  readonly validUntilBecause: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly facts: Readonly<Record<string, FactOrigin>>;
  readonly explanation: Explanation;
}

export function responseOf(
  { program }: PreparedPolicy,
  id: string,
  { decision, horizon, remedies }: Findings,
  origins: Readonly<Record<string, FactOrigin>>,
  language: Language,
): DecisionResponse {
  return {
    id,
    ...decision,
    validUntil: horizon.until,
    validUntilBecause: horizon.because,
    remedies,
    facts: origins,
    explanation: explanationOf(program, decision, language),
  };
}
