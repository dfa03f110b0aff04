import { shapeOf } from "../conditions/compile.ts";
import { AS_OF, parameterNamed, parameterValue } from "../conditions/references.ts";
import { durationIn } from "../conditions/shift.ts";
import { nameOfItem } from "../conditions/trace.ts";
import type { FactValue } from "../model/catalogue.ts";
import type { Evidence, EvidenceParams } from "../model/decision.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { formatDate, formatDuration, formatValue } from "./format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "./names.ts";
import type { Reason } from "./reasons.ts";

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A reason as a sentence, the item of a group named before it. */
export function sentenceOf(
  vocabulary: Vocabulary,
  reason: Reason,
  evidence: readonly Evidence[],
): string {
  const { item } = reason;
  const sentence =
    reason.unmet === undefined
      ? plainSentence(vocabulary, reason)
      : filled(vocabulary, reason.unmet, evidence, prefixOf(reason));
  return ofItem(vocabulary, item, sentence);
}

/** How to mend it; where that says anything of the item itself, the item is named before it. */
export function remedyOf(
  vocabulary: Vocabulary,
  text: Text,
  reason: Reason,
  evidence: readonly Evidence[],
): string {
  const remedy = filled(vocabulary, text, evidence, prefixOf(reason));
  const ofAnyone = filled(vocabulary, text, evidence, "");
  return ofItem(vocabulary, remedy === ofAnyone ? null : reason.item, remedy);
}

function ofItem(vocabulary: Vocabulary, item: Reason["item"], sentence: string): string {
  return item === null ? sentence : `${labelOfName(vocabulary, nameOfItem(item))}: ${sentence}`;
}

function prefixOf({ item }: Reason): string {
  return item === null ? "" : `${nameOfItem(item)}.`;
}

/** A text with its placeholders filled from the evidence, for the item with this prefix. */
export function filled(
  vocabulary: Vocabulary,
  text: Text,
  evidence: readonly Evidence[],
  prefix: string,
): string {
  return say(text, vocabulary.language).replace(PLACEHOLDER, (_, name: string) =>
    placeholder(vocabulary, name, evidence, prefix),
  );
}

function placeholder(
  vocabulary: Vocabulary,
  name: string,
  evidence: readonly Evidence[],
  prefix: string,
): string {
  const { language, asOf, service } = vocabulary;
  if (name === AS_OF) return formatDate(asOf, language);
  const named = shapeOfName(vocabulary, name);
  if (named === null) return name;
  const parameter = parameterValue(parameterNamed(name, service), asOf);
  // An item's own fact that is not known is never filled with another's.
  const own = givenIn(evidence, prefix + name);
  const value =
    parameter ??
    (own === undefined ? givenIn(evidence, name) : own) ??
    computedIn(vocabulary, prefix + name) ??
    computedIn(vocabulary, name);
  return formatValue(value, named.shape, undefined, language);
}

function computedIn({ computedValues = [] }: Vocabulary, name: string): FactValue {
  return computedValues.find(({ fact }) => fact === name)?.value ?? null;
}

/** The value of a fact as the evidence has it, before any move. */
function givenIn(evidence: readonly Evidence[], name: string): FactValue | undefined {
  for (const entry of evidence) {
    if (entry.fact === name) return entry.actual;
    if (entry.expectedFrom === name) return entry.expectedGiven ?? entry.expected;
  }
  return undefined;
}

/** What a leaf without words of its own asks for, and what was found. */
function plainSentence(vocabulary: Vocabulary, { about }: Reason): string {
  const { language } = vocabulary;
  if (about.kind === "group") {
    const label = labelOfName(vocabulary, about.node.group);
    return say(
      { id: `Tidak ada yang tercantum: ${label}.`, en: `Nothing is listed: ${label}.` },
      language,
    );
  }
  const { evidence, node } = about.trace;
  const { base, quantifier } = node.operator;
  const negative = node.operator.negated !== about.inverted;
  const fact = bareName(evidence.fact);
  const label =
    quantified(quantifier, "Fact", language) +
    labelOfName(vocabulary, fact) +
    moved(evidence.params, language);
  const unit = shapeOfName(vocabulary, fact)?.unit;
  const expected = formatValue(evidence.expected, shapeOf(node.right), unit, language);
  const actual = formatValue(evidence.actual, shapeOf(node.left), unit, language);
  const list = quantified(quantifier, "Value", language);
  return say(
    {
      id: `${label} ${negative ? "tidak boleh" : "harus"} ${base.words.id} ${list}${expected}; tercatat ${actual}.`,
      en: `${label} must ${negative ? "not " : ""}${base.words.en} ${list}${expected}; it is ${actual}.`,
    },
    language,
  );
}

const SOME: Text = { id: "paling sedikit satu dari ", en: "at least one of " };
const EVERY: Text = { id: "semua dari ", en: "all of " };

/** What stands before the fact or before the value, where an operator takes it item by item. */
function quantified(quantifier: string | null, side: "Fact" | "Value", language: Language): string {
  if (quantifier?.endsWith(side) !== true) return "";
  return say(quantifier.startsWith("some") ? SOME : EVERY, language);
}

/** The item stands before the sentence already. */
function bareName(name: string): string {
  return name.includes("].") ? name.slice(name.indexOf("].") + 2) : name;
}

function moved(params: EvidenceParams | undefined, language: Language): string {
  const text = durationIn(params);
  if (params === undefined || text === null) return "";
  return ` ${"plus" in params ? "+" : "−"} ${formatDuration(text, language)}`;
}
