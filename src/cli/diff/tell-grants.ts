import type { GrantChange, Granted, UnsettledGrant } from "../../analysis/diff/grants.ts";
import { formatValue } from "../../engine/explanation/format.ts";
import { AMOUNT } from "../../engine/granting/words.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Terminal } from "../terminal.ts";
import { applicantLines } from "./applicant.ts";
import type { Compared } from "./compared.ts";

/** What applicants whom both accept are given otherwise. */
export function grantLines(
  paint: Terminal["paint"],
  compared: Compared,
  language: Language,
): readonly string[] {
  return compared.grants.changes.flatMap((change) => {
    const { grant, from, to } = change;
    const words = `${told(from, language)} → ${told(to, language)}`;
    return [
      "",
      paint.bold(`▸ ${nameOf(compared, grant, language)}: ${words}`),
      ...applicantLines(compared, asChange(change), null, language),
    ];
  });
}

export function unsettledGrantLines(compared: Compared, language: Language): readonly string[] {
  return compared.grants.unsettled.map(
    ({ grant, because }) =>
      `  ${nameOf(compared, grant, language)}${say(REASONS[because] ?? NO_REASON, language)}`,
  );
}

const REASONS: Readonly<Partial<Record<UnsettledGrant["because"], Text>>> = {
  amounts: {
    id: ": jumlahnya dihitung dengan dua cara",
    en: ": its amount is computed in two ways",
  },
  computed: {
    id: ": bergantung pada fakta hitungan, dan tidak ditemukan data yang hasil hitungannya demikian",
    en: ": it turns on computed facts, and no facts were found from which they are computed so",
  },
};
const NO_REASON: Text = { id: "", en: "" };

/** Both sides accept the applicant; nothing in the facts comes before the rest. */
function asChange({ facts }: GrantChange): Parameters<typeof applicantLines>[1] {
  return { from: "eligible", to: "eligible", cause: { kind: "scope" }, facts };
}

/** The words of the side that comes later; where it has no such grant, of the other. */
function nameOf({ from, to }: Compared, id: string, language: Language): string {
  const grant = [to, from]
    .flatMap(({ program }) => program.version.policy.grants ?? [])
    .find((one) => one.id === id);
  const text = grant === undefined ? "" : say(grant.text, language);
  const words = text.replaceAll(`{${AMOUNT}}`, "…");
  return words === "" ? id : `${id} (${words})`;
}

function told(granted: Granted, language: Language): string {
  if (typeof granted === "number") {
    return `${say(GIVEN, language)} ${formatValue(granted, { type: "money" }, undefined, language)}`;
  }
  if (granted === null) return say(ABSENT, language);
  if (granted === "unknown") return say(UNKNOWN, language);
  return say(granted ? GIVEN : NOT_GIVEN, language);
}

const GIVEN: Text = { id: "diberikan", en: "granted" };
const NOT_GIVEN: Text = { id: "tidak diberikan", en: "not granted" };
const UNKNOWN: Text = { id: "belum diketahui", en: "not known" };
const ABSENT: Text = { id: "tidak ada dalam aturan", en: "not in the policy" };
