import { OPERATORS, type Quantifier } from "../../engine/conditions/operators.ts";
import type { Leaf, Operand } from "../../engine/conditions/tree.ts";
import { formatValue } from "../../engine/explanation/format.ts";
import { shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { subjectWords, valueWords } from "./operands.ts";
import { oppositeOf, statedOperator } from "./opposites.ts";

const NEGATIVE = new Set(["notEqual", "notIn", "doesNotContain"]);

/**
 * What a leaf demands, in the words of the operator table: "Date of birth: on or before …". The
 * colon keeps labels of any form readable. A negation is told by the operator that holds where the
 * leaf's own does not, so that nobody has to read "not" twice.
 */
export function leafWords(vocabulary: Vocabulary, leaf: Leaf, negated: boolean): string {
  const { left, right } = leaf;
  const { name, quantifier } = statedOperator(leaf.operator, negated);
  const frame = frameOf(name, quantifier);
  const value =
    yesOrNo(vocabulary, right, name) ??
    demanded(vocabulary, frame.demand, valueWords(vocabulary, right, unitOf(vocabulary, left)));
  const subject = subjectWords(vocabulary, left);
  const [before, after] = [frame.before, frame.after].map((text) => say(text, vocabulary.language));
  return `${before}${subject}: ${value}${after}`;
}

function demanded({ language }: Vocabulary, demand: Text, value: string): string {
  return [say(demand, language), value].filter(Boolean).join(" ");
}

/** Of a fact that is true or false, the answer alone is told. */
function yesOrNo(vocabulary: Vocabulary, right: Operand, name: string): string | null {
  if (right.kind !== "constant" || typeof right.value !== "boolean") return null;
  if (name !== "equal" && name !== "notEqual") return null;
  const answer = right.value === (name === "equal");
  return formatValue(answer, { type: "boolean" }, undefined, vocabulary.language);
}

/** What stands around the subject and the value. */
interface Frame {
  readonly before: Text;
  readonly demand: Text;
  readonly after: Text;
}

const NOTHING: Text = { id: "", en: "" };

function frameOf(name: string, quantifier: Quantifier | null): Frame {
  const demand = demandOf(name);
  const plain = { before: NOTHING, demand, after: NOTHING };
  switch (quantifier) {
    case "someFact":
      // "At least one of the programmes: one of …" says it twice.
      if (name === "in") return { ...plain, demand: followed(demandOf("contains"), AT_LEAST_ONE) };
      return { ...plain, before: { id: "Sedikitnya satu dari ", en: "At least one of " } };
    case "everyFact":
      return NEGATIVE.has(name)
        ? {
            ...plain,
            before: { id: "Tidak satu pun dari ", en: "None of " },
            demand: demandOf(oppositeOf(name)),
          }
        : { ...plain, before: { id: "Setiap isi ", en: "Each of " }, after: OR_EMPTY };
    case "someValue":
      return { ...plain, demand: LACKING[name] ?? followed(demand, AT_LEAST_ONE) };
    case "everyValue":
      return { ...plain, demand: NONE_OF[name] ?? followed(demand, ALL) };
    default:
      return plain;
  }
}

/** Over an empty list *every* is true. */
const OR_EMPTY: Text = { id: ", atau daftarnya kosong", en: ", or the list is empty" };
const AT_LEAST_ONE: Text = { id: "sedikitnya satu dari", en: "at least one of" };
const ALL: Text = { id: "semua dari", en: "all of" };

/** "Not all of" could mean two things; these mean one. */
const LACKING: Readonly<Record<string, Text>> = {
  doesNotContain: { id: "tidak lengkap memuat", en: "lack at least one of" },
  notEqual: { id: "berbeda dari sedikitnya satu dari", en: "different from at least one of" },
};
const NONE_OF: Readonly<Record<string, Text>> = {
  doesNotContain: { id: "tidak memuat satu pun dari", en: "contain none of" },
  notEqual: { id: "bukan salah satu dari", en: "none of" },
};

function followed(demand: Text, words: Text): Text {
  const join = (language: Language) =>
    [say(demand, language), say(words, language)].filter(Boolean).join(" ");
  return { id: join("id"), en: join("en") };
}

/** The table's words, which read after "must", as they read after a colon. */
function demandOf(name: string): Text {
  if (name === "equal") return NOTHING;
  const words = OPERATORS[name]?.words ?? { id: name };
  const english = say(words, "en")
    .replace(/^not be\b/, "not")
    .replace(/^be /, "")
    .replace(/^not /, (not) => (name === "doesNotContain" ? "do not " : not));
  return { id: words.id, en: english };
}

function unitOf(vocabulary: Vocabulary, left: Operand): string | undefined {
  if (left.kind === "fact") return shapeOfName(vocabulary, left.id)?.unit;
  return left.kind === "constant" ? shapeOfName(vocabulary, left.from ?? "")?.unit : undefined;
}
