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

/** A punctuation mark of JSON, or a value, that should stand where something else does. */
export function expected(what: { readonly id: string; readonly en: string }): Finding {
  return finding("LYK108", {
    id: `di sini seharusnya ada ${what.id}`,
    en: `${what.en} is expected here`,
  });
}

export function afterTheEnd(): Finding {
  return finding(
    "LYK108",
    { id: "ada isi setelah JSON berakhir", en: "there is more after the end of the JSON" },
    { id: "periksa kurung penutup yang berlebih", en: "look for a closing bracket too many" },
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

export function unknownWord(word: string): Finding {
  const meant = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  const help =
    meant === undefined
      ? { id: "teks ditulis di antara tanda kutip ganda", en: "text stands between double quotes" }
      : { id: `tulis ${meant}`, en: `write ${meant}` };
  return finding(
    "LYK112",
    { id: `${quote(word)} bukan JSON`, en: `${quote(word)} is not JSON` },
    help,
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
  return finding("LYK115", {
    id: `angka ${raw} terlalu besar`,
    en: `the number ${raw} is too large`,
  });
}

export function numberNotJson(written: string, plain: string | null): Finding {
  return finding(
    "LYK116",
    {
      id: `JSON tidak menulis angka seperti ${quote(written)}`,
      en: `JSON does not write numbers like ${quote(written)}`,
    },
    plain === null ? undefined : { id: `tulis ${plain}`, en: `write ${plain}` },
  );
}
