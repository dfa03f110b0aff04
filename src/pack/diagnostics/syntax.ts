import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK106` to `LYK116`: what keeps a file from being read as JSON. */

export function tooDeep(limit: number): Finding {
  return finding(
    "LYK106",
    {
      id: `isi berkas bertingkat lebih dari ${limit} tingkat`,
      en: `the file is nested more than ${limit} levels deep`,
    },
    {
      id: "pecah menjadi kondisi bernama dalam conditions.json",
      en: "split it into named conditions in conditions.json",
    },
  );
}

export function emptyFile(): Finding {
  return finding(
    "LYK107",
    { id: "berkas ini kosong", en: "the file is empty" },
    { id: "isi dengan JSON atau hapus berkasnya", en: "fill it with JSON or delete the file" },
  );
}

/** A mark, a key or a value that should stand here. `closes` is the line of what a mark closes. */
export function missing(what: string, closes?: number): Finding {
  if (what === "key") {
    return finding(
      "LYK108",
      {
        id: "di sini seharusnya ada kunci di antara tanda kutip ganda",
        en: "a key in double quotes is expected here",
      },
      { id: "tulis kuncinya, atau hapus sisanya", en: "write the key, or delete what is left" },
    );
  }
  if (what === "value") {
    return finding(
      "LYK108",
      { id: "di sini seharusnya ada nilai", en: "a value is expected here" },
      { id: "tulis nilainya, atau hapus kuncinya", en: "write the value, or delete its key" },
    );
  }
  const mark = quote(what);
  const opener = quote(what === "}" ? "{" : "[");
  return finding(
    "LYK108",
    { id: `di sini seharusnya ada ${mark}`, en: `${mark} is expected here` },
    closes === undefined
      ? { id: `tulis ${mark} di sini`, en: `write ${mark} here` }
      : {
          id: `tulis ${mark} di sini, untuk menutup ${opener} baris ${closes}`,
          en: `write ${mark} here, to close the ${opener} of line ${closes}`,
        },
  );
}

export function tooMany(written: string): Finding {
  const mark = quote(written);
  return finding(
    "LYK108",
    { id: `${mark} ini berlebih`, en: `this ${mark} is one too many` },
    { id: `hapus ${mark} ini`, en: `delete this ${mark}` },
  );
}

export function wrongMark(written: string, meant: string): Finding {
  const mark = quote(meant);
  return finding(
    "LYK108",
    {
      id: `di sini seharusnya ada ${mark}, bukan ${quote(written)}`,
      en: `${mark} is expected here, not ${quote(written)}`,
    },
    { id: `ganti dengan ${mark}`, en: `put ${mark} in its place` },
  );
}

/** `closers` are the brackets that would close what is open. */
export function endsTooEarly(closers: string): Finding {
  return finding(
    "LYK108",
    { id: "berkas berakhir sebelum waktunya", en: "the file ends too early" },
    {
      id: `kembalikan bagian yang hilang; bila tidak ada, tulis ${quote(closers)} di sini`,
      en: `bring back what is lost; if nothing is, write ${quote(closers)} here`,
    },
  );
}

export function noJson(): Finding {
  return finding(
    "LYK108",
    { id: "isi berkas ini bukan JSON", en: "what this file holds is not JSON" },
    {
      id: "mulai dari salinan berkas aturan yang ada, atau kembalikan seperti semula",
      en: "begin from a copy of another rule file, or put it back as it was",
    },
  );
}

export function misplaced(): Finding {
  return finding(
    "LYK108",
    {
      id: "susunan JSON tidak terbaca mulai dari sini",
      en: "from here on the JSON cannot be read",
    },
    {
      id: "periksa tanda kurung, koma, dan tanda kutip di baris ini dan sebelumnya, atau kembalikan seperti semula",
      en: "check the brackets, commas and quotes of this line and those before, or put it back as it was",
    },
  );
}

export function afterTheEnd(): Finding {
  return finding(
    "LYK108",
    { id: "ada isi setelah JSON berakhir", en: "there is more after the end of the JSON" },
    {
      id: "hapus mulai dari sini, atau pindahkan ke berkas lain",
      en: "delete from here on, or move it to another file",
    },
  );
}

export function comment(): Finding {
  return finding(
    "LYK109",
    { id: "JSON tidak mengenal komentar", en: "JSON has no comments" },
    { id: 'pindahkan ke "note"', en: 'move it to a "note"' },
  );
}

export function trailingComma(): Finding {
  return finding(
    "LYK110",
    { id: "koma berlebih", en: "a comma too many" },
    { id: "hapus koma ini", en: "delete this comma" },
  );
}

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

const WORDS: Readonly<Record<string, string>> = {
  True: "true",
  TRUE: "true",
  benar: "true",
  ya: "true",
  False: "false",
  FALSE: "false",
  salah: "false",
  tidak: "false",
  None: "null",
  undefined: "null",
};

/** A word or day without quotes; `day` as rules write it. */
export function unknownWord(word: string, day: string | null = null): Finding {
  const meant = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  const written = meant ?? quote(day ?? word);
  return finding(
    "LYK112",
    { id: `${quote(word)} bukan JSON`, en: `${quote(word)} is not JSON` },
    meant !== undefined || day !== null || word.length > 60
      ? { id: `tulis ${written}`, en: `write ${written}` }
      : {
          id: `teks ditulis di antara tanda kutip ganda: ${written}`,
          en: `text stands between double quotes: ${written}`,
        },
  );
}

export function duplicateKey(key: string, line: number): Finding {
  return finding(
    "LYK113",
    {
      id: `kunci ${quote(key)} sudah ada pada baris ${line}`,
      en: `the key ${quote(key)} already stands on line ${line}`,
    },
    { id: "hapus salah satunya", en: "delete one of them" },
  );
}

export function brokenUnicode(): Finding {
  return finding(
    "LYK114",
    { id: "teks memuat setengah karakter Unicode", en: "the text holds half a Unicode character" },
    { id: "ketik ulang teksnya", en: "type the text again" },
  );
}

export function numberTooLarge(raw: string): Finding {
  return finding(
    "LYK115",
    { id: `angka ${raw} terlalu besar`, en: `the number ${raw} is too large` },
    { id: "tulis angka yang lebih kecil", en: "write a smaller number" },
  );
}

export function numberNotJson(written: string, plain: string | null): Finding {
  return finding(
    "LYK116",
    {
      id: `JSON tidak menulis angka seperti ${quote(written)}`,
      en: `JSON does not write numbers like ${quote(written)}`,
    },
    plain === null
      ? {
          id: "tulis angkanya saja, tanpa titik ribuan, misalnya 16800 atau 1.5",
          en: "write the digits alone, such as 16800 or 1.5",
        }
      : { id: `tulis ${plain}`, en: `write ${plain}` },
  );
}
