import { parameterNamed } from "../conditions/references.ts";
import { formatNumber, formatValue } from "../explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../explanation/names.ts";
import type { Computation, Operation, Term } from "../model/compute.ts";
import type { ComputedEvidence, Evidence } from "../model/decision.ts";
import { say, type Text } from "../model/text.ts";
import { nameOfTerm } from "./compute.ts";
import { placeOf } from "./evidence.ts";

/** Signs stand between the terms, words before them. */
const SIGNS: Readonly<Record<Operation, string | Text>> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
  minimum: { id: "terkecil dari", en: "least of" },
  maximum: { id: "terbesar dari", en: "greatest of" },
  count: { id: "banyaknya", en: "number of" },
  monthsBetween: { id: "bulan penuh antara", en: "whole months between" },
  yearsBetween: { id: "tahun penuh antara", en: "whole years between" },
};

/**
 * What these leaves read that was computed, each as a sum with its numbers: "Penghasilan per orang:
 * Rp9.000.000 (Penghasilan) ÷ 4 (Anggota) = Rp2.250.000."
 */
export function formulasOf(
  vocabulary: Vocabulary,
  evidence: readonly Evidence[],
): readonly string[] {
  const { computedValues = [] } = vocabulary;
  const wanted = new Set(evidence.flatMap(({ fact, expectedFrom = fact }) => [fact, expectedFrom]));
  // Each stands after what it is computed from, so what is wanted grows from the end.
  const found = computedValues.toReversed().filter(({ fact, operands }) => {
    const isWanted = wanted.has(fact);
    const place = placeOf(fact);
    if (isWanted) for (const name of Object.keys(operands)) wanted.add(place + name);
    return isWanted;
  });
  return found
    .toReversed()
    .filter(({ value, operands }) => value !== null || !Object.values(operands).includes(null))
    .flatMap((one) => formulaOf(vocabulary, one) ?? []);
}

function formulaOf(vocabulary: Vocabulary, { fact, value, operands }: ComputedEvidence) {
  const { pack, service, language } = vocabulary;
  const id = fact.slice(placeOf(fact).length);
  const computation = pack.facts.get(id)?.compute;
  const label = labelOfName(vocabulary, fact);
  const told = (name: string) => {
    const bare = name.split("[].").at(-1) ?? name;
    const words = labelOfName(vocabulary, bare);
    return `${written(vocabulary, bare, operands[name] ?? null)} (${words})`;
  };
  const by = parameterNamed(id, service)?.by;
  if (computation === undefined) {
    if (by === undefined) return null;
    const of = say({ id: "untuk", en: "for" }, language);
    return `${label}: ${written(vocabulary, id, value)} ${of} ${told(by)}.`;
  }
  const sum = inWords(vocabulary, computation, told);
  return `${label}: ${sum} = ${written(vocabulary, id, value)}.`;
}

function written(
  vocabulary: Vocabulary,
  name: string,
  value: ComputedEvidence["operands"][string],
) {
  const named = shapeOfName(vocabulary, name);
  return formatValue(value, named?.shape ?? { type: "integer" }, named?.unit, vocabulary.language);
}

function inWords(
  vocabulary: Vocabulary,
  { operation, of }: Computation,
  told: (name: string) => string,
): string {
  const terms = of.map((term: Term) => {
    if (typeof term === "number") return formatNumber(term, vocabulary.language);
    return "operation" in term ? `(${inWords(vocabulary, term, told)})` : told(nameOfTerm(term));
  });
  const sign = SIGNS[operation];
  return typeof sign === "string"
    ? terms.join(sign)
    : `${say(sign, vocabulary.language)} ${terms.join("; ")}`;
}
