import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK5xx` and `LYK801`: versions, requirements and services. */

export function untilBeforeFrom(until: string, from: string): Finding {
  return finding(
    "LYK501",
    {
      id: `"until" ${until} sebelum hari pertama aturan ini, ${from}`,
      en: `"until" ${until} is before the policy's first day, ${from}`,
    },
    {
      id: "hari pertama adalah nama berkasnya; until adalah hari terakhir berlaku",
      en: "the first day is the file's name; until is the last day in force",
    },
  );
}

export function versionsOverlap(until: string, next: string, dayBefore: string | null): Finding {
  return finding(
    "LYK502",
    {
      id: `"until" ${until} melewati awal versi berikutnya, ${next}`,
      en: `"until" ${until} reaches into the next version, which begins on ${next}`,
    },
    dayBefore === null
      ? { id: 'hapus "until"', en: 'delete "until"' }
      : {
          id: `tulis "${dayBefore}" atau hapus "until"`,
          en: `write "${dayBefore}" or delete "until"`,
        },
  );
}

export function requirementTwice(id: string, line: number): Finding {
  return finding(
    "LYK503",
    {
      id: `persyaratan ${quote(id)} sudah ada pada baris ${line}`,
      en: `the requirement ${quote(id)} already stands on line ${line}`,
    },
    { id: "beri salah satunya id lain", en: "give one of them another id" },
  );
}

export function grantTwice(id: string, line: number): Finding {
  return finding(
    "LYK516",
    {
      id: `pemberian ${quote(id)} sudah ada pada baris ${line}`,
      en: `the grant ${quote(id)} already stands on line ${line}`,
    },
    { id: "beri salah satunya id lain", en: "give one of them another id" },
  );
}

/** `name` is what the amount names, `type` the type of its values. */
export function amountIsNoMoney(name: string, type: string): Finding {
  return finding(
    "LYK517",
    {
      id: `${quote(name)} berjenis ${quote(type)}, padahal jumlah pemberian harus rupiah`,
      en: `${quote(name)} is of type ${quote(type)}, but the amount of a grant is money`,
    },
    {
      id: 'sebut parameter atau fakta berjenis "money", atau tulis rupiahnya, misalnya 42000000',
      en: 'name a parameter or fact of type "money", or write the rupiah, such as 42000000',
    },
  );
}

/** `anyRequired`: whether a requirement is "required" that only sometimes applies. */
export function nothingAlwaysRequired(anyRequired: boolean): Finding {
  return finding(
    "LYK504",
    {
      id: 'tidak ada persyaratan "required" tanpa "when"',
      en: 'there is no "required" requirement without "when"',
    },
    anyRequired
      ? {
          id: 'sedikitnya satu persyaratan harus selalu memutuskan; hapus "when" dari satu yang "required"',
          en: 'at least one requirement must always decide; take the "when" of one that is "required" away',
        }
      : {
          id: 'sedikitnya satu persyaratan harus selalu memutuskan; jadikan satu "required" tanpa "when"',
          en: 'at least one requirement must always decide; make one "required" without "when"',
        },
  );
}

export function serviceWithoutPolicy(service: string): Finding {
  return finding(
    "LYK505",
    {
      id: `layanan ${quote(service)} mempunyai kasus, tetapi tidak mempunyai aturan`,
      en: `the service ${quote(service)} has cases but no policy`,
    },
    {
      id: `buat ${quote(`${service}/<TTTT-BB-HH>.json`)}`,
      en: `make ${quote(`${service}/<YYYY-MM-DD>.json`)}`,
    },
  );
}

export function serviceWithoutCases(service: string): Finding {
  return finding(
    "LYK801",
    {
      id: `layanan ${quote(service)} tidak mempunyai kasus`,
      en: `the service ${quote(service)} has no cases`,
    },
    {
      id: `tulis kasus dalam ${quote(`${service}/cases.json`)}`,
      en: `write cases in ${quote(`${service}/cases.json`)}`,
    },
  );
}
