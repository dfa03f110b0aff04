import { horizonOf } from "./decision/horizon.ts";
import { type PreparedPolicy, prepare } from "./decision/prepare.ts";
import { explanationOf } from "./explanation/explain.ts";
import type { Facts } from "./model/catalogue.ts";
import type { Decision, Explanation, Question, Remedy } from "./model/decision.ts";
import type { Pack } from "./model/pack.ts";
import type { Language } from "./model/text.ts";
import { remediesOf } from "./remedies/remedies.ts";

/** A decision with everything that people ask next: until when, what would change it, and why. */
export interface Answer extends Decision {
  readonly validUntil: string | null;
  readonly validUntilBecause: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly explanation: Explanation;
}

/**
 * Decides a question and tells the whole answer in one language.
 * @throws LayakError where the question cannot be asked.
 */
export function answer(pack: Pack, question: Question, language: Language): Answer {
  return answerOf(prepare(pack, question), question.facts, language);
}

/** As {@link answer}, by a policy that was made ready before. */
export function answerOf(
  { decide, program }: PreparedPolicy,
  facts: Facts,
  language: Language,
): Answer {
  const decision = decide(facts);
  const { until, because } = horizonOf(program, facts);
  return {
    ...decision,
    validUntil: until,
    validUntilBecause: because,
    remedies: decision.outcome === "ineligible" ? remediesOf(program, facts) : [],
    explanation: explanationOf(program, decision, language),
  };
}
