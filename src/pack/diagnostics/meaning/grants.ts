import { type Finding, finding } from "../diagnostic.ts";
import { quote } from "../words.ts";

/** `LYK912`, `LYK920`, `LYK922`, `LYK923`: what the conditions and amounts of grants come to. */

/** `byThemselves`: its conditions never hold at all; else they contradict what is required. */
export function givenToNobody(grant: string, byThemselves: boolean): Finding {
  return finding(
    "LYK922",
    {
      id: `pemberian ${quote(grant)} tidak diterima siapa pun yang memenuhi syarat`,
      en: `nobody who is eligible is given ${quote(grant)}`,
    },
    byThemselves
      ? {
          id: "periksa operator dan nilainya; tidak ada nilai fakta yang memenuhinya",
          en: "check its operators and values; no values of the facts meet it",
        }
      : {
          id: "kondisi ini bertentangan dengan syarat wajib; perbaiki salah satunya, atau hapus pemberian ini",
          en: "this contradicts what is required; mend one of the two, or delete the grant",
        },
  );
}

export function alwaysGiven(grant: string): Finding {
  return finding(
    "LYK923",
    {
      id: `kondisi pemberian ${quote(grant)} dipenuhi setiap orang yang memenuhi syarat`,
      en: `everybody who is eligible fulfils the conditions of ${quote(grant)}`,
    },
    {
      id: 'hapus "conditions" pemberian ini, atau perbaiki operator dan nilainya',
      en: 'delete the "conditions" of this grant, or mend their operators and values',
    },
  );
}

/** A parameter of a grant without a value on `day`; `first`: the day of its first one. */
export function noValueToGrant(name: string, day: string, first: string): Finding {
  return finding(
    "LYK912",
    {
      id: `${quote(name)} belum bernilai pada ${day}; nilainya baru ada mulai ${first}`,
      en: `${quote(name)} has no value on ${day}; its first one is from ${first}`,
    },
    {
      id: "tambahkan nilai yang mulai lebih awal dalam parameters.json; tanpanya pemberian ini belum diketahui bagi siapa pun",
      en: "add a value from an earlier day in parameters.json; without it this grant is not known for anybody",
    },
  );
}

/** `day`: from when on the duration is so long that a date leaves the calendar. */
export function grantsUndecidable(day: string): Finding {
  return finding(
    "LYK920",
    {
      id: `mulai ${day} pemberian tidak diketahui bagi siapa pun: tanggal ini bergeser keluar dari tahun 1–9999`,
      en: `from ${day} on no grant is known for anybody: this date is moved out of the years 1–9999`,
    },
    {
      id: "perpendek jangka waktunya, dalam aturan atau parameternya",
      en: "make the duration shorter, in the policy or in its parameter",
    },
  );
}
