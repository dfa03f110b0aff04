import type { JsonNode } from "../json/nodes.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { described, didYouMean, quote, shown } from "./words.ts";

/** `LYK307` to `LYK310`, `LYK313`, `LYK320`, `LYK804`: values of facts and parameters. */

/** Something in both languages, neither falling back to the other. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

export function notADate(name: string, written: string, meant: string | null): Finding {
  return finding(
    "LYK307",
    {
      id: `${quote(name)}: ${quote(written)} bukan tanggal yang ada di kalender`,
      en: `${quote(name)}: ${quote(written)} is not a date of the calendar`,
    },
    didYouMean(meant) ?? {
      id: 'tulis TTTT-BB-HH, misalnya "2026-11-22"',
      en: 'write YYYY-MM-DD, such as "2026-11-22"',
    },
  );
}

export function valueMisfit(name: string, wanted: Words, node: JsonNode, write: Words): Finding {
  const actual = described(node);
  return finding(
    "LYK308",
    {
      id: `nilai ${quote(name)} harus ${wanted.id}, bukan ${actual.id}`,
      en: `the value of ${quote(name)} must be ${wanted.en}, not ${actual.en}`,
    },
    { id: write.id, en: write.en },
  );
}

export function thousandsDots(name: string, written: string, plain: string): Finding {
  return finding(
    "LYK309",
    {
      id: `nilai ${quote(name)}, ${quote(written)}, memakai pemisah ribuan`,
      en: `the value of ${quote(name)}, ${quote(written)}, has thousands separators`,
    },
    {
      id: `tulis ${plain}; dalam JSON titik memulai desimal`,
      en: `write ${plain}; in JSON a dot begins the decimals`,
    },
  );
}

export function notADuration(name: string, written: string, meant: string | null): Finding {
  return finding(
    "LYK310",
    {
      id: `${quote(name)}: ${quote(written)} bukan jangka waktu`,
      en: `${quote(name)}: ${quote(written)} is not a duration`,
    },
    didYouMean(meant) ?? {
      id: 'tulis PnYnMnWnD: "P3M" tiga bulan, "P17Y" tujuh belas tahun, "P14D" empat belas hari',
      en: 'write PnYnMnWnD: "P3M" is three months, "P17Y" seventeen years, "P14D" fourteen days',
    },
  );
}

export function outOfLimits(name: string, node: JsonNode, limit: Words): Finding {
  const actual = shown(node);
  return finding(
    "LYK313",
    {
      id: `nilai ${quote(name)} harus ${limit.id}, bukan ${actual.id}`,
      en: `the value of ${quote(name)} must be ${limit.en}, not ${actual.en}`,
    },
    {
      id: "perbaiki nilainya, atau batas yang ditulis untuknya",
      en: "put the value right, or the limit that is written for it",
    },
  );
}

export function neverReached(name: string, node: JsonNode, limit: Words): Finding {
  const actual = shown(node);
  return finding(
    "LYK804",
    {
      id: `${quote(name)} tidak pernah ${actual.id}: nilainya ${limit.id}`,
      en: `${quote(name)} is never ${actual.en}: it is ${limit.en}`,
    },
    {
      id: "periksa nilai ini, atau batas faktanya dalam facts.json",
      en: "check this value, or the fact's limits in facts.json",
    },
  );
}

export function nullNotAllowed(name: string): Finding {
  return finding(
    "LYK320",
    { id: `${quote(name)} tidak boleh null`, en: `${quote(name)} cannot be null` },
    { id: "tulis nilainya, atau hapus", en: "write a value, or delete it" },
  );
}

export function nullCompared(name: string): Finding {
  return finding(
    "LYK320",
    {
      id: `${quote(name)} tidak dapat dibandingkan dengan null`,
      en: `${quote(name)} cannot be compared with null`,
    },
    {
      id: "fakta yang tidak ada selalu belum diketahui; beri 'tidak ada' kode tersendiri",
      en: "an absent fact is always unknown; give 'none' a code of its own",
    },
  );
}
