import type { Change } from "../../analysis/diff/comparison.ts";
import { codesLikewise } from "../../analysis/diff/likewise.ts";
import { factsKnownTo, itemsIn } from "../../analysis/diff/pair.ts";
import { formatValue } from "../../engine/explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { Facts, FactValue } from "../../engine/model/catalogue.ts";
import { type Language, say } from "../../engine/model/text.ts";
import { type Compared, decisionsOf } from "./compared.ts";

/** The applicant in words; of one like another only what is not the same. */
export function applicantLines(
  compared: Compared,
  change: Change,
  like: Facts | null,
  language: Language,
): readonly string[] {
  const { from, to } = compared;
  const decisive = decisiveFacts(compared, change);
  const told = decisiveFirst(change, decisive).filter(
    ([id, value]) => like === null || JSON.stringify(like[id]) !== JSON.stringify(value),
  );
  const head =
    like === null
      ? { id: "    Misalnya pemohon dengan:", en: "    Such as an applicant with:" }
      : { id: "    Selebihnya sama, tetapi:", en: "    Otherwise the same, but:" };
  const lines = told.flatMap(([id, value]) => {
    const { program } =
      Object.keys(factsKnownTo(to.program.pack, { [id]: value })).length > 0 ? to : from;
    const vocabulary = { ...program, language };
    const lines = factLines(vocabulary, id, value);
    const isExample = like === null && decisive.includes(id);
    return isExample ? [...lines, ...likewiseLine(vocabulary, compared, change, id)] : lines;
  });
  return [say(head, language), ...lines.map((line) => `      ${line}`)];
}

/** What the requirement reads that makes the difference. */
function decisiveFacts(compared: Compared, change: Change): readonly string[] {
  const { cause } = change;
  if (cause.kind !== "requirement") return [];
  const decision = decisionsOf(compared, change)[cause.side];
  const evidence = decision.requirements.find(({ id }) => id === cause.id)?.evidence ?? [];
  return evidence.flatMap(({ fact }) => fact.split("[")[0] ?? fact);
}

function decisiveFirst(
  { facts }: Change,
  decisive: readonly string[],
): readonly (readonly [string, Facts[string]])[] {
  const entries = Object.entries(facts);
  return [true, false].flatMap((wanted) =>
    entries.filter(([id]) => decisive.includes(id) === wanted),
  );
}

/** The other codes for which it is the same, so that nobody takes the example for all. */
function likewiseLine(
  vocabulary: Vocabulary,
  compared: Compared,
  change: Change,
  id: string,
): readonly string[] {
  const shown = toldElsewhere(compared, change, id);
  const codes = codesLikewise(compared, change, id).filter((code) => !shown.includes(code));
  if (codes.length === 0) return [];
  const { language } = vocabulary;
  const isList = Array.isArray(change.facts[id]);
  const words = codes
    .slice(0, MOST_CODES)
    .map((code) => valueIn(vocabulary, id, isList ? [code] : code));
  const more = codes.length - words.length;
  const rest = say({ id: `dan ${more} lagi`, en: `and ${more} more` }, language);
  const all = [...words, ...(more > 0 ? [rest] : [])].join(", ");
  return [say({ id: `  Begitu juga: ${all}`, en: `  Likewise: ${all}` }, language)];
}

const MOST_CODES = 6;

/** What the fact holds in other examples of the same outcomes and cause, which tell why for themselves. */
function toldElsewhere(
  { comparison: { complete, incomplete } }: Compared,
  { from, to, cause }: Change,
  id: string,
): readonly Facts[string][] {
  const key = JSON.stringify([from, to, cause]);
  return [...complete, ...incomplete]
    .filter((other) => JSON.stringify([other.from, other.to, other.cause]) === key)
    .map(({ facts }) => facts[id]);
}

function factLines(vocabulary: Vocabulary, id: string, value: Facts[string]): readonly string[] {
  const items = vocabulary.pack.groups.has(id) ? itemsIn(value) : null;
  if (items === null) return [`${labelOfName(vocabulary, id)}: ${valueIn(vocabulary, id, value)}`];
  if (items.length === 0) {
    return [
      `${labelOfName(vocabulary, id)}: ${say({ id: "tidak ada", en: "none" }, vocabulary.language)}`,
    ];
  }
  return items.map((item, index) => {
    const told = Object.entries(item ?? {}).map(
      ([name, known]) => `${labelOfName(vocabulary, name)}: ${valueIn(vocabulary, name, known)}`,
    );
    const any = say({ id: "siapa pun", en: "anybody" }, vocabulary.language);
    return `${labelOfName(vocabulary, `${id}[${index}]`)}: ${told.join("; ") || any}`;
  });
}

function valueIn(vocabulary: Vocabulary, name: string, value: Facts[string]): string {
  const shaped = shapeOfName(vocabulary, name);
  const plain = plainValue(value);
  return shaped === null
    ? String(plain)
    : formatValue(plain, shaped.shape, shaped.unit, vocabulary.language);
}

function plainValue(value: Facts[string]): FactValue {
  if (typeof value !== "object" || value === null) return value ?? null;
  return value.map((item) => (typeof item === "object" ? null : item));
}
