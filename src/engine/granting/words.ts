import { cited } from "../explanation/explain.ts";
import { formatDate, formatValue } from "../explanation/format.ts";
import { labelOfName, type Vocabulary } from "../explanation/names.ts";
import { filled } from "../explanation/sentences.ts";
import type { GrantDecision, GrantExplanation } from "../model/decision.ts";
import type { Granting } from "../model/pack.ts";
import type { Grant } from "../model/policy.ts";
import { say, type Text } from "../model/text.ts";

/** Where the amount stands in the text of a grant. */
export const AMOUNT = "amount";

const PLACE_OF_AMOUNT = `{${AMOUNT}}`;

export const explainGrants: Granting["explain"] = (vocabulary, { version }, grants) => {
  const { grants: written = [] } = version.policy;
  const told = grants.flatMap((decision) => {
    const grant = written.find(({ id }) => id === decision.id);
    return grant === undefined ? [] : [explainGrant(vocabulary, grant, decision)];
  });
  return { grants: told, summary: summaryOf(vocabulary, told) };
};

function explainGrant(
  vocabulary: Vocabulary,
  grant: Grant,
  decision: GrantDecision,
): GrantExplanation {
  const { id, state, missing, evidence, computed: computedValues = [] } = decision;
  const { language, pack } = vocabulary;
  const before = say({ id: "Belum diketahui", en: "Not yet known" }, language);
  const computed = pack.computing.formulas({ ...vocabulary, computedValues }, evidence);
  return {
    id,
    state,
    text: wordsOf({ ...vocabulary, computedValues }, grant, decision),
    reasons: missing.map((name) => `${before}: ${labelOfName(vocabulary, name)}.`),
    ...(computed.length > 0 && { computed }),
    sources: grant.sources.map((citation) => cited(vocabulary, citation)),
  };
}

/** "Iuran Rp8.400 sampai 31 Desember 2026": what is not given has neither amount nor end. */
function wordsOf(vocabulary: Vocabulary, grant: Grant, decision: GrantDecision): string {
  const { language } = vocabulary;
  const { state, amount, until, evidence } = decision;
  const money = formatValue(amount ?? null, { type: "money" }, undefined, language);
  const written = say(grant.text, language);
  const isPlaced = written.includes(PLACE_OF_AMOUNT);
  const text = { id: written.replaceAll(PLACE_OF_AMOUNT, money) };
  const told = filled(vocabulary, text, evidence, "");
  if (state !== "granted") return told;
  const last = until === null ? "" : ` ${say(UNTIL, language)} ${formatDate(until, language)}`;
  return `${told}${amount === undefined || isPlaced ? "" : ` ${money}`}${last}`;
}

const UNTIL: Text = { id: "sampai", en: "until" };

const GRANTED: Text = { id: "Yang diberikan", en: "Granted" };
const OPEN: Text = { id: "Belum dapat dipastikan", en: "Not settled yet" };

function summaryOf({ language }: Vocabulary, told: readonly GrantExplanation[]): string {
  const listed = (title: Text, state: GrantExplanation["state"]) => {
    const texts = told.filter((grant) => grant.state === state).map(({ text }) => text);
    return texts.length === 0 ? [] : [`${say(title, language)}: ${texts.join("; ")}.`];
  };
  return [...listed(GRANTED, "granted"), ...listed(OPEN, "unknown")].join(" ");
}
