import type { Decision } from "../model/decision.ts";
import type { Policy } from "../model/policy.ts";
import { say, type Text } from "../model/text.ts";
import { formatDate, formatNumber } from "./format.ts";
import { labelOfName, type Vocabulary } from "./names.ts";
import { filled } from "./sentences.ts";

/** The answer in a few sentences, for a citizen. */
export function summaryOf(
  vocabulary: Vocabulary,
  policy: Policy,
  decision: Decision,
  granted = "",
): string {
  const { language } = vocabulary;
  const about = `${filled(vocabulary, policy.title, [], "")}, ${formatDate(decision.asOf, language)}`;
  const provisional = decision.provisional.length > 0 ? say(PROVISIONAL, language) : "";
  const sentences = [say(answer(vocabulary, decision, about), language), granted, provisional];
  return sentences.filter(Boolean).join(" ");
}

const PROVISIONAL: Text = {
  id: "Jawaban ini sementara: aturannya masih uji coba atau belum dipastikan.",
  en: "This answer is provisional: the rules are a pilot or not confirmed.",
};

/** All of them stand in `missing` and, each by its requirement, in the reasons. */
const MOST_NAMES = 20;

function answer(vocabulary: Vocabulary, decision: Decision, about: string): Text {
  const { outcome, requirements } = decision;
  const required = requirements.filter(
    (requirement) =>
      requirement.enforcement === "required" && requirement.outcome !== "not-applicable",
  );
  const unmet = required.filter((requirement) => requirement.outcome === "unmet").length;
  switch (outcome) {
    case "eligible":
      return {
        id: `Memenuhi syarat: ${about}.`,
        en: `Eligible: ${about}.`,
      };
    case "ineligible":
      return {
        id: `Belum memenuhi syarat: ${about}. ${unmet} dari ${required.length} syarat wajib belum dipenuhi.`,
        en: `Not eligible yet: ${about}. ${unmet} of ${required.length} required conditions ${unmet === 1 ? "is" : "are"} not met.`,
      };
    case "undetermined": {
      const { missing } = decision;
      const shown = missing.slice(0, MOST_NAMES).map((name) => labelOfName(vocabulary, name));
      const names = shown.join("; ");
      const more = missing.length - shown.length;
      const number = formatNumber(more, vocabulary.language);
      return {
        id: `Belum dapat diputuskan, dan ini bukan penolakan: ${about}. Yang belum diketahui: ${names}${more > 0 ? `; dan ${number} lagi` : ""}.`,
        en: `Not decided yet, and this is no refusal: ${about}. Not yet known: ${names}${more > 0 ? `; and ${number} more` : ""}.`,
      };
    }
    default:
      return {
        id: `Di luar lingkup aturan ini: ${about}.`,
        en: `Outside the scope of this policy: ${about}.`,
      };
  }
}
