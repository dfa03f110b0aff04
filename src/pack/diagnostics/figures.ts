import { type Finding, finding } from "./diagnostic.ts";
import type { Words } from "./values.ts";
import { didYouMeanOneOf, quote } from "./words.ts";

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

export function unitsDiffer(name: string, unit: string, wanted: Words): Finding {
  return finding(
    "LYK002",
    {
      id: `${quote(name)} dihitung dalam ${quote(unit)}, padahal di sini harus ${wanted.id}`,
      en: `${quote(name)} is counted in ${quote(unit)}, but here it must be ${wanted.en}`,
    },
    {
      id: 'perbaiki "unit"-nya, atau pilih angka yang lain',
      en: 'mend its "unit", or choose another figure',
    },
  );
}
