import { cited } from "../explanation/explain.ts";
import { formatDate, formatValue } from "../explanation/format.ts";
import { labelOfName, type Vocabulary } from "../explanation/names.ts";
import { filled } from "../explanation/sentences.ts";
import type { GrantDecision, GrantExplanation } from "../model/decision.ts";
import type { Granting } from "../model/pack.ts";
import type { Grant } from "../model/policy.ts";
import { type Language, say, type Text } from "../model/text.ts";

/** Where the amount stands in the text of a grant. */
export const AMOUNT = "amount";

const PLACE_OF_AMOUNT = `{${AMOUNT}}`;

export const explainGrants: Granting["explain"] = (vocabulary, { version }, grants) => {
  const { grants: written = [], status } = version.policy;
  const told = grants.flatMap((decision) => {
    const grant = written.find(({ id }) => id === decision.id);
    if (grant === undefined) return [];
    // Of a pilot the summary says that all of it is provisional.
    const isMarked = status === "adopted" && decision.provisional;
    const own = { ...vocabulary, computedValues: decision.computed ?? [] };
    return [{ grant, decision, words: wordsOf(own, grant, decision, isMarked) }];
  });
  return {
    grants: told.map(({ grant, decision, words }) =>
      explainGrant(vocabulary, grant, decision, words),
    ),
    summary: summaryOf(vocabulary, told),
  };
};

function explainGrant(
  vocabulary: Vocabulary,
  grant: Grant,
  decision: GrantDecision,
  words: string,
): GrantExplanation {
  const { id, state, missing, evidence, until, computed: computedValues = [] } = decision;
  const { language, pack } = vocabulary;
  const before = say({ id: "Belum diketahui", en: "Not yet known" }, language);
  const computed = pack.computing.formulas({ ...vocabulary, computedValues }, evidence);
  return {
    id,
    state,
    text: words + (state === "granted" ? untilWords(until, language) : ""),
    reasons: missing.map((name) => `${before}: ${labelOfName(vocabulary, name)}.`),
    ...(computed.length > 0 && { computed }),
    sources: grant.sources.map((citation) => cited(vocabulary, citation)),
  };
}

/** "Iuran Rp8.400": an amount after the text is told only of what is given. */
function wordsOf(
  vocabulary: Vocabulary,
  grant: Grant,
  decision: GrantDecision,
  isMarked: boolean,
): string {
  const { language } = vocabulary;
  const { state, evidence } = decision;
  const amount = amountOf(grant, decision);
  const money =
    amount === null
      ? say(UNKNOWN_AMOUNT, language)
      : formatValue(amount, { type: "money" }, undefined, language);
  const written = say(grant.text, language);
  const isPlaced = written.includes(PLACE_OF_AMOUNT);
  const text = { id: written.replaceAll(PLACE_OF_AMOUNT, money) };
  const after = state === "granted" && amount !== null && !isPlaced ? ` ${money}` : "";
  const mark = isMarked ? ` ${say(NOT_CONFIRMED, language)}` : "";
  return filled(vocabulary, text, evidence, "") + after + mark;
}

/** The amount of the day, also of what is not given, or not known to be. */
function amountOf({ amount }: Grant, decision: GrantDecision): number | null {
  const found = decision.evidence.find(({ part }) => part === "amount")?.actual;
  const known = decision.amount ?? (typeof amount === "number" ? amount : found);
  return typeof known === "number" ? known : null;
}

const UNKNOWN_AMOUNT: Text = { id: "(jumlah belum diketahui)", en: "(amount not yet known)" };
const NOT_CONFIRMED: Text = { id: "(belum dipastikan)", en: "(not confirmed)" };
const UNTIL: Text = { id: "sampai", en: "until" };

function untilWords(until: string | null, language: Language): string {
  return until === null ? "" : ` ${say(UNTIL, language)} ${formatDate(until, language)}`;
}

const GRANTED: Text = { id: "Yang diberikan", en: "Granted" };
const OPEN: Text = { id: "Belum dapat dipastikan", en: "Not settled yet" };

interface Told {
  readonly decision: GrantDecision;
  readonly words: string;
}

/** "Granted until 11 April 2050: contribution Rp8,400 until 31 December 2026; programmes": no day twice. */
function summaryOf({ language }: Vocabulary, told: readonly Told[]): string {
  const of = (state: GrantExplanation["state"]) =>
    told.filter(({ decision }) => decision.state === state);
  const last = sharedEnd(of("granted"));
  const listed = (title: string, texts: readonly string[]) =>
    texts.length === 0 ? [] : [`${title}: ${texts.join("; ")}.`];
  const granted = of("granted").map(({ decision: { until }, words }) =>
    until === last ? words : words + untilWords(until, language),
  );
  return [
    ...listed(say(GRANTED, language) + untilWords(last, language), granted),
    ...listed(
      say(OPEN, language),
      of("unknown").map(({ words }) => words),
    ),
  ].join(" ");
}

/** The last day of what lasts longest, where that is more than one thing; null of what has no end. */
function sharedEnd(granted: readonly Told[]): string | null {
  const ends = granted.map(({ decision }) => decision.until);
  if (ends.includes(null)) return null;
  const last = ends.toSorted().at(-1) ?? null;
  return ends.filter((end) => end === last).length > 1 ? last : null;
}
