import type { Text } from "../../engine/model/text.ts";
import { type Finding, finding } from "./diagnostic.ts";
import { chooseOneOf, didYouMean, listed, quote } from "./words.ts";

/** `LYK7xx`: cases. */

export function caseTwice(name: string, line: number): Finding {
  return finding(
    "LYK701",
    {
      id: `kasus ${quote(name)} sudah ada pada baris ${line}`,
      en: `the case ${quote(name)} already stands on line ${line}`,
    },
    { id: "beri salah satunya nama lain", en: "give one of them another name" },
  );
}

/**
 * None of `versions` is said to be meant: a case of a version that is gone would become one of a
 * version that answers otherwise.
 */
export function noSuchVersion(version: string, versions: readonly string[]): Finding {
  return finding(
    "LYK702",
    { id: `tidak ada versi ${quote(version)}`, en: `there is no version ${quote(version)}` },
    {
      id: `bila versi itu tidak jadi dibuat, hapus kasus ini; bila berkasnya hilang, kembalikan; bila salah tulis, yang ada: ${listed(versions)}`,
      en: `if that version was given up, delete this case; if its file was lost, bring it back; if it is a slip, there are: ${listed(versions)}`,
    },
  );
}

/** Why no policy is in force on a day. */
export type NotInForce =
  | { readonly kind: "draft"; readonly version: string }
  | { readonly kind: "ended"; readonly version: string; readonly until: string }
  | { readonly kind: "later"; readonly first: string }
  | { readonly kind: "none" };

export function noPolicyInForce(service: string, asOf: string, why: NotInForce): Finding {
  return finding(
    "LYK703",
    {
      id: `tidak ada aturan ${quote(service)} yang berlaku pada ${asOf}`,
      en: `no policy of ${quote(service)} is in force on ${asOf}`,
    },
    remedyOf(why),
  );
}

function remedyOf(why: NotInForce): Text {
  switch (why.kind) {
    case "draft":
      return {
        id: `yang ada hanya rancangan; untuk mengujinya tambahkan "version": "${why.version}" pada kasus ini`,
        en: `there is only a draft; to test it, add "version": "${why.version}" to this case`,
      };
    case "ended":
      return {
        id: `versi ${why.version} berakhir ${why.until} ("until"); tulis "asOf" sebelum itu, atau hapus "until"`,
        en: `the version of ${why.version} ended on ${why.until} ("until"); write an "asOf" up to then, or delete "until"`,
      };
    case "later":
      return {
        id: `aturan pertama berlaku mulai ${why.first}; tulis "asOf" hari itu atau sesudahnya`,
        en: `the first policy holds from ${why.first}; write an "asOf" of that day or later`,
      };
    default:
      return {
        id: 'periksa "asOf", atau sebutkan "version" untuk menguji rancangan',
        en: 'check "asOf", or name a "version" to test a draft',
      };
  }
}

export function noSuchRequirement(
  id: string,
  version: string,
  meant: string | null,
  ids: readonly string[],
): Finding {
  return finding(
    "LYK704",
    {
      id: `tidak ada persyaratan ${quote(id)} dalam versi ${version}`,
      en: `there is no requirement ${quote(id)} in the version of ${version}`,
    },
    chooseOneOf(meant, ids),
  );
}

export function noSuchGrant(
  id: string,
  version: string,
  meant: string | null,
  ids: readonly string[],
): Finding {
  return finding(
    "LYK708",
    {
      id: `tidak ada pemberian ${quote(id)} dalam versi ${version}`,
      en: `there is no grant ${quote(id)} in the version of ${version}`,
    },
    ids.length === 0
      ? {
          id: 'versi itu tidak memberikan apa pun; hapus, atau tulis "grants" dalam aturannya',
          en: 'that version grants nothing; take it out, or write "grants" in the policy',
        }
      : chooseOneOf(meant, ids),
  );
}

export function notAMissingFact(name: string, meant: string | null): Finding {
  return finding(
    "LYK705",
    {
      id: `${quote(name)} bukan nama fakta yang dapat kurang`,
      en: `${quote(name)} is not the name of a fact that can be missing`,
    },
    didYouMean(meant) ?? {
      id: 'tulis id faktanya; untuk anggota grup, misalnya "drivers[1].coverage.status"',
      en: 'write the fact\'s id; for an item of a group, such as "drivers[1].coverage.status"',
    },
  );
}

export function factSetByLayak(id: string): Finding {
  return finding(
    "LYK706",
    {
      id: `${quote(id)} ditetapkan oleh Layak dan tidak boleh diisi`,
      en: `${quote(id)} is set by Layak and cannot be given`,
    },
    { id: "hapus dari fakta", en: "take it out of the facts" },
  );
}

export function wrongCount(name: string, count: number, least: number, most: number): Finding {
  return finding(
    "LYK707",
    {
      id: `${quote(name)} berisi ${count}, seharusnya ${least} sampai ${most}`,
      en: `${quote(name)} holds ${count}, but must hold ${least} to ${most}`,
    },
    count < least
      ? {
          id: "tambahkan isinya; bila belum diketahui, hapus kuncinya",
          en: "add to it; if it is not known, delete its key",
        }
      : {
          id: "kurangi isinya, atau ubah batasnya dalam facts.json",
          en: "take some out, or change the limit in facts.json",
        },
  );
}
