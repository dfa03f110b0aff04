import { type Finding, finding } from "./diagnostic.ts";

/** `LYK111`, `LYK112`, `LYK114`: how texts are quoted. */

export function unclosedString(): Finding {
  return finding(
    "LYK111",
    { id: "teks tidak ditutup pada baris ini", en: "the text is not closed on this line" },
    { id: 'tutup dengan tanda kutip "', en: 'close it with a quote "' },
  );
}

export function textOnTwoLines(): Finding {
  return finding(
    "LYK111",
    {
      id: "teks ini terputus ke baris berikutnya",
      en: "the text goes on on the next line",
    },
    {
      id: "gabungkan kedua baris menjadi satu; untuk baris baru di dalam teks tulis \\n",
      en: "join the two lines; for a new line inside a text write \\n",
    },
  );
}

export function quoteMissing(): Finding {
  return finding(
    "LYK111",
    { id: "tanda kutip kurang satu di baris ini", en: "a quote is missing on this line" },
    { id: 'tulis " di sini', en: 'write " here' },
  );
}

export function quoteTooMany(): Finding {
  return finding(
    "LYK111",
    { id: "tanda kutip berlebih satu di baris ini", en: "there is a quote too many on this line" },
    { id: 'hapus " ini', en: 'delete this "' },
  );
}

export function quoteInsideText(inside: string): Finding {
  const written = inside.length > 40 ? "…" : inside;
  return finding(
    "LYK111",
    { id: "tanda kutip ganda di dalam teks", en: "a double quote inside a text" },
    {
      id: `tulis \\"${written}\\" dengan garis miring terbalik, atau '${written}'`,
      en: `write \\"${written}\\" with backslashes, or '${written}'`,
    },
  );
}

/** Quotes of another kind than JSON's, in which texts of this line stand. */
export function foreignQuotes(marks: readonly string[]): Finding {
  const shown = [...new Set(marks)].join(" ");
  return finding(
    "LYK112",
    {
      id: `tanda kutip ${shown} bukan tanda kutip JSON`,
      en: `the quotes ${shown} are not JSON's`,
    },
    {
      id: 'ganti semuanya di baris ini dengan tanda kutip ganda lurus, "',
      en: 'put straight double quotes, ", in place of all on this line',
    },
  );
}

export function specialSpace(): Finding {
  return finding(
    "LYK112",
    {
      id: "spasi khusus, seperti dari Word atau halaman web, di luar teks",
      en: "a special space, as of Word or a web page, outside a text",
    },
    {
      id: "hapus, lalu ketik spasi biasa, di seluruh baris ini",
      en: "delete it and type an ordinary space, in all of this line",
    },
  );
}

export function invalidEscape(): Finding {
  return finding(
    "LYK111",
    {
      id: "garis miring terbalik yang tidak dikenal dalam teks",
      en: "an unknown backslash escape in a text",
    },
    { id: "tulis \\\\ untuk satu garis miring terbalik", en: "write \\\\ for one backslash" },
  );
}

export function controlCharacter(): Finding {
  return finding(
    "LYK111",
    { id: "karakter kendali dalam teks", en: "a control character in a text" },
    {
      id: "tulis \\n untuk baris baru dan \\t untuk tab",
      en: "write \\n for a new line and \\t for a tab",
    },
  );
}

export function brokenUnicode(): Finding {
  return finding(
    "LYK114",
    { id: "teks memuat setengah karakter Unicode", en: "the text holds half a Unicode character" },
    { id: "ketik ulang teksnya", en: "type the text again" },
  );
}
