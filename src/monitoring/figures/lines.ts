import { type Language, say, type Text } from "../../engine/model/text.ts";
import { statedBy } from "./arithmetic.ts";
import type { FigureFinding } from "./check.ts";
import type { Claim, Quantity } from "./figures.ts";
import { distanceInWords, named, operation, unitOf, written } from "./phrases.ts";
import { alternativeWords } from "./words.ts";

/** One line about a misfit: what it tells, and the words. */
export interface FindingLine {
  readonly heading: Required<Text>;
  readonly words: string;
}

/** `cakupan dari angkatan kerja (coverage-of-labour-force)`; the id alone where there is no label. */
export function claimName({ id, label }: Claim, language: Language): string {
  return label === undefined ? id : `${say(label, language)} (${id})`;
}

/**
 * A misfit line by line: what was printed, what the arithmetic gives, how far they lie apart, and
 * every other figure of the report that would fit.
 */
export function linesOf(finding: FigureFinding, language: Language): readonly FindingLine[] {
  const { claim, stated, difference } = finding;
  const line = (heading: Required<Text>, words: string): FindingLine => ({ heading, words });
  return [
    ...(stated === null ? [] : [line(PRINTED, printedIn(claim, stated, language))]),
    line(ARITHMETIC, arithmeticOf(finding, language)),
    ...(stated === null || difference === null
      ? []
      : [line(DIFFERENCE, differenceIn(finding, stated, language))]),
    ...fitting(finding, language).map((words) => line(WOULD_FIT, words)),
  ];
}

/** A claim that is borne out, in one line: `10 (a) + 20 (b) = 30 (t)`. */
export function fitWords(claim: Claim, language: Language): string {
  if (claim.kind === "subset") {
    const [part, whole] = [named(claim.part, language), named(claim.whole, language)];
    return say({ id: `${part} termasuk ${whole}`, en: `${part} is a part of ${whole}` }, language);
  }
  const stated = statedBy(claim);
  const result = stated === null ? "" : ` = ${named(stated, language)}`;
  return `${operation(claim, language, true)}${result}`;
}

const PRINTED = { id: "tercetak", en: "printed" };
const ARITHMETIC = { id: "hitungan", en: "arithmetic" };
const DIFFERENCE = { id: "selisih", en: "difference" };
const WOULD_FIT = { id: "akan cocok", en: "would fit" };

function printedIn(claim: Claim, stated: Quantity, language: Language): string {
  if (claim.kind !== "subset") return verbatim(stated, language);
  const [part, whole] = [verbatim(claim.part, language), verbatim(claim.whole, language)];
  return say(
    { id: `${part} sebagai bagian dari ${whole}`, en: `${part} as a part of ${whole}` },
    language,
  );
}

/** With the report's own writing where that has words: `Rp92,4 juta`. */
function verbatim(quantity: Quantity, language: Language): string {
  const hasWords = /\d\s*[a-z]{4,}/i.test(quantity.value);
  return hasWords ? `${named(quantity, language)}, "${quantity.value}"` : named(quantity, language);
}

function arithmeticOf({ claim, computed }: FigureFinding, language: Language): string {
  if (claim.kind === "subset") {
    const never = {
      id: "suatu bagian tidak mungkin melebihi keseluruhannya",
      en: "a part cannot exceed its whole",
    };
    return say(never, language);
  }
  const operands = operation(claim, language, true);
  if (computed === null) {
    const none = {
      id: "bagian dari nol tidak dapat dihitung",
      en: "a share of nothing cannot be computed",
    };
    return `${operands}: ${say(none, language)}`;
  }
  return `${operands} = ${written(computed, unitOf(claim), language)}`;
}

function differenceIn(
  { claim, difference }: FigureFinding,
  stated: Quantity,
  language: Language,
): string {
  if (difference === null) return "";
  const off = distanceInWords(difference, stated.unit, language);
  const reportHasMore = claim.kind === "subset" || difference.units < 0n;
  return say(
    reportHasMore
      ? { id: `tercetak lebih besar ${off}`, en: `printed higher by ${off}` }
      : { id: `tercetak lebih kecil ${off}`, en: `printed lower by ${off}` },
    language,
  );
}

/** Of a subset every greater figure would do: the nearest, and the others by name alone. */
function fitting({ claim, alternatives }: FigureFinding, language: Language): readonly string[] {
  const words = alternatives.map((one) => say(alternativeWords(one), language));
  const [first, ...others] = words;
  if (first === undefined) {
    return [
      say(
        { id: "tidak ada angka lain dalam laporan ini", en: "no other figure of this report" },
        language,
      ),
    ];
  }
  if (claim.kind !== "subset" || others.length === 0) return words;
  const greater = alternatives.slice(1).map(({ quantity }) => named(quantity, language));
  const told = greater.join("; ");
  return [
    first,
    say(
      { id: `juga yang lebih besar: ${told}`, en: `so would what is greater: ${told}` },
      language,
    ),
  ];
}
