import { type Finding, finding } from "./diagnostic.ts";
import { didYouMean, didYouMeanOneOf, quote } from "./words.ts";

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

export function noSuchVersion(
  version: string,
  meant: string | null,
  versions: readonly string[],
): Finding {
  return finding(
    "LYK702",
    { id: `tidak ada versi ${quote(version)}`, en: `there is no version ${quote(version)}` },
    didYouMeanOneOf(meant, versions),
  );
}

export function noPolicyInForce(service: string, asOf: string): Finding {
  return finding(
    "LYK703",
    {
      id: `tidak ada aturan ${quote(service)} yang berlaku pada ${asOf}`,
      en: `no policy of ${quote(service)} is in force on ${asOf}`,
    },
    {
      id: 'periksa "asOf", atau sebutkan "version" untuk menguji rancangan',
      en: 'check "asOf", or name a "version" to test a draft',
    },
  );
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
    didYouMeanOneOf(meant, ids),
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
  return finding("LYK707", {
    id: `${quote(name)} berisi ${count}, seharusnya ${least} sampai ${most}`,
    en: `${quote(name)} holds ${count}, but must hold ${least} to ${most}`,
  });
}
