import type { Text } from "../../engine/model/text.ts";
import { type Finding, finding } from "./diagnostic.ts";
import type { Words } from "./values.ts";
import { didYouMean, quote } from "./words.ts";

/** `LYK101` to `LYK105`, `LYK117`: files and folders. */

export function unreadable(path: string, reason: Words): Finding {
  return finding(
    "LYK101",
    {
      id: `${quote(path)} tidak dapat dibaca: ${reason.id}`,
      en: `${quote(path)} cannot be read: ${reason.en}`,
    },
    { id: "periksa nama dan hak bacanya", en: "check its name, and that you may read it" },
  );
}

export function misplacedFile(path: string, help: Text): Finding {
  return finding(
    "LYK102",
    {
      id: `berkas ${quote(path)} tidak pada tempatnya`,
      en: `the file ${quote(path)} is out of place`,
    },
    help,
  );
}

export function folderNotAnId(name: string, plain: string | null): Finding {
  const example = plain ?? "kota-serang";
  return finding(
    "LYK103",
    { id: `nama folder ${quote(name)} bukan id`, en: `the folder name ${quote(name)} is no id` },
    {
      id: `pakai huruf kecil, angka, dan tanda hubung: ${quote(example)}`,
      en: `use small letters, digits and hyphens: ${quote(example)}`,
    },
  );
}

export function fileNotADate(name: string, day: string | null): Finding {
  return finding(
    "LYK104",
    {
      id: `nama berkas ${quote(name)} bukan tanggal yang ada di kalender`,
      en: `the file name ${quote(name)} is not a date of the calendar`,
    },
    didYouMean(day === null ? null : `${day}.json`) ?? {
      id: "aturan bernama hari pertamanya, TTTT-BB-HH.json, misalnya 2026-11-22.json",
      en: "a policy is named after its first day, YYYY-MM-DD.json, such as 2026-11-22.json",
    },
  );
}

/** `original`: the name of the policy file that it is a copy of. */
export function copyOfPolicy(name: string, original: string): Finding {
  return finding(
    "LYK104",
    {
      id: `nama berkas ${quote(name)} bukan tanggal: agaknya salinan ${quote(original)}`,
      en: `the file name ${quote(name)} is not a date: it seems to be a copy of ${quote(original)}`,
    },
    {
      id: `hapus salinan ini; bila justru ini yang benar, ganti namanya menjadi ${quote(original)}`,
      en: `delete this copy; if it is the right one, rename it to ${quote(original)}`,
    },
  );
}

export function noFactCatalogue(): Finding {
  return finding(
    "LYK105",
    { id: "facts.json tidak ada", en: "there is no facts.json" },
    {
      id: "buat katalog fakta facts.json di folder aturan; periksa apakah foldernya benar",
      en: "make the fact catalogue facts.json in the rules folder; check that it is the right folder",
    },
  );
}

/** A folder of a city or a service, given where the whole rules directory was wanted. */
export function partOfTheRules(directory: string, whole: string): Finding {
  return finding(
    "LYK105",
    {
      id: `${quote(directory)} hanya sebagian dari folder aturan: facts.json tidak ada di sana`,
      en: `${quote(directory)} is only a part of the rules: there is no facts.json in it`,
    },
    {
      id: `sebutkan folder aturan seutuhnya: ${quote(whole)}`,
      en: `name the whole rules directory: ${quote(whole)}`,
    },
  );
}

export function notUtf8(): Finding {
  return finding(
    "LYK117",
    { id: "berkas ini bukan UTF-8", en: "the file is not UTF-8" },
    { id: "simpan ulang dengan penyandian UTF-8", en: "save it again with the encoding UTF-8" },
  );
}
