import { parameterNamed } from "../../engine/conditions/references.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import { labelOfName, type Vocabulary } from "../../engine/explanation/names.ts";
import type { Computation, Rounding, Term } from "../../engine/model/compute.ts";
import { say, type Text } from "../../engine/model/text.ts";

/** What a computation does, by the labels of what it reads: "Sewa × 3 ÷ 8, dibulatkan ke arah nol …". */
export function formulaWords(vocabulary: Vocabulary, computation: Computation): string {
  return formulaOf(vocabulary, computation).words;
}

/** Words, and what keeps them together: brackets stand only where they would be read otherwise. */
interface Formula {
  readonly words: string;
  readonly binds: "term" | "product" | "sum" | "phrase";
}

function formulaOf(vocabulary: Vocabulary, computation: Computation): Formula {
  const { operation, of } = computation;
  const { language } = vocabulary;
  const terms = of.map((term) => formulaOfTerm(vocabulary, term));
  const [first, second] = terms;
  if (first === undefined) return { words: "", binds: "term" };
  const phrase = (text: Text): Formula => ({ words: say(text, language), binds: "phrase" });
  switch (operation) {
    case "sum": {
      const parts = terms.map((term, index) =>
        isList(vocabulary, of[index]) ? worded(vocabulary, TOTAL, term) : term,
      );
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      return { words: parts.map((part) => inBrackets(part, ["phrase"])).join(" + "), binds: "sum" };
    }
    case "product": {
      const parts = terms.map((term, index) =>
        isList(vocabulary, of[index]) ? worded(vocabulary, PRODUCT, term) : term,
      );
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      const words = parts.map((part) => inBrackets(part, ["sum", "phrase"])).join(" × ");
      return { words, binds: "product" };
    }
    case "difference": {
      const left = inBrackets(first, ["phrase"]);
      const right = second === undefined ? "" : inBrackets(second, ["sum", "phrase"]);
      return { words: `${left} − ${right}`, binds: "sum" };
    }
    case "quotient": {
      const left = inBrackets(first, ["sum", "phrase"]);
      const right = second === undefined ? "" : inBrackets(second, ["product", "sum", "phrase"]);
      const words = `${left} ÷ ${right}, ${roundingWords(vocabulary, computation)}`;
      return { words, binds: "phrase" };
    }
    case "minimum":
    case "maximum": {
      const all = terms.map((term, index) =>
        isList(vocabulary, of[index]) || !isChoice(of[index]) ? term.words : `(${term.words})`,
      );
      return phrase(CHOICES[operation](all.join("; ")));
    }
    case "count":
      return phrase({ id: `banyaknya ${first.words}`, en: `the number of ${first.words}` });
    default: {
      const [from, to] = [first, second].map((term) => term?.words ?? "");
      const years = operation === "yearsBetween";
      return phrase({
        id: `${years ? "tahun" : "bulan"} penuh dari ${from} sampai ${to}`,
        en: `whole ${years ? "years" : "months"} from ${from} to ${to}`,
      });
    }
  }
}

const TOTAL: Text = { id: "jumlah", en: "the sum of" };
const PRODUCT: Text = { id: "hasil kali", en: "the product of" };
const CHOICES = {
  minimum: (terms: string): Text => ({ id: `terkecil dari ${terms}`, en: `the least of ${terms}` }),
  maximum: (terms: string): Text => ({
    id: `terbesar dari ${terms}`,
    en: `the greatest of ${terms}`,
  }),
};

function worded({ language }: Vocabulary, before: Text, { words }: Formula): Formula {
  return { words: `${say(before, language)} ${words}`, binds: "term" };
}

function inBrackets({ words, binds }: Formula, apart: readonly Formula["binds"][]): string {
  return apart.includes(binds) ? `(${words})` : words;
}

/** Where semicolons part the terms, only those with semicolons of their own need brackets. */
function isChoice(term: Term | undefined): boolean {
  return (
    typeof term === "object" &&
    "operation" in term &&
    (term.operation === "minimum" || term.operation === "maximum")
  );
}

function formulaOfTerm(vocabulary: Vocabulary, term: Term): Formula {
  if (typeof term === "number") {
    return { words: formatNumber(term, vocabulary.language), binds: "term" };
  }
  if ("operation" in term) return formulaOf(vocabulary, term);
  const label = labelOfName(vocabulary, term.fact);
  if (!("over" in term)) return { words: label, binds: "term" };
  const group = labelOfName(vocabulary, term.over);
  const words = say(
    { id: `${label} setiap ${group}`, en: `${label} of each ${group}` },
    vocabulary.language,
  );
  return { words, binds: "term" };
}

/** Whether a term stands for many, each of them a term of its own. */
function isList({ pack, service }: Vocabulary, term: Term | undefined): boolean {
  if (typeof term !== "object" || "operation" in term) return false;
  if ("over" in term) return true;
  const shape = parameterNamed(term.fact, service)?.shape ?? pack.facts.get(term.fact);
  return shape?.type === "list";
}

const ROUNDINGS: Readonly<Record<Rounding, Text>> = {
  down: { id: "dibulatkan ke arah nol", en: "rounded towards zero" },
  up: { id: "dibulatkan menjauhi nol", en: "rounded away from zero" },
  "half-up": {
    id: "dibulatkan ke yang terdekat (setengah menjauhi nol)",
    en: "rounded to the nearest (halves away from zero)",
  },
  "half-even": {
    id: "dibulatkan ke yang terdekat (setengah ke genap)",
    en: "rounded to the nearest (halves to the even one)",
  },
};

function roundingWords(
  { language }: Vocabulary,
  { rounding = "down", scale = 0 }: Computation,
): string {
  const digits: Text =
    scale === 0
      ? { id: "menjadi bilangan bulat", en: "to a whole number" }
      : {
          id: `sampai ${scale} angka di belakang koma`,
          en: `to ${scale} ${scale === 1 ? "digit" : "digits"} after the point`,
        };
  return `${say(ROUNDINGS[rounding], language)} ${say(digits, language)}`;
}
