import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK112`, `LYK115`, `LYK116`: words and numbers outside quotes. */

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
