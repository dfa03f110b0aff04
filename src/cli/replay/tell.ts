import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import { formatDate } from "../../engine/explanation/format.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Difference } from "../../ledger/replay/differences.ts";
import type { DecisionFile } from "../../ledger/replay/record.ts";
import type { Replay } from "../../ledger/replay/replay.ts";
import type { Terminal } from "../terminal.ts";
import type { OtherAnswer } from "./today.ts";

/** Beyond this nobody reads on; `--json` gives all. */
const MOST_TOLD = 20;

const SAME: Text = {
  id: "SAMA: fakta dan aturan dalam catatan ini menghasilkan keputusan itu lagi.",
  en: "SAME: the facts and the policy of this record give that decision again.",
};
const DIFFERENT: Text = {
  id: "BERBEDA: fakta dan aturan dalam catatan ini tidak menghasilkan keputusan itu.",
  en: "DIFFERENT: the facts and the policy of this record do not give that decision.",
};
const UNDECIDABLE: Text = {
  id: "BERBEDA: menurut aturan dalam catatan ini, faktanya tidak dapat diputuskan sama sekali.",
  en: "DIFFERENT: by the policy of this record its facts cannot be decided at all.",
};
const SIGNATURE: Text = {
  id: "Ini tidak memeriksa tanda tangannya: jalankan layak verify atas catatan yang sama.",
  en: "This does not check the signature: run layak verify on the same record.",
};

/** What a replay found, as lines. */
export function tellReplay(
  { paint }: Terminal,
  replayed: Replay,
  { decision }: DecisionFile,
  language: Language,
): readonly string[] {
  const about = `${decision.service}, ${formatDate(decision.asOf, language)}: ${say(OUTCOME_WORDS[decision.outcome], language)}`;
  switch (replayed.kind) {
    case "same":
      return [paint.green(say(SAME, language)), about, paint.dim(say(SIGNATURE, language))];
    case "undecidable": {
      const { text, issues } = replayed.error;
      const reasons = [text, ...issues.map(({ message }) => message)];
      return [
        paint.red(say(UNDECIDABLE, language)),
        about,
        ...reasons.map((reason) => `  ${say(reason, language)}`),
      ];
    }
    case "different": {
      const { differences } = replayed;
      const more = differences.length - MOST_TOLD;
      const rest = { id: `  … dan ${more} lagi (--json)`, en: `  … and ${more} more (--json)` };
      return [
        paint.red(say(DIFFERENT, language)),
        about,
        ...differences.slice(0, MOST_TOLD).map((one) => tellDifference(one, language)),
        ...(more > 0 ? [say(rest, language)] : []),
      ];
    }
  }
}

function tellDifference({ path, recorded, replayed }: Difference, language: Language): string {
  const [before, after] = [written(recorded, language), written(replayed, language)];
  const again = path.startsWith("receipt")
    ? { id: "dalam bukti", en: "in the receipt" }
    : { id: "dihitung ulang", en: "replayed" };
  const noted = say({ id: "tercatat", en: "recorded" }, language);
  return `  ${path}: ${noted} ${before}, ${say(again, language)} ${after}`;
}

/** A number of a person never reaches a screen over somebody's shoulder. */
function written(value: unknown, language: Language): string {
  if (value === undefined) return say({ id: "tidak ada", en: "nothing" }, language);
  return JSON.stringify(value).replace(/\b\d{16}\b/g, "(NIK)");
}

/** What other rules answer, as lines. */
export function tellAnswers(
  { paint }: Terminal,
  answers: readonly OtherAnswer[],
  directory: string,
  language: Language,
): readonly string[] {
  const title = { id: `Menurut ${directory}:`, en: `By ${directory}:` };
  return ["", paint.bold(say(title, language)), ...answers.map((one) => tellOther(one, language))];
}

function tellOther(answer: OtherAnswer, language: Language): string {
  const day = `  ${formatDate(answer.asOf, language)}: `;
  if ("refused" in answer) return day + answer.refused.join(" ");
  const { outcome, policy, unmet, missing } = answer;
  const from = formatDate(policy.from, language);
  const parts = [
    say(OUTCOME_WORDS[outcome], language),
    say({ id: `aturan ${from}`, en: `policy of ${from}` }, language),
    ...listed({ id: "belum dipenuhi", en: "unmet" }, unmet, language),
    ...listed({ id: "belum diketahui", en: "not known" }, missing, language),
  ];
  return day + parts.join("; ");
}

function listed(label: Text, names: readonly string[], language: Language): readonly string[] {
  return names.length === 0 ? [] : [`${say(label, language)}: ${names.join(", ")}`];
}
