import type { Change } from "../../analysis/diff/comparison.ts";
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
  const told = decisiveFirst(compared, change).filter(
    ([id, value]) => like === null || JSON.stringify(like[id]) !== JSON.stringify(value),
  );
  const head =
    like === null
      ? { id: "    Misalnya pemohon dengan:", en: "    Such as an applicant with:" }
      : { id: "    Selebihnya sama, tetapi:", en: "    Otherwise the same, but:" };
  const lines = told.flatMap(([id, value]) => {
    const { program } =
      Object.keys(factsKnownTo(to.program.pack, { [id]: value })).length > 0 ? to : from;
    return factLines({ ...program, language }, id, value);
  });
  return [say(head, language), ...lines.map((line) => `      ${line}`)];
}

/** What the requirement reads that makes the difference, before all else. */
function decisiveFirst(
  compared: Compared,
  change: Change,
): readonly (readonly [string, Facts[string]])[] {
  const { cause } = change;
  const entries = Object.entries(change.facts);
  if (cause.kind !== "requirement") return entries;
  const decision = decisionsOf(compared, change)[cause.side];
  const evidence = decision.requirements.find(({ id }) => id === cause.id)?.evidence ?? [];
  const read = evidence.flatMap(({ fact }) => fact.split("[")[0] ?? fact);
  const [decisive, others] = [true, false].map((wanted) =>
    entries.filter(([id]) => read.includes(id) === wanted),
  );
  return [...(decisive ?? []), ...(others ?? [])];
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
