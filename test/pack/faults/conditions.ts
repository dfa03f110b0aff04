import type { Fault } from "../support/fault.ts";
import { CONDITIONS, put, swap, withCondition, withNamed } from "../support/rules.ts";

const DRIVER = (condition: string) => `{ "every": "drivers", "conditions": ${condition} }`;

/** `LYK401` to `LYK410`, `LYK420`, `LYK421`: how conditions are put together. */
export const CONDITION_FAULTS: readonly Fault[] = [
  {
    behaviour: "a list in a condition's place is told with the key that it stands at",
    changes: [withCondition(`[ { "condition": "aktif" } ]`)],
    told: [
      'kota/kios/2024-10-01.json:12:21 error LYK302 "conditions" must be an object { }, not a list [ ]\nhelp: write, for instance, { "all": [ … ] }',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK302 "conditions" harus objek { }, bukan daftar [ ]\nbantuan: tulis, misalnya, { "all": [ … ] }',
    ],
  },
  {
    behaviour: "a misspelt kind of condition is told with the one that was meant",
    changes: [withCondition(`{ "al": [ { "condition": "aktif" } ] }`)],
    told: [
      'kota/kios/2024-10-01.json:12:23 error LYK401 a condition needs one of all, any, not, condition, every, some, or fact\nhelp: did you mean "all"?',
      'kota/kios/2024-10-01.json:12:23 kesalahan LYK401 kondisi memerlukan salah satu dari all, any, not, condition, every, some, atau fact\nbantuan: mungkin maksudnya "all"?',
    ],
  },
  {
    behaviour: "a kind of condition from another language is told with ours",
    changes: [withCondition(`{ "note": { "id": "x" }, "or": [ { "condition": "aktif" } ] }`)],
    told: [
      'kota/kios/2024-10-01.json:12:46 error LYK401 a condition needs one of all, any, not, condition, every, some, or fact\nhelp: did you mean "any"?',
      'kota/kios/2024-10-01.json:12:46 kesalahan LYK401 kondisi memerlukan salah satu dari all, any, not, condition, every, some, atau fact\nbantuan: mungkin maksudnya "any"?',
    ],
  },
  {
    behaviour: "an empty condition is told",
    changes: [withCondition("{}")],
    told: [
      'kota/kios/2024-10-01.json:12:21 error LYK401 a condition needs one of all, any, not, condition, every, some, or fact\nhelp: write, for instance, { "fact": "document.ktp", "operator": "equal", "value": true }',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK401 kondisi memerlukan salah satu dari all, any, not, condition, every, some, atau fact\nbantuan: tulis, misalnya, { "fact": "document.ktp", "operator": "equal", "value": true }',
    ],
  },
  {
    behaviour: "what is no object is no condition",
    changes: [withCondition(`{ "all": ["aktif"], "note": { "id": "x" } }`)],
    told: [
      'kota/kios/2024-10-01.json:12:31 error LYK302 "all[0]" must be an object { }, not text "aktif"\nhelp: write, for instance, { "condition": "aktif" }',
      'kota/kios/2024-10-01.json:12:31 kesalahan LYK302 "all[0]" harus objek { }, bukan teks "aktif"\nbantuan: tulis, misalnya, { "condition": "aktif" }',
    ],
  },
  {
    behaviour: "two conditions in one object are told by both names, and each is checked",
    changes: [
      withCondition(`{ "all": [ { "condition": "aktif" } ], "any": [ { "condition": "aktip" } ] }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:60 error LYK402 the condition has both "all" and "any"\nhelp: make them two conditions inside one "all" or "any"',
      'kota/kios/2024-10-01.json:12:60 kesalahan LYK402 kondisi ini berisi "all" dan "any" sekaligus\nbantuan: jadikan dua kondisi di dalam satu "all" atau "any"',
      'kota/kios/2024-10-01.json:12:84 error LYK205 unknown condition "aktip"\nhelp: did you mean "aktif"?',
      'kota/kios/2024-10-01.json:12:84 kesalahan LYK205 kondisi "aktip" tidak dikenal\nbantuan: mungkin maksudnya "aktif"?',
    ],
  },
  {
    behaviour: "a leaf that is also something else is told by both names",
    changes: [
      withCondition(
        `{ "fact": "blacklisted", "operator": "equal", "value": false, "not": { "condition": "aktif" } }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:83 error LYK402 the condition has both "fact" and "not"\nhelp: make them two conditions inside one "all" or "any"',
      'kota/kios/2024-10-01.json:12:83 kesalahan LYK402 kondisi ini berisi "fact" dan "not" sekaligus\nbantuan: jadikan dua kondisi di dalam satu "all" atau "any"',
    ],
  },
  {
    behaviour: "a leaf without its fact is a leaf all the same",
    changes: [withCondition(`{ "all": [], "operator": "equal" }`)],
    told: [
      'kota/kios/2024-10-01.json:12:21 error LYK301 the key "fact" is missing\nhelp: add it, such as "fact": "coverage.status"',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK301 kunci "fact" tidak ada\nbantuan: tambahkan, misalnya "fact": "coverage.status"',
      'kota/kios/2024-10-01.json:12:21 error LYK301 the key "value" is missing\nhelp: add it, such as "value": true',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK301 kunci "value" tidak ada\nbantuan: tambahkan, misalnya "value": true',
      'kota/kios/2024-10-01.json:12:30 error LYK403 "all" holds no condition\nhelp: write at least one condition',
      'kota/kios/2024-10-01.json:12:30 kesalahan LYK403 "all" tidak berisi kondisi\nbantuan: tulis sedikitnya satu kondisi',
      'kota/kios/2024-10-01.json:12:34 error LYK402 the condition has both "all" and "operator"\nhelp: make them two conditions inside one "all" or "any"',
      'kota/kios/2024-10-01.json:12:34 kesalahan LYK402 kondisi ini berisi "all" dan "operator" sekaligus\nbantuan: jadikan dua kondisi di dalam satu "all" atau "any"',
    ],
  },
  {
    behaviour: "all and any without conditions are told",
    changes: [withCondition(`{ "any": [ { "all": [] }, { "any": [] }, { "all": {} } ] }`)],
    told: [
      'kota/kios/2024-10-01.json:12:41 error LYK403 "all" holds no condition\nhelp: write at least one condition',
      'kota/kios/2024-10-01.json:12:41 kesalahan LYK403 "all" tidak berisi kondisi\nbantuan: tulis sedikitnya satu kondisi',
      'kota/kios/2024-10-01.json:12:56 error LYK403 "any" holds no condition\nhelp: write at least one condition',
      'kota/kios/2024-10-01.json:12:56 kesalahan LYK403 "any" tidak berisi kondisi\nbantuan: tulis sedikitnya satu kondisi',
      'kota/kios/2024-10-01.json:12:71 error LYK302 "all" must be a list [ ], not an object { }\nhelp: write, for instance, [{ … }]',
      'kota/kios/2024-10-01.json:12:71 kesalahan LYK302 "all" harus daftar [ ], bukan objek { }\nbantuan: tulis, misalnya, [{ … }]',
    ],
  },
  {
    behaviour: "path and priority are told as not supported, other keys as unknown",
    changes: [
      withCondition(
        `{ "priority": 1, "all": [ { "fact": "blacklisted", "path": "$.x", "operator": "equal", "value": false, "valeu": 1 } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:23 error LYK405 "priority" is not supported\nhelp: delete it; every condition is always judged, in whatever order',
      'kota/kios/2024-10-01.json:12:23 kesalahan LYK405 "priority" tidak didukung\nbantuan: hapus; semua kondisi selalu diperiksa, urutannya tidak berpengaruh',
      'kota/kios/2024-10-01.json:12:72 error LYK404 "path" is not supported\nhelp: make that part of the value a fact of its own in facts.json',
      'kota/kios/2024-10-01.json:12:72 kesalahan LYK404 "path" tidak didukung\nbantuan: jadikan bagian nilai itu fakta tersendiri dalam facts.json',
      'kota/kios/2024-10-01.json:12:124 error LYK201 unknown key "valeu"\nhelp: there are: "params", "unmet", "remedy", "note", "doubt", "provenance", "by", "on"',
      'kota/kios/2024-10-01.json:12:124 kesalahan LYK201 kunci "valeu" tidak dikenal\nbantuan: yang ada: "params", "unmet", "remedy", "note", "doubt", "provenance", "by", "on"',
    ],
  },
  {
    behaviour: "swap is told as not supported",
    changes: [
      withCondition(`{ "fact": "coverage.status", "operator": "swap:contains", "value": "AKTIF" }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:62 error LYK406 "swap:" in "swap:contains" is not supported\nhelp: swap the sides yourself: write the other fact in "fact"',
      'kota/kios/2024-10-01.json:12:62 kesalahan LYK406 "swap:" dalam "swap:contains" tidak didukung\nbantuan: tukar kedua sisinya: tulis fakta yang lain di "fact"',
    ],
  },
  {
    behaviour: "decorators out of order are told",
    changes: [
      withCondition(
        `{ "any": [ { "fact": "coverage.programmes", "operator": "everyFact:not:equal", "value": "JKK" }, { "fact": "coverage.programmes", "operator": "someFact:someValue:equal", "value": ["JKK"] } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:77 error LYK407 "not" is out of place in "everyFact:not:equal"\nhelp: at most one of someFact:, everyFact:, someValue:, everyValue:, and "not:" before it',
      'kota/kios/2024-10-01.json:12:77 kesalahan LYK407 "not" tidak pada tempatnya dalam "everyFact:not:equal"\nbantuan: paling banyak satu dari someFact:, everyFact:, someValue:, everyValue:, dan "not:" paling depan',
      'kota/kios/2024-10-01.json:12:163 error LYK407 "someValue" is out of place in "someFact:someValue:equal"\nhelp: at most one of someFact:, everyFact:, someValue:, everyValue:, and "not:" before it',
      'kota/kios/2024-10-01.json:12:163 kesalahan LYK407 "someValue" tidak pada tempatnya dalam "someFact:someValue:equal"\nbantuan: paling banyak satu dari someFact:, everyFact:, someValue:, everyValue:, dan "not:" paling depan',
    ],
  },
  {
    behaviour: "named conditions in a circle are told once, with the circle",
    changes: [
      put(
        CONDITIONS,
        `{
  "conditions": {
    "aktif": { "all": [ { "condition": "b" } ] },
    "b": { "not": { "condition": "c" } },
    "c": { "any": [ { "condition": "aktif" }, { "fact": "blacklisted", "operator": "equal", "value": true } ] },
    "d": { "condition": "d" },
    "e": { "condition": "c" }
  }
}`,
      ),
    ],
    told: [
      'kota/conditions.json:5:36 error LYK408 the conditions form a circle: "aktif" → "b" → "c" → "aktif"\nhelp: take one of the references out',
      'kota/conditions.json:5:36 kesalahan LYK408 kondisi saling memuat: "aktif" → "b" → "c" → "aktif"\nbantuan: putuskan salah satu rujukannya',
      'kota/conditions.json:6:25 error LYK408 the conditions form a circle: "d" → "d"\nhelp: take one of the references out',
      'kota/conditions.json:6:25 kesalahan LYK408 kondisi saling memuat: "d" → "d"\nbantuan: putuskan salah satu rujukannya',
    ],
  },
  {
    behaviour: "a group inside a group is told, through named conditions too",
    changes: [
      withNamed(
        `{ "some": "vehicles", "conditions": { "fact": "vehicle.plate", "operator": "equal", "value": "A 1" } }`,
      ),
      withCondition(
        `{ "all": [ ${DRIVER(`{ "some": "drivers", "conditions": { "condition": "aktif" } }`)}, ${DRIVER(`{ "condition": "baru" }`)} ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:78 error LYK409 the group "drivers" stands inside the group "drivers"\nhelp: write it outside the group, beside it in one "all"',
      'kota/kios/2024-10-01.json:12:78 kesalahan LYK409 grup "drivers" berada di dalam grup "drivers"\nbantuan: tulis syaratnya di luar grup, berdampingan di dalam satu "all"',
      'kota/kios/2024-10-01.json:12:184 error LYK409 the condition "baru" holds the group "vehicles", inside the group "drivers"\nhelp: write it outside the group, beside it in one "all"',
      'kota/kios/2024-10-01.json:12:184 kesalahan LYK409 kondisi "baru" memuat grup "vehicles", di dalam grup "drivers"\nbantuan: tulis syaratnya di luar grup, berdampingan di dalam satu "all"',
    ],
  },
  {
    behaviour: "inside a group only the facts of its items are read",
    changes: [
      withCondition(
        DRIVER(
          `{ "all": [ { "fact": "blacklisted", "operator": "equal", "value": false }, { "fact": "drivers.count", "operator": "equal", "value": 1 }, { "fact": "coverage.statuss", "operator": "equal", "value": "AKTIF" }, { "fact": "coverage.status", "operator": "notEqual", "value": "NONAKTIF" } ] }`,
        ),
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:78 error LYK410 "blacklisted" is not a fact of the items of "drivers"\nhelp: inside the group only asOf, parameters, and "coverage.status", "coverage.programmes"',
      'kota/kios/2024-10-01.json:12:78 kesalahan LYK410 "blacklisted" bukan fakta anggota grup "drivers"\nbantuan: di dalam grup hanya asOf, parameter, dan "coverage.status", "coverage.programmes"',
      'kota/kios/2024-10-01.json:12:142 error LYK410 "drivers.count" is not a fact of the items of "drivers"\nhelp: inside the group only asOf, parameters, and "coverage.status", "coverage.programmes"',
      'kota/kios/2024-10-01.json:12:142 kesalahan LYK410 "drivers.count" bukan fakta anggota grup "drivers"\nbantuan: di dalam grup hanya asOf, parameter, dan "coverage.status", "coverage.programmes"',
      'kota/kios/2024-10-01.json:12:204 error LYK203 unknown fact "coverage.statuss"\nhelp: did you mean "coverage.status"?',
      'kota/kios/2024-10-01.json:12:204 kesalahan LYK203 fakta "coverage.statuss" tidak dikenal\nbantuan: mungkin maksudnya "coverage.status"?',
    ],
  },
  {
    behaviour: "a named condition in a group is told of each fact that the items do not have",
    changes: [
      withNamed(
        `{ "all": [ { "condition": "dewasa" }, { "fact": "drivers.count", "operator": "equal", "value": 1 } ] }`,
      ),
      withCondition(DRIVER(`{ "condition": "baru" }`)),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:72 error LYK420 the condition "baru" reads "drivers.count", which is not a fact of the items of "drivers"\nhelp: add "drivers.count" to the group in facts.json, or write a condition of its own',
      'kota/kios/2024-10-01.json:12:72 kesalahan LYK420 kondisi "baru" membaca "drivers.count", yang bukan fakta anggota "drivers"\nbantuan: tambahkan "drivers.count" ke grup itu dalam facts.json, atau tulis kondisi tersendiri',
      'kota/kios/2024-10-01.json:12:72 error LYK420 the condition "baru" reads "applicant.birthDate", which is not a fact of the items of "drivers"\nhelp: add "applicant.birthDate" to the group in facts.json, or write a condition of its own',
      'kota/kios/2024-10-01.json:12:72 kesalahan LYK420 kondisi "baru" membaca "applicant.birthDate", yang bukan fakta anggota "drivers"\nbantuan: tambahkan "applicant.birthDate" ke grup itu dalam facts.json, atau tulis kondisi tersendiri',
    ],
  },
  {
    behaviour: "a group without its condition is told, and the slip for it",
    changes: [withCondition(`{ "every": "drivers", "condition": { "condition": "aktif" } }`)],
    told: [
      'kota/kios/2024-10-01.json:12:43 error LYK201 unknown key "condition"\nhelp: did you mean "conditions"?',
      'kota/kios/2024-10-01.json:12:43 kesalahan LYK201 kunci "condition" tidak dikenal\nbantuan: mungkin maksudnya "conditions"?',
    ],
  },
  {
    behaviour: "names that are no text are told",
    changes: [
      withCondition(
        `{ "any": [ { "condition": ["aktif"] }, { "every": 1, "conditions": { "condition": "aktif" } }, { "fact": 1, "operator": 2, "value": true } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:47 error LYK302 "condition" must be text, not a list [ ]\nhelp: write, for instance, "bpjs-aktif"',
      'kota/kios/2024-10-01.json:12:47 kesalahan LYK302 "condition" harus teks, bukan daftar [ ]\nbantuan: tulis, misalnya, "bpjs-aktif"',
      'kota/kios/2024-10-01.json:12:71 error LYK302 "every" must be text, not the number 1\nhelp: write, for instance, "drivers"',
      'kota/kios/2024-10-01.json:12:71 kesalahan LYK302 "every" harus teks, bukan angka 1\nbantuan: tulis, misalnya, "drivers"',
      'kota/kios/2024-10-01.json:12:126 error LYK302 "fact" must be text, not the number 1\nhelp: write, for instance, "coverage.status"',
      'kota/kios/2024-10-01.json:12:126 kesalahan LYK302 "fact" harus teks, bukan angka 1\nbantuan: tulis, misalnya, "coverage.status"',
      'kota/kios/2024-10-01.json:12:141 error LYK302 "operator" must be text, not the number 2\nhelp: write, for instance, "equal"',
      'kota/kios/2024-10-01.json:12:141 kesalahan LYK302 "operator" harus teks, bukan angka 2\nbantuan: tulis, misalnya, "equal"',
    ],
  },
  {
    behaviour: "conditions that double each other are told before they grow beyond all bounds",
    changes: [
      put(
        CONDITIONS,
        JSON.stringify({
          conditions: Object.fromEntries([
            ["aktif", { fact: "blacklisted", operator: "equal", value: false }],
            ...Array.from({ length: 40 }, (_, index) => {
              const below = { condition: index === 0 ? "aktif" : `x${index - 1}` };
              return [`x${index}`, { all: [below, below] }];
            }),
          ]),
        }),
      ),
    ],
    told: [
      "kota/conditions.json:1:676 error LYK421 with its named conditions written out, the condition has more than 10000 parts\nhelp: split it into several requirements, or make its named conditions simpler",
      "kota/conditions.json:1:676 kesalahan LYK421 dengan kondisi bernama ditulis lengkap, kondisi ini berisi lebih dari 10000 bagian\nbantuan: pecah menjadi beberapa persyaratan, atau sederhanakan kondisi bernamanya",
    ],
  },
  {
    behaviour: "named conditions that nest deeper than a file may are told once",
    changes: [
      put(
        CONDITIONS,
        JSON.stringify({
          conditions: Object.fromEntries([
            ["aktif", { fact: "blacklisted", operator: "equal", value: false }],
            ...Array.from({ length: 100 }, (_, index) => {
              const below = { condition: index === 0 ? "aktif" : `x${index - 1}` };
              return [`x${index}`, { not: below }];
            }),
          ]),
        }),
      ),
    ],
    told: [
      "kota/conditions.json:1:1122 error LYK421 with its named conditions written out, the condition is more than 64 levels deep\nhelp: split it into several requirements, or make its named conditions simpler",
      "kota/conditions.json:1:1122 kesalahan LYK421 dengan kondisi bernama ditulis lengkap, kondisi ini bertingkat lebih dari 64\nbantuan: pecah menjadi beberapa persyaratan, atau sederhanakan kondisi bernamanya",
    ],
  },
  {
    behaviour: "a text of a condition is checked like any other",
    changes: [swap(CONDITIONS, `{ "id": "Status {coverage.status}." }`, `{ "en": "Status" }`)],
    told: [
      'kota/conditions.json:3:91 error LYK301 the key "id" is missing\nhelp: add it, such as "id": "Teks dalam bahasa Indonesia"',
      'kota/conditions.json:3:91 kesalahan LYK301 kunci "id" tidak ada\nbantuan: tambahkan, misalnya "id": "Teks dalam bahasa Indonesia"',
    ],
  },
];
