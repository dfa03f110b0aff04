import type { Outcome } from "../engine/model/decision.ts";
import type { Text } from "../engine/model/text.ts";

/** Outcomes as they stand within a sentence. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  eligible: { id: "memenuhi syarat", en: "eligible" },
  ineligible: { id: "belum memenuhi syarat", en: "not eligible yet" },
  undetermined: { id: "belum dapat diputuskan", en: "not decided yet" },
  "out-of-scope": { id: "di luar lingkup aturan", en: "outside the scope of the policy" },
};
