import { horizon } from "./decision/horizon.ts";
import { decide } from "./decision/prepare.ts";
import { explain } from "./explanation/explain.ts";
import type { Decision, Explanation, Question, Remedy } from "./model/decision.ts";
import type { Pack } from "./model/pack.ts";
import type { Language } from "./model/text.ts";
import { remedies } from "./remedies/remedies.ts";

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
  const decision = decide(pack, question);
  const { until, because } = horizon(pack, question);
  return {
    ...decision,
    validUntil: until,
    validUntilBecause: because,
    remedies: remedies(pack, question),
    explanation: explain(pack, decision, language),
  };
}
