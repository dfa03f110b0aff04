import type { Fault } from "../support/fault.ts";
import { withCondition } from "../support/rules.ts";

const AS_OF = (params: string) => `{ "fact": "asOf", "params": ${params} }`;
const BORN = (value: string) =>
  `{ "fact": "applicant.birthDate", "operator": "before", "value": ${value} }`;

/** `LYK411` to `LYK419`, and the warnings about leaves. */
export const LEAF_FAULTS: readonly Fault[] = [
  {
    behaviour: "a group that is compared is told",
    changes: [withCondition(`{ "fact": "drivers", "operator": "equal", "value": 1 }`)],
    told: [
      'kota/kios/2024-10-01.json:12:31 error LYK411 "drivers" is a group, not a fact\nhelp: use "every" or "some", or its length "drivers.count"',
      'kota/kios/2024-10-01.json:12:31 kesalahan LYK411 "drivers" adalah grup, bukan fakta\nbantuan: pakai "every" atau "some", atau jumlahnya "drivers.count"',
    ],
  },
  {
    behaviour: "an operator that does not fit is told with those that do",
    changes: [
      withCondition(
        `{ "any": [
          { "fact": "applicant.birthDate", "operator": "lessThan", "value": "2000-01-01" },
          { "fact": "coverage.programmes", "operator": "equal", "value": ["JKK"] },
          { "fact": "coverage.status", "operator": "everyFact:equal", "value": "AKTIF" } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:56 error LYK412 the operator "lessThan" does not fit "applicant.birthDate" (date)\nhelp: did you mean "before"?',
      'kota/kios/2024-10-01.json:13:56 kesalahan LYK412 operator "lessThan" tidak cocok untuk "applicant.birthDate" (date)\nbantuan: mungkin maksudnya "before"?',
      'kota/kios/2024-10-01.json:14:56 error LYK412 the operator "equal" does not fit "coverage.programmes" (list of code)\nhelp: did you mean "everyValue:contains"?',
      'kota/kios/2024-10-01.json:14:56 kesalahan LYK412 operator "equal" tidak cocok untuk "coverage.programmes" (list of code)\nbantuan: mungkin maksudnya "everyValue:contains"?',
      'kota/kios/2024-10-01.json:15:52 error LYK412 the operator "everyFact:equal" does not fit "coverage.status" (code)\nhelp: these fit: "equal", "notEqual", "in", "notIn"',
      'kota/kios/2024-10-01.json:15:52 kesalahan LYK412 operator "everyFact:equal" tidak cocok untuk "coverage.status" (code)\nbantuan: yang cocok: "equal", "notEqual", "in", "notIn"',
    ],
  },
  {
    behaviour: "two facts that do not compare are told by their types",
    changes: [
      withCondition(
        `{ "any": [
          { "fact": "retribution.paid", "operator": "equal", "value": { "fact": "land.hectares" } },
          { "fact": "coverage.status", "operator": "in", "value": { "fact": "coverage.status" } },
          { "fact": "household.size", "operator": "lessThan", "value": { "fact": "drivers.count" } },
          { "fact": "land.hectares", "operator": "lessThan", "value": { "fact": "household.size" } } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:71 error LYK413 "retribution.paid" needs a value of type money here, but "land.hectares" is number\nhelp: choose a fact or parameter of type money, or write the value itself',
      'kota/kios/2024-10-01.json:13:71 kesalahan LYK413 "retribution.paid" perlu nilai money di sini, sedangkan "land.hectares" adalah number\nbantuan: pilih fakta atau parameter berjenis money, atau tulis nilainya sendiri',
      'kota/kios/2024-10-01.json:14:67 error LYK413 "coverage.status" needs a value of type list of code here, but "coverage.status" is code\nhelp: choose a fact or parameter of type list of code, or write the value itself',
      'kota/kios/2024-10-01.json:14:67 kesalahan LYK413 "coverage.status" perlu nilai list of code di sini, sedangkan "coverage.status" adalah code\nbantuan: pilih fakta atau parameter berjenis list of code, atau tulis nilainya sendiri',
    ],
  },
  {
    behaviour: "two sets of codes without a code in common are told so",
    changes: [
      withCondition(
        `{ "fact": "coverage.status", "operator": "equal", "value": { "fact": "market.section" } }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:80 error LYK413 "coverage.status" and "market.section" have no code in common\nhelp: compare it with a fact of the same codes, or write the code',
      'kota/kios/2024-10-01.json:12:80 kesalahan LYK413 "coverage.status" dan "market.section" tidak mempunyai kode yang sama\nbantuan: bandingkan dengan fakta yang kodenya sama, atau tulis kodenya',
    ],
  },
  {
    behaviour: "params on what is no date are told",
    changes: [
      withCondition(
        `{ "fact": "household.size", "params": { "plus": "P1D" }, "operator": "equal", "value": 2 }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:59 error LYK414 "params" moves a date, but "household.size" is integer\nhelp: delete "params"',
      'kota/kios/2024-10-01.json:12:59 kesalahan LYK414 "params" menggeser tanggal, sedangkan "household.size" adalah integer\nbantuan: hapus "params"',
    ],
  },
  {
    behaviour: "params hold exactly one of plus and minus",
    changes: [
      withCondition(
        `{ "any": [ ${BORN(AS_OF("{}"))}, ${BORN(AS_OF(`{ "plus": "P1D", "minus": "P1D" }`))}, ${BORN(AS_OF(`{ "min": "P1D" }`))}, ${BORN(AS_OF(`"P1D"`))} ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:124 error LYK415 "params" must hold exactly one of "plus" and "minus"\nhelp: such as { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:124 kesalahan LYK415 "params" harus berisi tepat satu dari "plus" dan "minus"\nbantuan: misalnya { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:224 error LYK415 "params" must hold exactly one of "plus" and "minus"\nhelp: such as { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:224 kesalahan LYK415 "params" harus berisi tepat satu dari "plus" dan "minus"\nbantuan: misalnya { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:355 error LYK415 "params" must hold exactly one of "plus" and "minus"\nhelp: such as { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:355 kesalahan LYK415 "params" harus berisi tepat satu dari "plus" dan "minus"\nbantuan: misalnya { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:357 error LYK201 unknown key "min"\nhelp: there are: "plus", "minus"',
      'kota/kios/2024-10-01.json:12:357 kesalahan LYK201 kunci "min" tidak dikenal\nbantuan: yang ada: "plus", "minus"',
      'kota/kios/2024-10-01.json:12:469 error LYK302 "params" must be an object { }, not text "P1D"\nhelp: write, for instance, { "minus": "P3M" }',
      'kota/kios/2024-10-01.json:12:469 kesalahan LYK302 "params" harus objek { }, bukan teks "P1D"\nbantuan: tulis, misalnya, { "minus": "P3M" }',
    ],
  },
  {
    behaviour: "a duration comes from a parameter of type duration alone",
    changes: [
      withCondition(
        `{ "any": [ ${BORN(AS_OF(`{ "minus": { "fact": "parameter.iuran" } }`))}, ${BORN(AS_OF(`{ "minus": { "fact": "household.size" } }`))}, ${BORN(AS_OF(`{ "minus": { "fact": "parameter.masaTenggang", "x": 1 } }`))}, ${BORN(AS_OF(`{ "minus": {} }`))} ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:145 error LYK416 "parameter.iuran" is not a parameter of type duration\nhelp: write the duration itself, such as "P3M", or a parameter of type duration',
      'kota/kios/2024-10-01.json:12:145 kesalahan LYK416 "parameter.iuran" bukan parameter berjenis duration\nbantuan: tulis jangka waktunya, misalnya "P3M", atau parameter berjenis duration',
      'kota/kios/2024-10-01.json:12:285 error LYK416 "household.size" is not a parameter of type duration\nhelp: write the duration itself, such as "P3M", or a parameter of type duration',
      'kota/kios/2024-10-01.json:12:285 kesalahan LYK416 "household.size" bukan parameter berjenis duration\nbantuan: tulis jangka waktunya, misalnya "P3M", atau parameter berjenis duration',
      'kota/kios/2024-10-01.json:12:450 error LYK201 unknown key "x"\nhelp: delete this',
      'kota/kios/2024-10-01.json:12:450 kesalahan LYK201 kunci "x" tidak dikenal\nbantuan: hapus ini',
      'kota/kios/2024-10-01.json:12:569 error LYK301 the key "fact" is missing\nhelp: add it, such as "fact": "coverage.status"',
      'kota/kios/2024-10-01.json:12:569 kesalahan LYK301 kunci "fact" tidak ada\nbantuan: tambahkan, misalnya "fact": "coverage.status"',
    ],
  },
  {
    behaviour: "a duration that is compared is told how it is used",
    changes: [withCondition(BORN(`{ "fact": "parameter.masaTenggang" }`))],
    told: [
      'kota/kios/2024-10-01.json:12:95 error LYK417 "parameter.masaTenggang" is a duration and cannot be compared\nhelp: move a date by it: "params": { "minus": { "fact": "parameter.masaTenggang" } }',
      'kota/kios/2024-10-01.json:12:95 kesalahan LYK417 "parameter.masaTenggang" adalah jangka waktu dan tidak dapat dibandingkan\nbantuan: geser tanggal dengannya: "params": { "minus": { "fact": "parameter.masaTenggang" } }',
    ],
  },
  {
    behaviour: "asOf on both sides is told",
    changes: [
      withCondition(
        `{ "fact": "asOf", "operator": "before", "value": ${AS_OF(`{ "plus": "P1D" }`)} }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:70 error LYK418 "asOf" is compared with "asOf": the answer does not depend on the application\nhelp: compare a date fact with asOf',
      'kota/kios/2024-10-01.json:12:70 kesalahan LYK418 "asOf" dibandingkan dengan "asOf": jawabannya tidak bergantung pada permohonan\nbantuan: bandingkan sebuah fakta tanggal dengan asOf',
    ],
  },
  {
    behaviour: "a date that is sure to leave the calendar is told",
    changes: [
      withCondition(
        `{ "any": [ ${BORN(AS_OF(`{ "minus": "P9999Y" }`))}, ${BORN(`{ "fact": "parameter.batas", "params": { "plus": "P8000Y" } }`)}, ${BORN(AS_OF(`{ "minus": "P9998Y" }`))} ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:135 error LYK419 "asOf", moved by "P9999Y", leaves the years 1–9999\nhelp: write a shorter duration',
      'kota/kios/2024-10-01.json:12:135 kesalahan LYK419 "asOf", digeser "P9999Y", keluar dari tahun 1–9999\nbantuan: tulis jangka waktu yang lebih pendek',
      'kota/kios/2024-10-01.json:12:264 error LYK419 "parameter.batas", moved by "P8000Y", leaves the years 1–9999\nhelp: write a shorter duration',
      'kota/kios/2024-10-01.json:12:264 kesalahan LYK419 "parameter.batas", digeser "P8000Y", keluar dari tahun 1–9999\nbantuan: tulis jangka waktu yang lebih pendek',
    ],
  },
  {
    behaviour: "everyFact:in with a list is a warning that names everyValue:contains",
    changes: [
      withCondition(
        `{ "fact": "coverage.programmes", "operator": "everyFact:in", "value": ["JKK", "JKM"] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:91 warning LYK802 "everyFact:in" means that no code is outside the list; even an empty list passes\nhelp: for "has all of them" use "everyValue:contains"',
      'kota/kios/2024-10-01.json:12:91 peringatan LYK802 "everyFact:in" berarti tidak ada kode di luar daftar; daftar kosong pun lolos\nbantuan: untuk "mempunyai semuanya" pakai "everyValue:contains"',
    ],
  },
  {
    behaviour: "an empty list is a warning",
    changes: [withCondition(`{ "fact": "coverage.status", "operator": "in", "value": [] }`)],
    told: [
      'kota/kios/2024-10-01.json:12:77 warning LYK803 "coverage.status" is compared with an empty list\nhelp: write at least one value',
      'kota/kios/2024-10-01.json:12:77 peringatan LYK803 "coverage.status" dibandingkan dengan daftar kosong\nbantuan: tulis sedikitnya satu nilai',
    ],
  },
  {
    behaviour: "a value that the fact can never have is a warning",
    changes: [
      withCondition(
        `{ "any": [ { "fact": "household.size", "operator": "greaterThan", "value": 40 }, { "fact": "vehicle.plate", "operator": "in", "value": ["A 1234", "a-1"] } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:96 warning LYK804 "household.size" is never 40: it is at most 30\nhelp: check this value, or the fact\'s limits in facts.json',
      'kota/kios/2024-10-01.json:12:96 peringatan LYK804 "household.size" tidak pernah 40: nilainya paling banyak 30\nbantuan: periksa nilai ini, atau batas faktanya dalam facts.json',
      'kota/kios/2024-10-01.json:12:167 warning LYK804 "vehicle.plate" is never "a-1": it is text of the pattern "[A-Z]+ [0-9]+"\nhelp: check this value, or the fact\'s limits in facts.json',
      'kota/kios/2024-10-01.json:12:167 peringatan LYK804 "vehicle.plate" tidak pernah "a-1": nilainya teks berpola "[A-Z]+ [0-9]+"\nbantuan: periksa nilai ini, atau batas faktanya dalam facts.json',
    ],
  },
  {
    behaviour: "keys that a fact as a value does not have are told",
    changes: [withCondition(BORN(`{ "fact": "asOf", "operator": "plus" }`))],
    told: [
      'kota/kios/2024-10-01.json:12:103 error LYK201 unknown key "operator"\nhelp: there are: "params"',
      'kota/kios/2024-10-01.json:12:103 kesalahan LYK201 kunci "operator" tidak dikenal\nbantuan: yang ada: "params"',
    ],
  },
];
