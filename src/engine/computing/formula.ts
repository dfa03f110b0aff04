import { parameterNamed } from "../conditions/references.ts";
import { formatNumber, formatValue } from "../explanation/format.ts";
import { labelOfName, shapeOfName, type Vocabulary } from "../explanation/names.ts";
import type { Computation, Operation } from "../model/compute.ts";
import type { ComputedEvidence, Evidence } from "../model/decision.ts";
import { say, type Text } from "../model/text.ts";
import { compute, nameOfTerm } from "./compute.ts";
import { placeOf } from "./evidence.ts";
import { exact, scaled } from "./exact.ts";

const AND: Text = { id: " dan ", en: " and " };

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
  const { pack, service } = vocabulary;
  const id = fact.slice(placeOf(fact).length);
  const computation = pack.facts.get(id)?.compute;
  const label = labelOfName(vocabulary, fact);
  const told: Told = (name, between) => {
    const bare = name.split("[].").at(-1) ?? name;
    const words = labelOfName(vocabulary, bare);
    const items = [operands[name] ?? null].flat();
    const all = items.map((one) => written(vocabulary, bare, one)).join(between);
    return `${all || "–"} (${words})`;
  };
  const result = written(vocabulary, id, value);
  const by = parameterNamed(id, service)?.by;
  if (computation === undefined) {
    if (by === undefined) return null;
    return `${label}: ${told(by, "")} = ${result}.`;
  }
  const sum = inWords(vocabulary, computation, told);
  const fine = compute(finer(computation), operands);
  const isExact = fine === null || fine.digits === scaled(exact(value ?? 0), fine.scale);
  const sign = isExact ? "=" : "≈";
  return `${label}: ${sum} ${sign} ${result}.`;
}

/** With more digits after the point than a value may have; every quotient states its scale. */
function finer(computation: Computation): Computation {
  const of = computation.of.map((term) =>
    typeof term === "object" && "operation" in term ? finer(term) : term,
  );
  return computation.scale === undefined
    ? { ...computation, of }
    : { ...computation, of, scale: 15 };
}

/** A term with its label; `between` stands between the items of a list. */
type Told = (name: string, between: string) => string;

function written(
  vocabulary: Vocabulary,
  name: string,
  value: ComputedEvidence["operands"][string],
) {
  const named = shapeOfName(vocabulary, name);
  return formatValue(value, named?.shape ?? { type: "integer" }, named?.unit, vocabulary.language);
}

function inWords(vocabulary: Vocabulary, { operation, of }: Computation, told: Told): string {
  const { language } = vocabulary;
  const sign = SIGNS[operation];
  const isSign = typeof sign === "string";
  const between = isSign ? sign : say(AND, language);
  const terms = of.map((term) => {
    if (typeof term === "number") return formatNumber(term, language);
    if (!("operation" in term)) return told(nameOfTerm(term), between);
    const words = inWords(vocabulary, term, told);
    return isSign || typeof SIGNS[term.operation] === "object" ? `(${words})` : words;
  });
  return (isSign ? "" : `${say(sign, language)} `) + terms.join(between);
}
