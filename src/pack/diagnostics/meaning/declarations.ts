import type { Text } from "../../../engine/model/text.ts";
import { type Finding, finding } from "../diagnostic.ts";
import { quote } from "../words.ts";

/** `LYK909`, `LYK912` to `LYK916`, `LYK920`: facts, parameters, sources and versions. */

/** What a rules directory declares and no policy may read. */
export type Declaration = "fact" | "group" | "condition" | "parameter";

const NAMES: Readonly<Record<Declaration, Text>> = {
  fact: { id: "fakta", en: "the fact" },
  group: { id: "grup", en: "the group" },
  condition: { id: "kondisi bernama", en: "the named condition" },
  parameter: { id: "parameter", en: "the parameter" },
};

export function neverUsed(kind: Declaration, name: string): Finding {
  const { id, en = id } = NAMES[kind];
  return finding(
    "LYK909",
    {
      id: `${id} ${quote(name)} tidak dipakai aturan mana pun`,
      en: `no policy uses ${en} ${quote(name)}`,
    },
    {
      id: "pakai dalam sebuah kondisi, atau hapus; jangan meminta data yang tidak diperlukan",
      en: "use it in a condition, or delete it; do not ask for data that nobody needs",
    },
  );
}

/** `first`: the day of the first value; `version`: the policy that reads the parameter. */
export function noValueYet(name: string, day: string, first: string): Finding {
  return finding(
    "LYK912",
    {
      id: `${quote(name)} belum bernilai pada ${day}; nilainya baru ada mulai ${first}`,
      en: `${quote(name)} has no value on ${day}; its first one is from ${first}`,
    },
    {
      id: "tambahkan nilai yang mulai lebih awal dalam parameters.json; tanpanya tidak ada yang dapat diputuskan",
      en: "add a value from an earlier day in parameters.json; without it nothing can be decided",
    },
  );
}

/** As {@link noValueYet}, of a parameter that no condition reads and a text tells. */
export function noValueToTell(name: string, day: string, first: string): Finding {
  const { code, message } = noValueYet(name, day, first);
  return finding(code, message, {
    id: 'tambahkan nilai yang mulai lebih awal dalam parameters.json; tanpanya teks ini berbunyi "belum diketahui"',
    en: 'add a value from an earlier day in parameters.json; without it this text reads "not yet known"',
  });
}

/** `day`: from when on the duration is so long that a date leaves the calendar. */
export function undecidable(day: string): Finding {
  return finding(
    "LYK920",
    {
      id: `mulai ${day} tidak ada yang dapat diputuskan: tanggal ini bergeser keluar dari tahun 1–9999`,
      en: `from ${day} on nobody can be decided: this date is moved out of the years 1–9999`,
    },
    {
      id: "perpendek jangka waktunya, dalam aturan atau parameternya",
      en: "make the duration shorter, in the policy or in its parameter",
    },
  );
}

export function sourceExpired(source: string, until: string, policy: string): Finding {
  return finding(
    "LYK913",
    {
      id: `sumber ${quote(source)} berlaku sampai ${until}, tetapi ${policy} masih bersandar padanya`,
      en: `the source ${quote(source)} ended on ${until}, but ${policy} still rests on it`,
    },
    {
      id: "sebutkan sumber penggantinya, atau hapus",
      en: "name the source that replaced it, or delete it",
    },
  );
}

/** Days as `YYYY-MM-DD`; `next` is the file of the version that follows. */
export function gapBetween(from: string, until: string, next: string): Finding {
  return finding(
    "LYK914",
    {
      id: `tidak ada aturan yang berlaku dari ${from} sampai ${until}`,
      en: `no policy is in force from ${from} to ${until}`,
    },
    {
      id: `hapus "until": versi ${next} sudah mengakhirinya; atau tulis "${until}"`,
      en: `delete "until": the version of ${next} ends this one anyway; or write "${until}"`,
    },
  );
}

export function draftOverlaps(until: string, draft: string, dayBefore: string | null): Finding {
  const written = dayBefore === null ? "" : `, atau tulis "${dayBefore}"`;
  const writtenInEnglish = dayBefore === null ? "" : `, or write "${dayBefore}"`;
  return finding(
    "LYK915",
    {
      id: `"until" ${until} melewati awal rancangan ${draft}, yang karena itu tidak dapat ditetapkan`,
      en: `"until" ${until} reaches into the draft of ${draft}, which cannot be adopted so`,
    },
    { id: `hapus "until"${written}`, en: `delete "until"${writtenInEnglish}` },
  );
}

/** `policy`: the adopted file that rests on it, where that is another one. */
export function adoptedUnconfirmed(provenance: string, policy: string | null): Finding {
  const word = quote(provenance);
  return finding(
    "LYK916",
    policy === null
      ? {
          id: `aturan ini "adopted", tetapi bagian ini masih ${word}`,
          en: `this policy is "adopted", but this part of it is still ${word}`,
        }
      : {
          id: `${policy} "adopted", tetapi bagian ini masih ${word}`,
          en: `${policy} is "adopted", but this part of it is still ${word}`,
        },
    {
      id: 'lihat naskahnya, tulis "confirmed" dengan "by" dan "on", lalu catat pembetulannya: layak adopt … --correct --why "…"',
      en: 'see the instrument, write "confirmed" with "by" and "on", then record the correction: layak adopt … --correct --why "…"',
    },
  );
}
