import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK311` to `LYK319`, `LYK321`: entries of the catalogue, parameters and sources. */

export function leastExceedsMost(
  least: string,
  leastValue: number | string,
  most: string,
  mostValue: number | string,
): Finding {
  return finding(
    "LYK311",
    {
      id: `${quote(least)} (${leastValue}) melebihi ${quote(most)} (${mostValue})`,
      en: `${quote(least)} (${leastValue}) exceeds ${quote(most)} (${mostValue})`,
    },
    { id: "tukar keduanya, atau perbaiki salah satunya", en: "swap them, or put one right" },
  );
}

export function invalidPattern(pattern: string): Finding {
  return finding(
    "LYK312",
    {
      id: `pola ${quote(pattern)} bukan ekspresi reguler`,
      en: `the pattern ${quote(pattern)} is not a regular expression`,
    },
    {
      id: "tulis ekspresi reguler JavaScript untuk seluruh teks, tanpa garis miring di tepinya",
      en: "write a JavaScript regular expression for the whole text, without slashes around it",
    },
  );
}

export function outOfOrder(from: string, before: string): Finding {
  return finding(
    "LYK314",
    {
      id: `nilai mulai ${from} berada setelah nilai mulai ${before}`,
      en: `the value from ${from} stands after the value from ${before}`,
    },
    { id: "urutkan dari yang paling lama", en: "put the oldest first" },
  );
}

export function sameDayTwice(from: string): Finding {
  return finding(
    "LYK315",
    { id: `dua nilai berlaku mulai ${from}`, en: `two values hold from ${from}` },
    { id: "hapus salah satunya", en: "delete one of them" },
  );
}

export function unconfirmed(absent: readonly string[]): Finding {
  const keys = absent.map(quote);
  return finding(
    "LYK316",
    {
      id: `"confirmed" memerlukan ${keys.join(" dan ")}`,
      en: `"confirmed" needs ${keys.join(" and ")}`,
    },
    {
      id: 'tulis siapa yang melihat naskahnya ("by") dan kapan ("on"), atau pakai "reported"',
      en: 'write who saw the instrument ("by") and when ("on"), or use "reported"',
    },
  );
}

export function noSources(provenance: string): Finding {
  return finding(
    "LYK317",
    {
      id: `${quote(provenance)} memerlukan sedikitnya satu sumber`,
      en: `${quote(provenance)} needs at least one source`,
    },
    {
      id: 'sebutkan sumbernya dalam "sources", atau pakai "assumed"',
      en: 'name the source in "sources", or use "assumed"',
    },
  );
}

export function listedTwice(word: string): Finding {
  return finding(
    "LYK318",
    { id: `${quote(word)} ditulis dua kali`, en: `${quote(word)} is listed twice` },
    { id: "hapus salah satunya", en: "delete one of them" },
  );
}

export function notASourceDate(name: string, written: string): Finding {
  return finding(
    "LYK319",
    {
      id: `${quote(name)}: ${quote(written)} bukan tanggal sumber`,
      en: `${quote(name)}: ${quote(written)} is not a source's date`,
    },
    {
      id: 'tulis TTTT, TTTT-BB atau TTTT-BB-HH, misalnya "2011" atau "2024-09-26"',
      en: 'write YYYY, YYYY-MM or YYYY-MM-DD, such as "2011" or "2024-09-26"',
    },
  );
}

export function endsBeforeItsDate(until: string, date: string): Finding {
  return finding(
    "LYK321",
    {
      id: `sumber ini berakhir (${until}) sebelum tanggalnya (${date})`,
      en: `the source ends (${until}) before its date (${date})`,
    },
    { id: 'perbaiki salah satunya, atau hapus "until"', en: 'put one right, or delete "until"' },
  );
}
