import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK338`, `LYK339`, `LYK341`, `LYK807`: parameters that are tables. */

export function notATable(id: string): Finding {
  return finding(
    "LYK338",
    {
      id: `${quote(id)} punya "by", jadi setiap nilainya harus tabel { } dengan satu nilai untuk setiap kode`,
      en: `${quote(id)} has "by", so each of its values must be a table { } with one value for each code`,
    },
    {
      id: 'misalnya "value": { "3673": 4857353 }',
      en: 'such as "value": { "3673": 4857353 }',
    },
  );
}

export function tableWithoutBy(id: string): Finding {
  return finding(
    "LYK338",
    {
      id: `nilai ${quote(id)} adalah tabel, tetapi tidak ada "by"`,
      en: `the value of ${quote(id)} is a table, but there is no "by"`,
    },
    {
      id: 'tulis "by" dengan fakta berjenis code yang menentukan nilainya',
      en: 'write "by" with the code fact that tells which value it is',
    },
  );
}

export function tableByNoCode(id: string, by: string): Finding {
  return finding(
    "LYK339",
    {
      id: `"by" dari ${quote(id)} harus fakta berjenis code; ${quote(by)} bukan`,
      en: `"by" of ${quote(id)} must be a fact of type code; ${quote(by)} is not`,
    },
    {
      id: 'tulis fakta berjenis "code" dari facts.json',
      en: 'write a fact of type "code" from facts.json',
    },
  );
}

/** `codes`: those that the table's fact declares and this table lacks. */
export function rowsLacking(id: string, by: string, codes: readonly string[]): Finding {
  const named = codes.map(quote).join(", ");
  return finding(
    "LYK807",
    {
      id: `tabel ${quote(id)} tidak punya baris untuk kode ${quote(by)} ini: ${named}`,
      en: `the table ${quote(id)} has no row for these codes of ${quote(by)}: ${named}`,
    },
    {
      id: "tambahkan barisnya; tanpanya tidak ada hasil hitungan bagi yang berkode itu",
      en: "add their rows; without them nothing is computed for those who have such a code",
    },
  );
}

export function durationByTable(id: string, by: string): Finding {
  return finding(
    "LYK341",
    {
      id: `${quote(id)} adalah jangka waktu, jadi tidak dapat berupa tabel menurut ${quote(by)}`,
      en: `${quote(id)} is a duration, so it cannot be a table by ${quote(by)}`,
    },
    {
      id: `hapus "by"; buat satu parameter untuk setiap jangka waktu, dan pilih di kondisi dengan "any" menurut ${quote(by)}`,
      en: `take "by" out; make one parameter for each duration, and choose in the condition with "any" by ${quote(by)}`,
    },
  );
}
