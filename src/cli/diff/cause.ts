import type { Change, Side } from "../../analysis/diff/comparison.ts";
import { parameterNamed } from "../../engine/conditions/references.ts";
import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { explanationOf } from "../../engine/explanation/explain.ts";
import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type {
  Decision,
  RequirementExplanation,
  RequirementOutcome,
} from "../../engine/model/decision.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { type Compared, decisionsOf } from "./compared.ts";

/** What makes the difference, and what became of it on the other side. */
export function causeOf(compared: Compared, change: Change, language: Language): string {
  const { cause } = change;
  if (cause.kind === "scope") {
    return say(
      { id: "Lingkup aturannya lain.", en: "The scope of the policy is another." },
      language,
    );
  }
  const { side } = cause;
  if (cause.kind === "unknown") return waitsFor(compared, side, cause.missing, language);
  const given = decisionsOf(compared, change);
  const other = side === "to" ? "from" : "to";
  const elsewhere = given[other].requirements.find(({ id }) => id === cause.id);
  const words = (side === "to" ? BEFORE : NOW)[elsewhere?.outcome ?? "absent"];
  const title = toldIn(compared[side], given[side], cause.id, language)?.title ?? "";
  const refused = say(side === "to" ? REFUSES_NOW : REFUSED_BEFORE, language);
  const told = `${refused} ${cause.id} (${title}). ${say(words, language)}`;
  const { outcome, missing } = given[other];
  return outcome === "undetermined"
    ? `${told} ${waitsFor(compared, other, missing, language)}`
    : told;
}

function waitsFor(
  compared: Compared,
  side: Side,
  missing: readonly string[],
  language: Language,
): string {
  const vocabulary = { ...compared[side].program, language };
  const toldOf = (isMeant: boolean) =>
    missing
      .filter((name) => isComputed(vocabulary, name) === isMeant)
      .map((name) => labelOfName(vocabulary, name))
      .join(", ");
  const [awaited, computed] = [toldOf(false), toldOf(true)];
  const [waits, lacks] =
    side === "to" ? [WAITS_NOW, WITHOUT_RESULT_NOW] : [WAITED_BEFORE, WITHOUT_RESULT_BEFORE];
  return [
    ...(awaited === "" ? [] : [`${say(waits, language)}: ${awaited}.`]),
    ...(computed === "" ? [] : [`${say(lacks, language)}: ${computed}.`]),
  ].join(" ");
}

/** Where that itself is missing all that it is computed from is known: there is no result. */
function isComputed({ pack, service }: Vocabulary, name: string): boolean {
  const id = name.replace(/^.*\]\./, "");
  return pack.facts.get(id)?.compute !== undefined || parameterNamed(id, service)?.by !== undefined;
}

const WAITS_NOW: Text = { id: "Kini menunggu", en: "Now waits for" };
const WAITED_BEFORE: Text = { id: "Dulu menunggu", en: "Waited for" };
const WITHOUT_RESULT_NOW: Text = {
  id: "Kini tidak ada hasilnya (dibagi nol, tidak ada yang dihitung, atau kode di luar tabel)",
  en: "Now without a result (a division by zero, nothing to compute from, or a code not in the table)",
};
const WITHOUT_RESULT_BEFORE: Text = {
  id: "Dulu tidak ada hasilnya (dibagi nol, tidak ada yang dihitung, atau kode di luar tabel)",
  en: "Before without a result (a division by zero, nothing to compute from, or a code not in the table)",
};

/** Why the side that refuses does so, in the words of its rules. */
export function reasonsOf(
  compared: Compared,
  change: Change,
  language: Language,
): readonly string[] {
  const { cause } = change;
  if (cause.kind !== "requirement") return [];
  const decision = decisionsOf(compared, change)[cause.side];
  return toldIn(compared[cause.side], decision, cause.id, language)?.reasons ?? [];
}

const REFUSES_NOW: Text = { id: "Kini ditolak oleh", en: "Now refused by" };
const REFUSED_BEFORE: Text = { id: "Dulu ditolak oleh", en: "Before refused by" };
type Elsewhere = RequirementOutcome | "absent";
const BEFORE: Readonly<Record<Elsewhere, Text>> = {
  met: { id: "Dulu dipenuhi.", en: "Met before." },
  "not-applicable": { id: "Dulu tidak berlaku baginya.", en: "Did not apply before." },
  absent: { id: "Dulu tidak disyaratkan.", en: "Not required before." },
  unmet: { id: "Dulu hanya anjuran.", en: "Only advised before." },
  unknown: { id: "Dulu belum dapat dinilai.", en: "Not settled before." },
};
const NOW: Readonly<Record<Elsewhere, Text>> = {
  met: { id: "Kini dipenuhi.", en: "Met now." },
  "not-applicable": { id: "Kini tidak berlaku baginya.", en: "Does not apply now." },
  absent: { id: "Kini tidak disyaratkan.", en: "Not required now." },
  unmet: { id: "Kini hanya anjuran.", en: "Only advised now." },
  unknown: { id: "Kini belum dapat dinilai.", en: "Not settled now." },
};

function toldIn(
  { program }: PreparedPolicy,
  decision: Decision,
  id: string,
  language: Language,
): RequirementExplanation | undefined {
  return explanationOf(program, decision, language).requirements.find((one) => one.id === id);
}
