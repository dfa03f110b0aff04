import type { Fault } from "../support/fault.ts";
import { type Change, swap } from "../support/rules.ts";

/** Puts facts before all others; the first begins at 3:5. */
function putFacts(...facts: readonly string[]): Change {
  const first = `"blacklisted"`;
  return swap("facts.json", first, [...facts, first].join(",\n    "));
}

/** Computed facts, and parameters that are tables. */
export const COMPUTING_FAULTS: readonly Fault[] = [
  {
    behaviour: "a computed fact that somebody is said to give",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "applicant", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:72 error LYK331 "h" is computed by Layak, but its "source" names somebody else\nhelp: write "source": "system"',
      'facts.json:3:72 kesalahan LYK331 "h" dihitung oleh Layak, tetapi "source" menyebut pihak lain\nbantuan: tulis "source": "system"',
    ],
  },
  {
    behaviour: "a computed fact that an applicant is said to reach, or that has limits",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "actionable": true, "minimum": 0, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:114 error LYK331 "h" is computed by Layak, so no applicant can change it\nhelp: take "actionable" out; write it at the facts that it is computed from',
      'facts.json:3:114 kesalahan LYK331 "h" dihitung oleh Layak, jadi pemohon tidak dapat mengubahnya\nbantuan: hapus "actionable"; tulis pada fakta yang dihitung di dalamnya',
      'facts.json:3:131 error LYK331 "h" is computed by Layak, so no "minimum" limits it\nhelp: take "minimum" out, or compute the limit: { "operation": "maximum", "of": [ limit, … ] }',
      'facts.json:3:131 kesalahan LYK331 "h" dihitung oleh Layak, jadi "minimum" tidak membatasinya\nbantuan: hapus "minimum", atau hitung batasnya: { "operation": "maximum", "of": [ batas, … ] }',
    ],
  },
  {
    behaviour: "a type that cannot be computed",
    changes: [
      putFacts(
        `"h": { "type": "number", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:20 error LYK332 "h" is of type "number", which cannot be computed\nhelp: use integer, money, decimal or date',
      'facts.json:3:20 kesalahan LYK332 "h" berjenis "number", yang tidak dapat dihitung\nbantuan: pakai integer, money, decimal, atau date',
    ],
  },
  {
    behaviour: "a term of another type",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }, { "fact": "retribution.paid" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:170 error LYK333 "sum" takes numbers of one kind; "retribution.paid" does not fit\nhelp: make types and units agree, or use another operation',
      'facts.json:3:170 kesalahan LYK333 "sum" memerlukan bilangan berjenis sama; "retribution.paid" tidak cocok\nbantuan: samakan jenis dan satuannya, atau pakai operasi lain',
    ],
  },
  {
    behaviour: "a number that is no decimal",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [1e-7, { "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      "facts.json:3:140 error LYK333 1e-7 cannot be computed with exactly\nhelp: write at most 6 digits after the point, and 15 digits in all",
      "facts.json:3:140 kesalahan LYK333 1e-7 tidak dapat dihitung dengan tepat\nbantuan: tulis paling banyak 6 angka di belakang koma, dan 15 angka seluruhnya",
    ],
  },
  {
    behaviour: "a wrong number of terms",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "difference", "of": [{ "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:146 error LYK334 "difference" takes two terms; here are 1\nhelp: write its terms in "of": [ … ]',
      'facts.json:3:146 kesalahan LYK334 "difference" memerlukan 2 suku; di sini ada 1\nbantuan: tulis suku-sukunya dalam "of": [ … ]',
    ],
  },
  {
    behaviour: "a quotient that does not say how it is rounded",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "quotient", "of": [{ "fact": "household.size" }, 2], "scale": 0 } }`,
      ),
    ],
    told: [
      'facts.json:3:111 error LYK335 a quotient without "rounding"\nhelp: write "scale" (digits after the point, 0 for whole numbers) and "rounding" ("down", "up", "half-up" or "half-even")',
      'facts.json:3:111 kesalahan LYK335 hasil bagi tanpa "rounding"\nbantuan: tulis "scale" (angka di belakang koma, 0 untuk bilangan bulat) dan "rounding" ("down", "up", "half-up", atau "half-even")',
    ],
  },
  {
    behaviour: "rounding of what is exact",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }], "rounding": "up" } }`,
      ),
    ],
    told: [
      'facts.json:3:183 error LYK335 "rounding" is for quotients alone; "sum" is always exact\nhelp: take it out, or round by { "operation": "quotient", "of": [ …, 1 ], "scale": …, "rounding": … }',
      'facts.json:3:183 kesalahan LYK335 "rounding" hanya untuk hasil bagi; "sum" selalu tepat\nbantuan: hapus, atau bulatkan dengan { "operation": "quotient", "of": [ …, 1 ], "scale": …, "rounding": … }',
    ],
  },
  {
    behaviour: "a result of another type",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "product", "of": [{ "fact": "household.size" }, 0.5] } }`,
      ),
    ],
    told: [
      'facts.json:3:111 error LYK336 "h" is declared as integer, but its computation gives decimal (scale 1)\nhelp: make them agree; what has decimals is rounded by a "quotient" by 1, with "scale" and "rounding"',
      'facts.json:3:111 kesalahan LYK336 "h" dinyatakan integer, tetapi hasil hitungannya decimal (scale 1)\nbantuan: samakan jenisnya; yang berdesimal dibulatkan dengan "quotient" oleh 1, dengan "scale" dan "rounding"',
    ],
  },
  {
    behaviour: "facts that compute each other",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "i" }] } }`,
        `"i": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "h" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:5 error LYK337 facts compute each other: "h" → "i" → "h"\nhelp: compute one of them from facts that an applicant or a registry gives',
      'facts.json:3:5 kesalahan LYK337 fakta saling menghitung: "h" → "i" → "h"\nbantuan: hitung salah satunya dari fakta yang diberikan pemohon atau registri',
    ],
  },
  {
    behaviour: "a result that tells of a personal fact",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": false, "compute": { "operation": "sum", "of": [{ "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:94 error LYK340 "h" is declared as not personal, but computed from "household.size", which is\nhelp: write "personal": true',
      'facts.json:3:94 kesalahan LYK340 "h" dinyatakan tidak pribadi, tetapi dihitung dari "household.size" yang pribadi\nbantuan: tulis "personal": true',
    ],
  },
  {
    behaviour: "a fact that no item of the group has",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "over": "drivers", "fact": "household.size" }] } }`,
      ),
    ],
    told: [
      'facts.json:3:169 error LYK410 "household.size" is not a fact of the items of "drivers"\nhelp: inside the group only asOf, parameters, and "coverage.status", "coverage.programmes"',
      'facts.json:3:169 kesalahan LYK410 "household.size" bukan fakta anggota grup "drivers"\nbantuan: di dalam grup hanya asOf, parameter, dan "coverage.status", "coverage.programmes"',
    ],
  },
  {
    behaviour: "a table that is none, and one without by",
    changes: [
      swap(
        "parameters.json",
        `"iuran": { "type": "money",`,
        `"iuran": { "type": "money", "by": "market.section",`,
      ),
      swap("parameters.json", `"value": "2024-12-31"`, `"value": { "1": "2024-12-31" }`),
    ],
    told: [
      'parameters.json:4:40 error LYK338 "iuran" has "by", so each of its values must be a table { } with one value for each code\nhelp: such as "value": { "3673": 4857353 }',
      'parameters.json:4:40 kesalahan LYK338 "iuran" punya "by", jadi setiap nilainya harus tabel { } dengan satu nilai untuk setiap kode\nbantuan: misalnya "value": { "3673": 4857353 }',
      'parameters.json:5:40 error LYK338 "iuran" has "by", so each of its values must be a table { } with one value for each code\nhelp: such as "value": { "3673": 4857353 }',
      'parameters.json:5:40 kesalahan LYK338 "iuran" punya "by", jadi setiap nilainya harus tabel { } dengan satu nilai untuk setiap kode\nbantuan: misalnya "value": { "3673": 4857353 }',
      'parameters.json:11:40 error LYK338 the value of "batas" is a table, but there is no "by"\nhelp: write "by" with the code fact that tells which value it is',
      'parameters.json:11:40 kesalahan LYK338 nilai "batas" adalah tabel, tetapi tidak ada "by"\nbantuan: tulis "by" dengan fakta berjenis code yang menentukan nilainya',
    ],
  },
  {
    behaviour: "a table by what is no code",
    changes: [
      swap(
        "parameters.json",
        `"iuran": { "type": "money",`,
        `"iuran": { "type": "money", "by": "household.size",`,
      ),
      swap("parameters.json", `"value": 16800`, `"value": { "1": 16800 }`),
      swap("parameters.json", `"value": 8400`, `"value": { "1": 8400 }`),
    ],
    told: [
      'parameters.json:3:39 error LYK339 "by" of "iuran" must be a fact of type code; "household.size" is not\nhelp: write a fact of type "code" from facts.json',
      'parameters.json:3:39 kesalahan LYK339 "by" dari "iuran" harus fakta berjenis code; "household.size" bukan\nbantuan: tulis fakta berjenis "code" dari facts.json',
    ],
  },
  {
    behaviour: "a duration that is a table",
    changes: [
      swap(
        "parameters.json",
        `"masaTenggang": { "type": "duration",`,
        `"masaTenggang": { "type": "duration", "by": "market.section",`,
      ),
      swap("parameters.json", `"value": "P3M"`, `"value": { "1": "P3M" }`),
    ],
    told: [
      'parameters.json:7:49 error LYK341 "masaTenggang" is a duration, so it cannot be a table by "market.section"\nhelp: take "by" out; make one parameter for each duration, and choose in the condition with "any" by "market.section"',
      'parameters.json:7:49 kesalahan LYK341 "masaTenggang" adalah jangka waktu, jadi tidak dapat berupa tabel menurut "market.section"\nbantuan: hapus "by"; buat satu parameter untuk setiap jangka waktu, dan pilih di kondisi dengan "any" menurut "market.section"',
    ],
  },
  {
    behaviour: "a table with a code that its fact has not",
    changes: [
      swap(
        "parameters.json",
        `"iuran": { "type": "money",`,
        `"iuran": { "type": "money", "by": "market.section",`,
      ),
      swap("parameters.json", `"value": 16800`, `"value": { "1": 16800, "2": 16800, "3": 1 }`),
      swap("parameters.json", `"value": 8400`, `"value": { "1": 8400, "2": 8400 }`),
    ],
    told: [
      'parameters.json:4:66 error LYK209 "3" is not a code of "market.section"\nhelp: did you mean "1"?',
      'parameters.json:4:66 kesalahan LYK209 "3" bukan kode "market.section"\nbantuan: mungkin maksudnya "1"?',
    ],
  },
  {
    behaviour: "a quotient by zero, which never has a result",
    changes: [
      putFacts(
        `"h": { "type": "integer", "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "quotient", "of": [{ "fact": "household.size" }, 0], "scale": 0, "rounding": "down" } }`,
      ),
    ],
    told: [
      "facts.json:3:175 error LYK342 divided by 0, which never has a result\nhelp: write a divisor other than zero",
      "facts.json:3:175 kesalahan LYK342 dibagi 0, jadi tidak pernah ada hasilnya\nbantuan: tulis pembagi yang bukan nol",
    ],
  },
  {
    behaviour: "a table without a row for a code, at each value that lacks it",
    changes: [
      swap(
        "parameters.json",
        `"iuran": { "type": "money",`,
        `"iuran": { "type": "money", "by": "market.section",`,
      ),
      swap("parameters.json", `"value": 16800`, `"value": { "2": 16800 }`),
      swap("parameters.json", `"value": 8400`, `"value": { "1": 8400, "2": 8400 }`),
    ],
    told: [
      'parameters.json:4:40 warning LYK807 the table "iuran" has no row for these codes of "market.section": "1"\nhelp: add their rows; without them nothing is computed for those who have such a code',
      'parameters.json:4:40 peringatan LYK807 tabel "iuran" tidak punya baris untuk kode "market.section" ini: "1"\nbantuan: tambahkan barisnya; tanpanya tidak ada hasil hitungan bagi yang berkode itu',
    ],
  },
];
