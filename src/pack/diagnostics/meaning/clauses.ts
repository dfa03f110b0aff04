import type { Text } from "../../../engine/model/text.ts";
import { type Finding, finding } from "../diagnostic.ts";
import { quote } from "../words.ts";

/** `LYK905`, `LYK906`, `LYK908`, `LYK910`, `LYK911`, `LYK917`, `LYK924`: conditions within a policy. */

const DELETE: Text = {
  id: "hapus, atau perbaiki operator atau nilainya",
  en: "delete it, or mend its operator or value",
};

/** `fact`: what the condition reads, itself or in what it computes; the cases give it only of items of `group`. */
export function readOutsideGroup(fact: string, group: string): Finding {
  return finding(
    "LYK924",
    {
      id: `${quote(fact)} dibaca dari pemohon, tetapi kasus layanan ini hanya memberikannya bagi isi ${quote(group)}`,
      en: `${quote(fact)} is read of the applicant, but this service's cases give it only of items of ${quote(group)}`,
    },
    {
      id: `tulis di dalam { "some": ${quote(group)} … } atau { "every": ${quote(group)} … }, dan dalam hitungan { "over": ${quote(group)}, "fact": ${quote(fact)} }; bila memang fakta pemohon, berikan dalam sebuah kasus`,
      en: `write it within { "some": ${quote(group)} … } or { "every": ${quote(group)} … }, and in a computation { "over": ${quote(group)}, "fact": ${quote(fact)} }; if it is the applicant's, give it in a case`,
    },
  );
}

/** `because`: the line of a clause that makes it superfluous, where one alone does. */
export function neverMatters(because: number | null): Finding {
  const id = because === null ? "" : `, karena ada baris ${because}`;
  const en = because === null ? "" : `, because of line ${because}`;
  return finding(
    "LYK905",
    {
      id: `kondisi ini tidak pernah menentukan${id}: tanpanya, setiap permohonan lengkap dijawab sama`,
      en: `this clause never matters${en}: without it every complete application has the same answer`,
    },
    DELETE,
  );
}

/** `lines`: of the clauses beside it that never matter because of this one. */
export function makesIdle(lines: readonly number[]): Finding {
  const told = lines.join(", ");
  return finding(
    "LYK905",
    {
      id: `karena kondisi ini, kondisi pada baris ${told} tidak pernah menentukan`,
      en: `because of this clause, those on lines ${told} never matter`,
    },
    {
      id: "periksa operator dan nilai kondisi ini; bila memang begitu, hapus yang lain",
      en: "check the operator and value of this clause; if it is meant so, delete the others",
    },
  );
}

/** `scope`: the line of the scope, where that makes the "when" true. */
export function whenNeverMatters(scope: number | null): Finding {
  return finding(
    "LYK905",
    {
      id: '"when" ini selalu benar: persyaratannya berlaku bagi semua orang',
      en: 'this "when" is always true: the requirement applies to everybody',
    },
    scope === null
      ? { id: 'hapus "when", atau perbaiki kondisinya', en: 'delete "when", or mend its condition' }
      : {
          id: `"scope" pada baris ${scope} sudah memastikannya; hapus "when", atau perbaiki salah satunya`,
          en: `"scope" on line ${scope} already sees to it; delete "when", or mend one of the two`,
        },
  );
}

export function repeats(line: number): Finding {
  return finding(
    "LYK906",
    {
      id: `kondisi ini sudah ada pada baris ${line}`,
      en: `this clause already stands on line ${line}`,
    },
    {
      id: "hapus, atau ganti bila maksudnya lain",
      en: "delete it, or change it where something else is meant",
    },
  );
}

/** Over a group, or over the list of a fact. */
export function emptyPasses(kind: "group" | "list", name: string): Finding {
  return finding(
    "LYK908",
    {
      id: `${quote(name)} boleh kosong, dan yang kosong pun lolos`,
      en: `${quote(name)} may be empty, and then this passes`,
    },
    kind === "group"
      ? {
          id: `tulis "minItems": 1 pada grup itu dalam facts.json, atau tambahkan kondisi ${quote(`${name}.count`)} paling sedikit 1`,
          en: `write "minItems": 1 at the group in facts.json, or add the condition that ${quote(`${name}.count`)} is at least 1`,
        }
      : {
          id: 'pakai "someFact:" bila sedikitnya satu harus cocok, atau "everyValue:contains" bila semuanya harus ada',
          en: 'use "someFact:" where at least one has to fit, or "everyValue:contains" where all have to be there',
        },
  );
}

/** A leaf that holds, or fails, whatever the facts are. */
export function alwaysSame(holds: boolean): Finding {
  return finding(
    "LYK910",
    {
      id: `perbandingan ini ${holds ? "selalu benar" : "tidak pernah benar"}, apa pun faktanya`,
      en: `this comparison is ${holds ? "always" : "never"} true, whatever the facts are`,
    },
    DELETE,
  );
}

/** As {@link alwaysSame}, where a number lies at or beyond what the fact can be. */
export function beyondItsType(fact: string, value: Required<Text>, holds: boolean): Finding {
  return finding(
    "LYK911",
    {
      id: `batas ${value.id} tidak dapat diuji: bagi ${quote(fact)} ini ${holds ? "selalu benar" : "tidak pernah benar"}`,
      en: `the boundary ${value.en} cannot be tested: for ${quote(fact)} this is ${holds ? "always" : "never"} true`,
    },
    {
      id: "periksa operator dan nilainya, atau batas faktanya dalam facts.json",
      en: "check the operator and the value, or the fact's limits in facts.json",
    },
  );
}

/** A boundary between two values of a fact that is a whole number. */
export function betweenValues(fact: string, value: Required<Text>): Finding {
  return finding(
    "LYK911",
    {
      id: `batas ${value.id} tidak dapat diuji: ${quote(fact)} selalu bilangan bulat`,
      en: `the boundary ${value.en} cannot be tested: ${quote(fact)} is always a whole number`,
    },
    {
      id: 'pakai bilangan bulat, atau jadikan fakta itu "number"',
      en: 'use a whole number, or make the fact a "number"',
    },
  );
}

/** `other`: where the same condition is asked of other people. */
export function differingWhen(condition: string, other: string, line: number): Finding {
  return finding(
    "LYK917",
    {
      id: `kondisi ${quote(condition)} di sini berlaku bagi orang lain daripada dalam ${other}:${line}`,
      en: `the condition ${quote(condition)} applies to other people here than in ${other}:${line}`,
    },
    {
      id: 'samakan "when" keduanya; bila memang berbeda, tulis alasannya dalam "note" di sini',
      en: 'make the two "when" alike; where they are meant to differ, say why in a "note" here',
    },
  );
}
