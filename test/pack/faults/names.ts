import type { Fault } from "../support/fault.ts";
import { POLICY, put, swap, withCondition, withFacts, withNamed } from "../support/rules.ts";

/** `LYK2xx`: names. */
export const NAME_FAULTS: readonly Fault[] = [
  {
    behaviour: "unknown keys are told with the key that was meant, wherever they stand",
    changes: [
      swap(POLICY, `"owner"`, `"ownr"`),
      swap(POLICY, `"article": "17"`, `"pasal": "17"`),
      swap("facts.json", `"minimum": 1,`, `"minimun": 1,`),
    ],
    told: [
      'facts.json:4:44 error LYK201 unknown key "minimun"\nhelp: did you mean "minimum"?',
      'facts.json:4:44 kesalahan LYK201 kunci "minimun" tidak dikenal\nbantuan: mungkin maksudnya "minimum"?',
      'kota/kios/2024-10-01.json:3:3 error LYK201 unknown key "ownr"\nhelp: did you mean "owner"?',
      'kota/kios/2024-10-01.json:3:3 kesalahan LYK201 kunci "ownr" tidak dikenal\nbantuan: mungkin maksudnya "owner"?',
      'kota/kios/2024-10-01.json:10:45 error LYK201 unknown key "pasal"\nhelp: did you mean "article"?',
      'kota/kios/2024-10-01.json:10:45 kesalahan LYK201 kunci "pasal" tidak dikenal\nbantuan: mungkin maksudnya "article"?',
    ],
  },
  {
    behaviour: "a misspelt key of a whole file does not make every name unknown",
    changes: [swap("facts.json", `"facts": {`, `"fact": {`)],
    told: [
      'facts.json:2:3 error LYK201 unknown key "fact"\nhelp: did you mean "facts"?',
      'facts.json:2:3 kesalahan LYK201 kunci "fact" tidak dikenal\nbantuan: mungkin maksudnya "facts"?',
    ],
  },
  {
    behaviour: "__proto__ is an unknown key like any other",
    changes: [swap(POLICY, `"owner"`, `"__proto__": {}, "owner"`)],
    told: [
      'kota/kios/2024-10-01.json:3:3 error LYK201 unknown key "__proto__"\nhelp: there are: "$schema", "applicant", "contact", "objection", "until", "note", "scope", "grants"',
      'kota/kios/2024-10-01.json:3:3 kesalahan LYK201 kunci "__proto__" tidak dikenal\nbantuan: yang ada: "$schema", "applicant", "contact", "objection", "until", "note", "scope", "grants"',
    ],
  },
  {
    behaviour: "an unknown parameter is told with the one that was meant",
    changes: [
      withCondition(
        `{ "fact": "retribution.paid", "operator": "equal", "value": { "fact": "parameter.iurann" } }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:91 error LYK202 unknown parameter "parameter.iurann"\nhelp: did you mean "parameter.iuran"?',
      'kota/kios/2024-10-01.json:12:91 kesalahan LYK202 parameter "parameter.iurann" tidak dikenal\nbantuan: mungkin maksudnya "parameter.iuran"?',
    ],
  },
  {
    behaviour: "an unknown parameter that resembles none is told where to add it",
    changes: [
      withCondition(
        `{ "fact": "applicant.birthDate", "operator": "before", "value": { "fact": "asOf", "params": { "minus": { "fact": "parameter.usiaWajib" } } } }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:134 error LYK202 unknown parameter "parameter.usiaWajib"\nhelp: add it to parameters.json; there are: "parameter.iuran", "parameter.masaTenggang", "parameter.batas"',
      'kota/kios/2024-10-01.json:12:134 kesalahan LYK202 parameter "parameter.usiaWajib" tidak dikenal\nbantuan: tambahkan ke parameters.json; yang ada: "parameter.iuran", "parameter.masaTenggang", "parameter.batas"',
    ],
  },
  {
    behaviour: "an unknown fact is told with the one that was meant",
    changes: [
      withCondition(`{ "fact": "coverage.statuss", "operator": "equal", "value": "AKTIF" }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:31 error LYK203 unknown fact "coverage.statuss"\nhelp: did you mean "coverage.status"?',
      'kota/kios/2024-10-01.json:12:31 kesalahan LYK203 fakta "coverage.statuss" tidak dikenal\nbantuan: mungkin maksudnya "coverage.status"?',
    ],
  },
  {
    behaviour: "an unknown fact that resembles none is told where to add it",
    changes: [withFacts(`{ "kolam": true }`)],
    told: [
      'kota/kios/cases.json:2:55 error LYK203 unknown fact "kolam"\nhelp: choose one of the ids in facts.json, or add it there',
      'kota/kios/cases.json:2:55 kesalahan LYK203 fakta "kolam" tidak dikenal\nbantuan: pilih salah satu id dalam facts.json, atau tambahkan di sana',
    ],
  },
  {
    behaviour: "a group of facts that are not in the catalogue is told of each",
    changes: [swap("facts.json", `["vehicle.plate"]`, `["vehicle.plat", "kolam"]`)],
    told: [
      'facts.json:16:61 error LYK203 unknown fact "vehicle.plat"\nhelp: did you mean "vehicle.plate"?',
      'facts.json:16:61 kesalahan LYK203 fakta "vehicle.plat" tidak dikenal\nbantuan: mungkin maksudnya "vehicle.plate"?',
      'facts.json:16:77 error LYK203 unknown fact "kolam"\nhelp: choose one of the ids in facts.json, or add it there',
      'facts.json:16:77 kesalahan LYK203 fakta "kolam" tidak dikenal\nbantuan: pilih salah satu id dalam facts.json, atau tambahkan di sana',
    ],
  },
  {
    behaviour: "an unknown group is told with the one that was meant",
    changes: [withCondition(`{ "every": "driver", "conditions": { "condition": "aktif" } }`)],
    told: [
      'kota/kios/2024-10-01.json:12:32 error LYK204 unknown group "driver"\nhelp: did you mean "drivers"?',
      'kota/kios/2024-10-01.json:12:32 kesalahan LYK204 grup "driver" tidak dikenal\nbantuan: mungkin maksudnya "drivers"?',
    ],
  },
  {
    behaviour: "an unknown group that resembles none is told with those that there are",
    changes: [withCondition(`{ "some": "penumpang", "conditions": { "condition": "aktif" } }`)],
    told: [
      'kota/kios/2024-10-01.json:12:31 error LYK204 unknown group "penumpang"\nhelp: there are: "drivers", "vehicles"',
      'kota/kios/2024-10-01.json:12:31 kesalahan LYK204 grup "penumpang" tidak dikenal\nbantuan: yang ada: "drivers", "vehicles"',
    ],
  },
  {
    behaviour: "an unknown named condition is told with the one that was meant",
    changes: [withCondition(`{ "condition": "aktip" }`)],
    told: [
      'kota/kios/2024-10-01.json:12:36 error LYK205 unknown condition "aktip"\nhelp: did you mean "aktif"?',
      'kota/kios/2024-10-01.json:12:36 kesalahan LYK205 kondisi "aktip" tidak dikenal\nbantuan: mungkin maksudnya "aktif"?',
    ],
  },
  {
    behaviour: "an unknown named condition that resembles none is told where to add it",
    changes: [withCondition(`{ "condition": "bebas-tunggakan" }`)],
    told: [
      'kota/kios/2024-10-01.json:12:36 error LYK205 unknown condition "bebas-tunggakan"\nhelp: add it to conditions.json of this city',
      'kota/kios/2024-10-01.json:12:36 kesalahan LYK205 kondisi "bebas-tunggakan" tidak dikenal\nbantuan: tambahkan ke conditions.json kota ini',
    ],
  },
  {
    behaviour: "unknown sources are told of requirements and of parameters",
    changes: [
      swap(POLICY, `"uu-24-2011"`, `"uu-24-2012"`),
      swap("parameters.json", `"uu-24-2011"`, `"perwal"`),
    ],
    told: [
      'kota/kios/2024-10-01.json:10:31 error LYK206 unknown source "uu-24-2012"\nhelp: did you mean "uu-24-2011"?',
      'kota/kios/2024-10-01.json:10:31 kesalahan LYK206 sumber "uu-24-2012" tidak dikenal\nbantuan: mungkin maksudnya "uu-24-2011"?',
      'parameters.json:3:85 error LYK206 unknown source "perwal"\nhelp: add it to sources.json',
      'parameters.json:3:85 kesalahan LYK206 sumber "perwal" tidak dikenal\nbantuan: tambahkan ke sources.json',
    ],
  },
  {
    behaviour: "an unknown operator is told with the one that was meant",
    changes: [withCondition(`{ "fact": "blacklisted", "operator": "equals", "value": false }`)],
    told: [
      'kota/kios/2024-10-01.json:12:58 error LYK207 unknown operator "equals"\nhelp: did you mean "equal"?',
      'kota/kios/2024-10-01.json:12:58 kesalahan LYK207 operator "equals" tidak dikenal\nbantuan: mungkin maksudnya "equal"?',
    ],
  },
  {
    behaviour: "an operator of another language is told with ours",
    changes: [withCondition(`{ "fact": "household.size", "operator": ">=", "value": 2 }`)],
    told: [
      'kota/kios/2024-10-01.json:12:61 error LYK207 unknown operator ">="\nhelp: did you mean "greaterThanInclusive"?',
      'kota/kios/2024-10-01.json:12:61 kesalahan LYK207 operator ">=" tidak dikenal\nbantuan: mungkin maksudnya "greaterThanInclusive"?',
    ],
  },
  {
    behaviour: "an operator that resembles none is told with all that there are",
    changes: [withCondition(`{ "fact": "blacklisted", "operator": "matches", "value": false }`)],
    told: [
      'kota/kios/2024-10-01.json:12:58 error LYK207 unknown operator "matches"\nhelp: there are: "equal", "notEqual", "in", "notIn", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "before", "onOrBefore", "after", "onOrAfter", …',
      'kota/kios/2024-10-01.json:12:58 kesalahan LYK207 operator "matches" tidak dikenal\nbantuan: yang ada: "equal", "notEqual", "in", "notIn", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "before", "onOrBefore", "after", "onOrAfter", …',
    ],
  },
  {
    behaviour: "an unknown decorator is told with the one that was meant",
    changes: [
      withCondition(
        `{ "fact": "coverage.programmes", "operator": "everyFacts:equal", "value": "JKK" }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:66 error LYK208 unknown operator decorator "everyFacts"\nhelp: did you mean "everyFact"?',
      'kota/kios/2024-10-01.json:12:66 kesalahan LYK208 awalan operator "everyFacts" tidak dikenal\nbantuan: mungkin maksudnya "everyFact"?',
    ],
  },
  {
    behaviour: "an unknown code is told with the one that was meant",
    changes: [
      withCondition(`{ "fact": "coverage.status", "operator": "equal", "value": "Aktif" }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:80 error LYK209 "Aktif" is not a code of "coverage.status"\nhelp: did you mean "AKTIF"?',
      'kota/kios/2024-10-01.json:12:80 kesalahan LYK209 "Aktif" bukan kode "coverage.status"\nbantuan: mungkin maksudnya "AKTIF"?',
    ],
  },
  {
    behaviour: "unknown codes in a list are told each at its place",
    changes: [
      withCondition(
        `{ "fact": "coverage.programmes", "operator": "everyValue:contains", "value": ["JKK", "JHT", "jkm"] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:106 error LYK209 "JHT" is not a code of "coverage.programmes"\nhelp: there are: "JKK", "JKM"',
      'kota/kios/2024-10-01.json:12:106 kesalahan LYK209 "JHT" bukan kode "coverage.programmes"\nbantuan: yang ada: "JKK", "JKM"',
      'kota/kios/2024-10-01.json:12:113 error LYK209 "jkm" is not a code of "coverage.programmes"\nhelp: did you mean "JKM"?',
      'kota/kios/2024-10-01.json:12:113 kesalahan LYK209 "jkm" bukan kode "coverage.programmes"\nbantuan: mungkin maksudnya "JKM"?',
    ],
  },
  {
    behaviour: "ids that are badly written are told with how they are written",
    changes: [
      swap("facts.json", `"vehicles": {`, `"Vehicles": {`),
      swap("parameters.json", `"batas"`, `"batas-akhir"`),
      swap(
        "sources.json",
        `"uu-24-2011"`,
        `"uu-24-2011": { "title": { "id": "UU" }, "kind": "law", "date": "2011", "text": "seen" }, "UU_24"`,
      ),
      swap(POLICY, `"terlindungi"`, `"Terlindungi BPJS"`),
      withNamed(`{ "condition": "aktif" }`),
      swap("kota/conditions.json", `"baru"`, `"kondisi baru"`),
    ],
    told: [
      'facts.json:16:5 error LYK210 "Vehicles" is not an id\nhelp: a small letter first, then letters and digits, joined by dots, such as "coverage.status"',
      'facts.json:16:5 kesalahan LYK210 "Vehicles" bukan id\nbantuan: huruf kecil di depan, lalu huruf dan angka, dirangkai titik, misalnya "coverage.status"',
      'kota/conditions.json:3:5 error LYK210 "kondisi baru" is not an id\nhelp: small letters and digits, joined by hyphens, such as "bpjs-aktif"',
      'kota/conditions.json:3:5 kesalahan LYK210 "kondisi baru" bukan id\nbantuan: huruf kecil dan angka, dirangkai tanda hubung, misalnya "bpjs-aktif"',
      'kota/kios/2024-10-01.json:7:13 error LYK210 "Terlindungi BPJS" is not an id\nhelp: small letters and digits, joined by hyphens, such as "bpjs-aktif"',
      'kota/kios/2024-10-01.json:7:13 kesalahan LYK210 "Terlindungi BPJS" bukan id\nbantuan: huruf kecil dan angka, dirangkai tanda hubung, misalnya "bpjs-aktif"',
      'parameters.json:10:5 error LYK210 "batas-akhir" is not an id\nhelp: a small letter first, then letters and digits, joined by dots, such as "coverage.status"',
      'parameters.json:10:5 kesalahan LYK210 "batas-akhir" bukan id\nbantuan: huruf kecil di depan, lalu huruf dan angka, dirangkai titik, misalnya "coverage.status"',
      'sources.json:3:95 error LYK210 "UU_24" is not an id\nhelp: small letters and digits, joined by hyphens, such as "bpjs-aktif"',
      'sources.json:3:95 kesalahan LYK210 "UU_24" bukan id\nbantuan: huruf kecil dan angka, dirangkai tanda hubung, misalnya "bpjs-aktif"',
    ],
  },
  {
    behaviour: "names that Layak or JavaScript uses itself are reserved",
    changes: [
      swap(
        "facts.json",
        `"groups": {`,
        `"groups": {\n    "parameter": { "label": { "id": "P" }, "facts": ["blacklisted"] },`,
      ),
      swap(
        "facts.json",
        `"facts": {`,
        `"facts": {
    "asOf": { "type": "boolean", "label": { "id": "A" }, "source": "office", "personal": false },
    "parameter.x": { "type": "boolean", "label": { "id": "A" }, "source": "office", "personal": false },
    "constructor": { "type": "boolean", "label": { "id": "A" }, "source": "office", "personal": false },
    "drivers": { "type": "boolean", "label": { "id": "A" }, "source": "office", "personal": false },
    "drivers.count": { "type": "boolean", "label": { "id": "A" }, "source": "office", "personal": false },`,
      ),
      put(
        "kota/parameters.json",
        `{ "parameters": { "toString": { "type": "boolean", "label": { "id": "A" }, "sources": [], "values": [{ "from": "2024-01-01", "value": true, "provenance": "assumed" }] } } }`,
      ),
      swap(POLICY, `"terlindungi"`, `"scope"`),
    ],
    told: [
      'facts.json:3:5 error LYK211 the id "asOf" is reserved\nhelp: choose another name',
      'facts.json:3:5 kesalahan LYK211 id "asOf" dicadangkan\nbantuan: pilih nama lain',
      'facts.json:4:5 error LYK211 the id "parameter.x" is reserved\nhelp: choose another name',
      'facts.json:4:5 kesalahan LYK211 id "parameter.x" dicadangkan\nbantuan: pilih nama lain',
      'facts.json:5:5 error LYK211 the id "constructor" is reserved\nhelp: choose another name',
      'facts.json:5:5 kesalahan LYK211 id "constructor" dicadangkan\nbantuan: pilih nama lain',
      'facts.json:6:5 error LYK211 the id "drivers" is taken by the group "drivers"\nhelp: choose another name',
      'facts.json:6:5 kesalahan LYK211 id "drivers" sudah dipakai oleh grup "drivers"\nbantuan: pilih nama lain',
      'facts.json:7:5 error LYK211 the id "drivers.count" is taken by the group "drivers"\nhelp: choose another name',
      'facts.json:7:5 kesalahan LYK211 id "drivers.count" sudah dipakai oleh grup "drivers"\nbantuan: pilih nama lain',
      'facts.json:20:5 error LYK211 the id "parameter" is reserved\nhelp: choose another name',
      'facts.json:20:5 kesalahan LYK211 id "parameter" dicadangkan\nbantuan: pilih nama lain',
      'kota/kios/2024-10-01.json:7:13 error LYK211 the id "scope" is reserved\nhelp: choose another name',
      'kota/kios/2024-10-01.json:7:13 kesalahan LYK211 id "scope" dicadangkan\nbantuan: pilih nama lain',
      'kota/parameters.json:1:19 error LYK211 the id "toString" is reserved\nhelp: choose another name',
      'kota/parameters.json:1:19 kesalahan LYK211 id "toString" dicadangkan\nbantuan: pilih nama lain',
    ],
  },
  {
    behaviour: "facts and groups that would be one column of a table are told of",
    changes: [
      swap(
        "facts.json",
        `"facts": {`,
        `"facts": {
    "fee.paidThrough": { "type": "date", "label": { "id": "A" }, "source": "office", "personal": false },
    "fee.paid.through": { "type": "date", "label": { "id": "A" }, "source": "office", "personal": false },`,
      ),
    ],
    told: [
      'facts.json:4:5 error LYK212 the ids "fee.paid.through" and "fee.paidThrough" are one column of a table, "fee_paid_through"\nhelp: choose another name for one of them',
      'facts.json:4:5 kesalahan LYK212 id "fee.paid.through" dan "fee.paidThrough" menjadi satu kolom tabel, "fee_paid_through"\nbantuan: pilih nama lain untuk salah satunya',
    ],
  },
];
