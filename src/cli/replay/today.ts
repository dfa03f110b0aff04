import { todayInJakarta } from "../../api/today.ts";
import { prepare } from "../../engine/decision/prepare.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { DecisionFile } from "../../ledger/replay/record.ts";

/** What other rules answer for the recorded facts on one day. */
export type OtherAnswer =
  | {
      readonly asOf: string;
      readonly outcome: Decision["outcome"];
      readonly policy: Decision["policy"];
      /** Requirements that are unmet, advisory ones too. */
      readonly unmet: readonly string[];
      readonly missing: readonly string[];
    }
  | { readonly asOf: string; readonly refused: readonly string[] };

/**
 * What a pack answers for the recorded facts: on the day of the decision, and today. The record
 * has only the facts that the old policy read; a new one may miss others.
 */
export function answersOf(
  pack: Pack,
  { decision, facts }: DecisionFile,
  now: Date,
  language: Language,
): readonly OtherAnswer[] {
  const days = new Set([decision.asOf, todayInJakarta(now)]);
  return [...days].map((asOf) => {
    try {
      const again = prepare(pack, { service: decision.service, asOf }).decide(facts);
      const { outcome, policy, missing, requirements } = again;
      const unmet = requirements.filter((one) => one.outcome === "unmet").map(({ id }) => id);
      return { asOf, outcome, policy, unmet, missing };
    } catch (error) {
      if (!(error instanceof LayakError)) throw error;
      const texts = [error.text, ...error.issues.map(({ message }) => message)];
      return { asOf, refused: texts.map((text) => say(text, language)) };
    }
  });
}
