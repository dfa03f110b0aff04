import type { JsonNode } from "../json/nodes.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { exampleOf, NO_EXAMPLE } from "./examples.ts";
import { chooseOneOf, described, didYouMean, kindInWords, quote, shown } from "./words.ts";

/** `LYK301` to `LYK306`, `LYK320`: the form that an entry must have. */

/** Something in both languages, neither falling back to the other. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

export function missingKey(key: string, example: string = exampleOf(key)): Finding {
  return finding(
    "LYK301",
    { id: `kunci ${quote(key)} tidak ada`, en: `the key ${quote(key)} is missing` },
    {
      id: `tambahkan, misalnya ${quote(key)}: ${example}`,
      en: `add it, such as ${quote(key)}: ${example}`,
    },
  );
}

/** `write` is what stands there once it is mended; an example where nothing better is known. */
export function wrongKind(
  name: string,
  wanted: Words,
  node: JsonNode,
  write: string = exampleFor(name, wanted, node),
): Finding {
  const actual = described(node);
  return finding(
    "LYK302",
    {
      id: `${quote(name)} harus ${wanted.id}, bukan ${actual.id}`,
      en: `${quote(name)} must be ${wanted.en}, not ${actual.en}`,
    },
    write === NO_EXAMPLE
      ? { id: `tulis ${wanted.id}`, en: `write ${wanted.en}` }
      : { id: `tulis, misalnya, ${write}`, en: `write, for instance, ${write}` },
  );
}

/** An example of the kind that is wanted; a list of what was written stands for any list. */
function exampleFor(name: string, wanted: Words, node: JsonNode): string {
  if (node.kind === "object" && wanted === kindInWords("array")) return "[{ … }]";
  const example = exampleOf(name);
  const mark = { [kindInWords("object").en]: "{", [kindInWords("array").en]: "[" }[wanted.en];
  return mark === undefined || example.startsWith(mark) ? example : NO_EXAMPLE;
}

export function notAText(name: string, node: JsonNode): Finding {
  const actual = described(node);
  const written = node.kind === "string" && node.value.length <= 60 ? quote(node.value) : '"…"';
  return finding(
    "LYK302",
    {
      id: `${quote(name)} harus teks dengan bahasanya, bukan ${actual.id}`,
      en: `${quote(name)} must be a text with its language, not ${actual.en}`,
    },
    { id: `tulis { "id": ${written} }`, en: `write { "id": ${written} }` },
  );
}

export function notAChoice(
  name: string,
  node: JsonNode,
  meant: string | null,
  choices: readonly string[],
): Finding {
  const actual = shown(node);
  return finding(
    "LYK303",
    {
      id: `${quote(name)} tidak boleh ${actual.id}`,
      en: `${quote(name)} cannot be ${actual.en}`,
    },
    chooseOneOf(meant, choices),
  );
}

export function emptyText(name: string): Finding {
  return finding(
    "LYK304",
    { id: `teks ${quote(name)} kosong`, en: `the text ${quote(name)} is empty` },
    { id: "isi teksnya, atau hapus kuncinya", en: "fill it in, or delete its key" },
  );
}

export function settingOutOfLimits(name: string, node: JsonNode, limit: Words): Finding {
  const actual = shown(node);
  return finding(
    "LYK305",
    {
      id: `${quote(name)} harus ${limit.id}, bukan ${actual.id}`,
      en: `${quote(name)} must be ${limit.en}, not ${actual.en}`,
    },
    { id: `tulis ${limit.id}, atau hapus`, en: `write ${limit.en}, or delete it` },
  );
}

export function nothingInside(name: string): Finding {
  return finding(
    "LYK306",
    { id: `${quote(name)} tidak boleh kosong`, en: `${quote(name)} must not be empty` },
    { id: "tulis sedikitnya satu isi", en: "write at least one thing in it" },
  );
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
