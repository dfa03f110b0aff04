import { type Finding, finding } from "./diagnostic.ts";
import { didYouMean, didYouMeanOneOf, quote } from "./words.ts";

/** `LYK0xx`: files of figures that reports printed. */

export function unknownFigure(
  name: string,
  meant: string | null,
  known: readonly string[],
): Finding {
  return finding(
    "LYK001",
    { id: `angka ${quote(name)} tidak dikenal`, en: `unknown figure ${quote(name)}` },
    didYouMeanOneOf(meant, known) ?? {
      id: 'tambahkan ke "quantities"',
      en: 'add it to "quantities"',
    },
  );
}

export function unknownReport(
  name: string,
  meant: string | null,
  known: readonly string[],
): Finding {
  return finding(
    "LYK001",
    { id: `laporan ${quote(name)} tidak dikenal`, en: `unknown report ${quote(name)}` },
    didYouMeanOneOf(meant, known) ?? { id: 'tambahkan ke "reports"', en: 'add it to "reports"' },
  );
}

/** `meant` where the unit is only misspelt. */
export function unitsDiffer(
  name: string,
  unit: string,
  wanted: string,
  meant: string | null,
): Finding {
  return finding(
    "LYK002",
    {
      id: `${quote(name)} dihitung dalam ${quote(unit)}, padahal di sini harus ${quote(wanted)}`,
      en: `${quote(name)} is counted in ${quote(unit)}, but here it must be ${quote(wanted)}`,
    },
    didYouMean(meant) ?? {
      id: 'perbaiki "unit"-nya, atau pilih angka yang lain',
      en: 'mend its "unit", or choose another figure',
    },
  );
}

/** A value that shows its unit by a sign, at a unit that is another. */
export function unitOfSign(value: string, unit: string, wanted: string): Finding {
  return finding(
    "LYK002",
    {
      id: `${quote(value)} dihitung dalam ${quote(wanted)}, tetapi "unit"-nya ${quote(unit)}`,
      en: `${quote(value)} is counted in ${quote(wanted)}, but its "unit" is ${quote(unit)}`,
    },
    { id: `tulis "unit": ${quote(wanted)}`, en: `write "unit": ${quote(wanted)}` },
  );
}
