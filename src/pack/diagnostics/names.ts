import { type Finding, finding } from "./diagnostic.ts";
import { chooseOneOf, didYouMean, didYouMeanOneOf, listed, quote } from "./words.ts";

/** `LYK2xx`: names that nothing carries, and names that nothing may carry. */

export function unknownKey(key: string, meant: string | null, known: readonly string[]): Finding {
  return finding(
    "LYK201",
    { id: `kunci ${quote(key)} tidak dikenal`, en: `unknown key ${quote(key)}` },
    chooseOneOf(meant, known),
  );
}

export function unknownParameter(
  name: string,
  meant: string | null,
  known: readonly string[],
): Finding {
  return finding(
    "LYK202",
    { id: `parameter ${quote(name)} tidak dikenal`, en: `unknown parameter ${quote(name)}` },
    didYouMean(meant) ?? {
      id: `tambahkan ke parameters.json; yang ada: ${listed(known)}`,
      en: `add it to parameters.json; there are: ${listed(known)}`,
    },
  );
}

export function unknownFact(name: string, meant: string | null): Finding {
  return finding(
    "LYK203",
    { id: `fakta ${quote(name)} tidak dikenal`, en: `unknown fact ${quote(name)}` },
    didYouMean(meant) ?? {
      id: "pilih salah satu id dalam facts.json, atau tambahkan di sana",
      en: "choose one of the ids in facts.json, or add it there",
    },
  );
}

export function unknownGroup(
  name: string,
  meant: string | null,
  groups: readonly string[],
): Finding {
  return finding(
    "LYK204",
    { id: `grup ${quote(name)} tidak dikenal`, en: `unknown group ${quote(name)}` },
    didYouMeanOneOf(meant, groups) ?? {
      id: 'tambahkan ke "groups" dalam facts.json',
      en: 'add it to "groups" in facts.json',
    },
  );
}

export function unknownCondition(name: string, meant: string | null): Finding {
  return finding(
    "LYK205",
    { id: `kondisi ${quote(name)} tidak dikenal`, en: `unknown condition ${quote(name)}` },
    didYouMean(meant) ?? {
      id: "tambahkan ke conditions.json kota ini",
      en: "add it to conditions.json of this city",
    },
  );
}

export function unknownSource(name: string, meant: string | null): Finding {
  return finding(
    "LYK206",
    { id: `sumber ${quote(name)} tidak dikenal`, en: `unknown source ${quote(name)}` },
    didYouMean(meant) ?? { id: "tambahkan ke sources.json", en: "add it to sources.json" },
  );
}

export function unknownOperator(
  name: string,
  meant: string | null,
  operators: readonly string[],
): Finding {
  return finding(
    "LYK207",
    { id: `operator ${quote(name)} tidak dikenal`, en: `unknown operator ${quote(name)}` },
    chooseOneOf(meant, operators),
  );
}

export function unknownDecorator(
  name: string,
  meant: string | null,
  decorators: readonly string[],
): Finding {
  return finding(
    "LYK208",
    {
      id: `awalan operator ${quote(name)} tidak dikenal`,
      en: `unknown operator decorator ${quote(name)}`,
    },
    chooseOneOf(meant, decorators),
  );
}

export function unknownCode(
  name: string,
  code: string,
  meant: string | null,
  codes: readonly string[],
): Finding {
  return finding(
    "LYK209",
    {
      id: `${quote(code)} bukan kode ${quote(name)}`,
      en: `${quote(code)} is not a code of ${quote(name)}`,
    },
    chooseOneOf(meant, codes),
  );
}

export function notADottedId(id: string): Finding {
  return finding(
    "LYK210",
    { id: `${quote(id)} bukan id`, en: `${quote(id)} is not an id` },
    {
      id: 'huruf kecil di depan, lalu huruf dan angka, dirangkai titik, misalnya "coverage.status"',
      en: 'a small letter first, then letters and digits, joined by dots, such as "coverage.status"',
    },
  );
}

export function notAHyphenedId(id: string): Finding {
  return finding(
    "LYK210",
    { id: `${quote(id)} bukan id`, en: `${quote(id)} is not an id` },
    {
      id: 'huruf kecil dan angka, dirangkai tanda hubung, misalnya "bpjs-aktif"',
      en: 'small letters and digits, joined by hyphens, such as "bpjs-aktif"',
    },
  );
}

export function reservedId(id: string): Finding {
  return finding(
    "LYK211",
    { id: `id ${quote(id)} dicadangkan`, en: `the id ${quote(id)} is reserved` },
    { id: "pilih nama lain", en: "choose another name" },
  );
}

export function idTakenByGroup(id: string, group: string): Finding {
  return finding(
    "LYK211",
    {
      id: `id ${quote(id)} sudah dipakai oleh grup ${quote(group)}`,
      en: `the id ${quote(id)} is taken by the group ${quote(group)}`,
    },
    { id: "pilih nama lain", en: "choose another name" },
  );
}

/** Two ids that are told apart by capitals and dots alone are one column of a table. */
export function columnTaken(id: string, other: string, column: string): Finding {
  return finding(
    "LYK212",
    {
      id: `id ${quote(id)} dan ${quote(other)} menjadi satu kolom tabel, ${quote(column)}`,
      en: `the ids ${quote(id)} and ${quote(other)} are one column of a table, ${quote(column)}`,
    },
    { id: "pilih nama lain untuk salah satunya", en: "choose another name for one of them" },
  );
}
