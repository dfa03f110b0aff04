import type { FactShape } from "../../engine/model/catalogue.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { shapeName } from "./leaves.ts";
import { listed, quote } from "./words.ts";

/** `LYK011` to `LYK016`: files of what a synthetic population is like. */

/** @param sum what they add up to, as people write it */
export function sharesMisfit(name: string, sum: string, of: string): Finding {
  return finding(
    "LYK011",
    {
      id: `bagian-bagian ${quote(name)} berjumlah ${sum}, bukan ${of}`,
      en: `the shares of ${quote(name)} add up to ${sum}, not ${of}`,
    },
    {
      id: `perbaiki salah satunya, atau tulis "of": ${sum} bila itu memang jumlahnya`,
      en: `mend one of them, or write "of": ${sum} if that is what they are out of`,
    },
  );
}

/** @param choices the keys, each alone or with what belongs to it */
export function exactlyOne(choices: readonly string[]): Finding {
  return finding(
    "LYK012",
    {
      id: `di sini harus ada tepat satu dari ${choices.join(", ").replaceAll(" and ", " dan ")}`,
      en: `exactly one of ${choices.join(", ")} must stand here`,
    },
    { id: "hapus yang lain, atau tambahkan satu", en: "delete the others, or add one" },
  );
}

export function rowsMissing(name: string, values: readonly string[]): Finding {
  return finding(
    "LYK013",
    {
      id: `tidak ada baris untuk ${quote(name)} ${listed(values)}`,
      en: `there is no row for ${quote(name)} ${listed(values)}`,
    },
    {
      id: 'tambahkan barisnya, atau satu baris "otherwise": true',
      en: 'add its row, or one row with "otherwise": true',
    },
  );
}

export function noRowOtherwise(name: string): Finding {
  return finding(
    "LYK013",
    {
      id: `baris-baris ini tidak memuat semua nilai ${quote(name)}`,
      en: `these rows do not have all values of ${quote(name)}`,
    },
    {
      id: 'tambahkan satu baris "otherwise": true',
      en: 'add one row with "otherwise": true',
    },
  );
}

export function dependsOnItself(names: readonly string[]): Finding {
  const circle = names.map(quote).join(" → ");
  return finding(
    "LYK014",
    { id: `saling bergantung: ${circle}`, en: `these depend on each other: ${circle}` },
    {
      id: "ubah salah satunya supaya tidak bergantung pada yang lain",
      en: "let one of them depend on none of the others",
    },
  );
}

export function cannotDependOn(name: string, shape: FactShape): Finding {
  return finding(
    "LYK015",
    {
      id: `tidak dapat bergantung pada ${quote(name)}, yaitu ${shapeName(shape)}`,
      en: `nothing can depend on ${quote(name)}, which is ${shapeName(shape)}`,
    },
    {
      id: "pilih fakta berupa kode, ya/tidak, angka atau tanggal",
      en: "choose a fact that is a code, yes or no, a number or a date",
    },
  );
}

export function cannotBeSame(name: string, other: string): Finding {
  return finding(
    "LYK015",
    {
      id: `${quote(name)} tidak dapat selalu sama dengan ${quote(other)}`,
      en: `${quote(name)} cannot always be the same as ${quote(other)}`,
    },
    {
      id: "pilih fakta yang sejenis, dengan kode dan batas yang sama",
      en: "choose a fact of its own type, with the same codes and limits",
    },
  );
}

export function noNikHere(name: string): Finding {
  return finding(
    "LYK016",
    {
      id: `${quote(name)} adalah NIK, dan populasi buatan tidak berisi NIK`,
      en: `${quote(name)} is a NIK, and a synthetic population has none`,
    },
    { id: "hapus fakta ini dari berkas", en: "take this fact out of the file" },
  );
}
