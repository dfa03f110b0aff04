import type { Fault } from "../support/fault.ts";
import { CASES, POLICY, put, swap, withCondition, withFacts } from "../support/rules.ts";

/** `LYK3xx`: types and values. */
export const VALUE_FAULTS: readonly Fault[] = [
  {
    behaviour: "missing keys are told at the opening brace",
    changes: [
      swap(POLICY, `"owner": "Dinas Perdagangan",`, ""),
      swap(POLICY, `"id": "Terlindungi", `, ""),
      swap(POLICY, `{ "condition": "aktif" }`, `{ "fact": "blacklisted" }`),
      swap("facts.json", `"type": "boolean", `, ""),
    ],
    told: [
      'facts.json:3:20 error LYK301 the key "type" is missing\nhelp: add it, such as "type": "boolean"',
      'facts.json:3:20 kesalahan LYK301 kunci "type" tidak ada\nbantuan: tambahkan, misalnya "type": "boolean"',
      'kota/kios/2024-10-01.json:1:1 error LYK301 the key "owner" is missing\nhelp: add it, such as "owner": "Dinas Perdagangan"',
      'kota/kios/2024-10-01.json:1:1 kesalahan LYK301 kunci "owner" tidak ada\nbantuan: tambahkan, misalnya "owner": "Dinas Perdagangan"',
      'kota/kios/2024-10-01.json:8:16 error LYK301 the key "id" is missing\nhelp: add it, such as "id": "Teks dalam bahasa Indonesia"',
      'kota/kios/2024-10-01.json:8:16 kesalahan LYK301 kunci "id" tidak ada\nbantuan: tambahkan, misalnya "id": "Teks dalam bahasa Indonesia"',
      'kota/kios/2024-10-01.json:12:21 error LYK301 the key "operator" is missing\nhelp: add it, such as "operator": "equal"',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK301 kunci "operator" tidak ada\nbantuan: tambahkan, misalnya "operator": "equal"',
      'kota/kios/2024-10-01.json:12:21 error LYK301 the key "value" is missing\nhelp: add it, such as "value": true',
      'kota/kios/2024-10-01.json:12:21 kesalahan LYK301 kunci "value" tidak ada\nbantuan: tambahkan, misalnya "value": true',
    ],
  },
  {
    behaviour: "the wrong kind of JSON is told with the kind that is wanted",
    changes: [
      swap(POLICY, `"Dinas Perdagangan"`, `["Dinas Perdagangan"]`),
      swap("facts.json", `"personal": true`, `"personal": "true"`),
      swap("facts.json", `"minItems": 1`, `"minItems": 1.5`),
      put(CASES, `{ "name": "Lunas" }`),
      put("sources.json", `{ "sources": [] }`),
    ],
    told: [
      'facts.json:3:108 error LYK302 "personal" must be true or false, not text "true"\nhelp: write, for instance, true',
      'facts.json:3:108 kesalahan LYK302 "personal" harus true atau false, bukan teks "true"\nbantuan: tulis, misalnya, true',
      'facts.json:15:62 error LYK302 "minItems" must be a whole number, not the number 1.5\nhelp: write, for instance, 1',
      'facts.json:15:62 kesalahan LYK302 "minItems" harus bilangan bulat, bukan angka 1.5\nbantuan: tulis, misalnya, 1',
      'kota/kios/2024-10-01.json:3:12 error LYK302 "owner" must be text, not a list [ ]\nhelp: write, for instance, "Dinas Perdagangan"',
      'kota/kios/2024-10-01.json:3:12 kesalahan LYK302 "owner" harus teks, bukan daftar [ ]\nbantuan: tulis, misalnya, "Dinas Perdagangan"',
      'kota/kios/cases.json:1:1 error LYK302 "cases.json" must be a list [ ], not an object { }\nhelp: write, for instance, [{ … }]',
      'kota/kios/cases.json:1:1 kesalahan LYK302 "cases.json" harus daftar [ ], bukan objek { }\nbantuan: tulis, misalnya, [{ … }]',
      'sources.json:1:14 error LYK302 "sources" must be an object { }, not a list [ ]\nhelp: write an object { }',
      'sources.json:1:14 kesalahan LYK302 "sources" harus objek { }, bukan daftar [ ]\nbantuan: tulis objek { }',
    ],
  },
  {
    behaviour: "a title without languages is told what a text is",
    changes: [swap(POLICY, `{ "id": "Sewa kios", "en": "Kiosk lease" }`, `"Sewa kios"`)],
    told: [
      'kota/kios/2024-10-01.json:2:12 error LYK302 "title" must be a text with its language, not text "Sewa kios"\nhelp: write { "id": "Sewa kios" }',
      'kota/kios/2024-10-01.json:2:12 kesalahan LYK302 "title" harus teks dengan bahasanya, bukan teks "Sewa kios"\nbantuan: tulis { "id": "Sewa kios" }',
    ],
  },
  {
    behaviour: "values that are not among the choices are told with the choices",
    changes: [
      swap(POLICY, `"pilot"`, `"pilots"`),
      swap(POLICY, `"required"`, `"wajib"`),
      swap("facts.json", `"type": "boolean"`, `"type": "bool"`),
      swap("facts.json", `"source": "applicant"`, `"source": "pemohon"`),
      swap("sources.json", `"law"`, `"undang-undang"`),
      swap(CASES, `"eligible"`, `"layak"`),
    ],
    told: [
      'facts.json:3:30 error LYK303 "type" cannot be "bool"\nhelp: there are: "boolean", "integer", "number", "money", "decimal", "date", "string", "code", "list"',
      'facts.json:3:30 kesalahan LYK303 "type" tidak boleh "bool"\nbantuan: yang ada: "boolean", "integer", "number", "money", "decimal", "date", "string", "code", "list"',
      'facts.json:4:122 error LYK303 "source" cannot be "pemohon"\nhelp: did you mean "applicant"?',
      'facts.json:4:122 kesalahan LYK303 "source" tidak boleh "pemohon"\nbantuan: mungkin maksudnya "applicant"?',
      'kota/kios/2024-10-01.json:4:13 error LYK303 "status" cannot be "pilots"\nhelp: did you mean "pilot"?',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK303 "status" tidak boleh "pilots"\nbantuan: mungkin maksudnya "pilot"?',
      'kota/kios/2024-10-01.json:9:22 error LYK303 "enforcement" cannot be "wajib"\nhelp: did you mean "required"?',
      'kota/kios/2024-10-01.json:9:22 kesalahan LYK303 "enforcement" tidak boleh "wajib"\nbantuan: mungkin maksudnya "required"?',
      'kota/kios/cases.json:2:108 error LYK303 "outcome" cannot be "layak"\nhelp: did you mean "eligible"?',
      'kota/kios/cases.json:2:108 kesalahan LYK303 "outcome" tidak boleh "layak"\nbantuan: mungkin maksudnya "eligible"?',
      'sources.json:3:62 error LYK303 "kind" cannot be "undang-undang"\nhelp: there are: "law", "government-regulation", "presidential-regulation", "presidential-instruction", "ministerial-regulation", "local-regulation", "circular", "memorandum", "agreement", "report"',
      'sources.json:3:62 kesalahan LYK303 "kind" tidak boleh "undang-undang"\nbantuan: yang ada: "law", "government-regulation", "presidential-regulation", "presidential-instruction", "ministerial-regulation", "local-regulation", "circular", "memorandum", "agreement", "report"',
    ],
  },
  {
    behaviour: "empty texts are told",
    changes: [swap(POLICY, `"Sewa kios"`, `" "`), swap(POLICY, `"Dinas Perdagangan"`, `""`)],
    told: [
      'kota/kios/2024-10-01.json:2:20 error LYK304 the text "id" is empty\nhelp: fill it in, or delete its key',
      'kota/kios/2024-10-01.json:2:20 kesalahan LYK304 teks "id" kosong\nbantuan: isi teksnya, atau hapus kuncinya',
      'kota/kios/2024-10-01.json:3:12 error LYK304 the text "owner" is empty\nhelp: fill it in, or delete its key',
      'kota/kios/2024-10-01.json:3:12 kesalahan LYK304 teks "owner" kosong\nbantuan: isi teksnya, atau hapus kuncinya',
    ],
  },
  {
    behaviour: "settings out of their limits are told",
    changes: [
      swap("facts.json", `"minItems": 1`, `"minItems": -1`),
      swap("facts.json", `"maxItems": 3, "label"`, `"maxItems": 0, "label"`),
    ],
    told: [
      'facts.json:12:148 error LYK305 "maxItems" must be at least 1, not 0\nhelp: write at least 1, or delete it',
      'facts.json:12:148 kesalahan LYK305 "maxItems" harus paling sedikit 1, bukan 0\nbantuan: tulis paling sedikit 1, atau hapus',
      'facts.json:15:62 error LYK305 "minItems" must be at least 0, not -1\nhelp: write at least 0, or delete it',
      'facts.json:15:62 kesalahan LYK305 "minItems" harus paling sedikit 0, bukan -1\nbantuan: tulis paling sedikit 0, atau hapus',
    ],
  },
  {
    behaviour: "what must hold something is told when it holds nothing",
    changes: [
      swap(
        "facts.json",
        `"codes": { "AKTIF": { "id": "aktif" }, "NONAKTIF": { "id": "tidak aktif" } }`,
        `"codes": {}`,
      ),
      swap("facts.json", `"actionable": ["AKTIF"]`, `"actionable": true`),
      swap("facts.json", `["vehicle.plate"]`, "[]"),
      swap(
        "parameters.json",
        `[
      { "from": "2024-01-01", "value": "P3M", "provenance": "assumed" }
    ]`,
        "[]",
      ),
      put(
        "kota/kios/2025-01-01.json",
        `{ "title": { "id": "Kosong" }, "owner": "Dinas", "status": "draft", "requirements": [] }`,
      ),
      swap("kota/conditions.json", `"value": "AKTIF"`, `"value": { "fact": "coverage.status" }`),
      withFacts("{}"),
    ],
    told: [
      'facts.json:10:51 error LYK306 "codes" must not be empty\nhelp: write at least one thing in it',
      'facts.json:10:51 kesalahan LYK306 "codes" tidak boleh kosong\nbantuan: tulis sedikitnya satu isi',
      'facts.json:16:60 error LYK306 "facts" must not be empty\nhelp: write at least one thing in it',
      'facts.json:16:60 kesalahan LYK306 "facts" tidak boleh kosong\nbantuan: tulis sedikitnya satu isi',
      'kota/kios/2025-01-01.json:1:85 error LYK306 "requirements" must not be empty\nhelp: write at least one thing in it',
      'kota/kios/2025-01-01.json:1:85 kesalahan LYK306 "requirements" tidak boleh kosong\nbantuan: tulis sedikitnya satu isi',
      'parameters.json:7:104 error LYK306 "values" must not be empty\nhelp: write at least one thing in it',
      'parameters.json:7:104 kesalahan LYK306 "values" tidak boleh kosong\nbantuan: tulis sedikitnya satu isi',
    ],
  },
  {
    behaviour: "days that the calendar does not have are told, with the day that was meant",
    changes: [
      withCondition(
        `{ "any": [ { "fact": "applicant.birthDate", "operator": "before", "value": "2026-02-30" }, { "fact": "applicant.birthDate", "operator": "in", "value": ["22/11/2026", "kemarin"] } ] }`,
      ),
      swap(CASES, `"2026-11-22"`, `"2026-11-31"`),
      swap("parameters.json", `"2024-12-31"`, `"31-12-2024"`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:96 error LYK307 "applicant.birthDate": "2026-02-30" is not a date of the calendar\nhelp: write YYYY-MM-DD, such as "2026-11-22"',
      'kota/kios/2024-10-01.json:12:96 kesalahan LYK307 "applicant.birthDate": "2026-02-30" bukan tanggal yang ada di kalender\nbantuan: tulis TTTT-BB-HH, misalnya "2026-11-22"',
      'kota/kios/2024-10-01.json:12:173 error LYK307 "applicant.birthDate": "22/11/2026" is not a date of the calendar\nhelp: did you mean "2026-11-22"?',
      'kota/kios/2024-10-01.json:12:173 kesalahan LYK307 "applicant.birthDate": "22/11/2026" bukan tanggal yang ada di kalender\nbantuan: mungkin maksudnya "2026-11-22"?',
      'kota/kios/2024-10-01.json:12:187 error LYK307 "applicant.birthDate": "kemarin" is not a date of the calendar\nhelp: write YYYY-MM-DD, such as "2026-11-22"',
      'kota/kios/2024-10-01.json:12:187 kesalahan LYK307 "applicant.birthDate": "kemarin" bukan tanggal yang ada di kalender\nbantuan: tulis TTTT-BB-HH, misalnya "2026-11-22"',
      'kota/kios/cases.json:2:30 error LYK307 "asOf": "2026-11-31" is not a date of the calendar\nhelp: write YYYY-MM-DD, such as "2026-11-22"',
      'kota/kios/cases.json:2:30 kesalahan LYK307 "asOf": "2026-11-31" bukan tanggal yang ada di kalender\nbantuan: tulis TTTT-BB-HH, misalnya "2026-11-22"',
      'parameters.json:11:40 error LYK307 "batas": "31-12-2024" is not a date of the calendar\nhelp: did you mean "2024-12-31"?',
      'parameters.json:11:40 kesalahan LYK307 "batas": "31-12-2024" bukan tanggal yang ada di kalender\nbantuan: mungkin maksudnya "2024-12-31"?',
    ],
  },
  {
    behaviour: "values of the wrong type are told with how to write them",
    changes: [
      withCondition(
        `{ "all": [
          { "fact": "blacklisted", "operator": "equal", "value": "false" },
          { "fact": "household.size", "operator": "equal", "value": 2.5 },
          { "fact": "household.size", "operator": "equal", "value": "2" },
          { "fact": "retribution.paid", "operator": "equal", "value": 0.5 },
          { "fact": "market.section", "operator": "equal", "value": 1 },
          { "fact": "market.section", "operator": "equal", "value": 3 },
          { "fact": "coverage.status", "operator": "in", "value": "AKTIF" },
          { "fact": "coverage.status", "operator": "equal", "value": ["AKTIF"] },
          { "fact": "vehicle.plate", "operator": "equal", "value": 1234 },
          { "fact": "applicant.birthDate", "operator": "equal", "value": 2026 },
          { "fact": "coverage.status", "operator": "in", "value": [["AKTIF"]] } ] }`,
      ),
      withFacts(`{ "blacklisted": "ya", "drivers": {}, "vehicles": [1] }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:66 error LYK308 the value of "blacklisted" must be true or false, not text "false"\nhelp: write false',
      'kota/kios/2024-10-01.json:13:66 kesalahan LYK308 nilai "blacklisted" harus true atau false, bukan teks "false"\nbantuan: tulis false',
      'kota/kios/2024-10-01.json:14:69 error LYK308 the value of "household.size" must be a whole number, not the number 2.5\nhelp: write 2 or 3',
      'kota/kios/2024-10-01.json:14:69 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan angka 2.5\nbantuan: tulis 2 atau 3',
      'kota/kios/2024-10-01.json:15:69 error LYK308 the value of "household.size" must be a whole number, not text "2"\nhelp: write 2',
      'kota/kios/2024-10-01.json:15:69 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan teks "2"\nbantuan: tulis 2',
      'kota/kios/2024-10-01.json:16:71 error LYK308 the value of "retribution.paid" must be whole rupiah, not the number 0.5\nhelp: write 0 or 1',
      'kota/kios/2024-10-01.json:16:71 kesalahan LYK308 nilai "retribution.paid" harus rupiah bulat, bukan angka 0.5\nbantuan: tulis 0 atau 1',
      'kota/kios/2024-10-01.json:17:69 error LYK308 the value of "market.section" must be one of the codes, not the number 1\nhelp: write "1"',
      'kota/kios/2024-10-01.json:17:69 kesalahan LYK308 nilai "market.section" harus salah satu kode, bukan angka 1\nbantuan: tulis "1"',
      'kota/kios/2024-10-01.json:18:69 error LYK308 the value of "market.section" must be one of the codes, not the number 3\nhelp: there are: "1", "2"',
      'kota/kios/2024-10-01.json:18:69 kesalahan LYK308 nilai "market.section" harus salah satu kode, bukan angka 3\nbantuan: yang ada: "1", "2"',
      'kota/kios/2024-10-01.json:19:67 error LYK308 the value of "coverage.status" must be a list in [ ], not text "AKTIF"\nhelp: write ["AKTIF"]',
      'kota/kios/2024-10-01.json:19:67 kesalahan LYK308 nilai "coverage.status" harus daftar dalam tanda [ ], bukan teks "AKTIF"\nbantuan: tulis ["AKTIF"]',
      'kota/kios/2024-10-01.json:20:70 error LYK308 the operator "equal" compares "coverage.status" with one value, not with a list\nhelp: for a list use the operator "in"; for one value, delete [ ]',
      'kota/kios/2024-10-01.json:20:70 kesalahan LYK308 operator "equal" membandingkan "coverage.status" dengan satu nilai, bukan daftar\nbantuan: untuk daftar pakai operator "in"; untuk satu nilai, hapus [ ]',
      'kota/kios/2024-10-01.json:21:68 error LYK308 the value of "vehicle.plate" must be text, not the number 1234\nhelp: write "1234"',
      'kota/kios/2024-10-01.json:21:68 kesalahan LYK308 nilai "vehicle.plate" harus teks, bukan angka 1234\nbantuan: tulis "1234"',
      'kota/kios/2024-10-01.json:22:74 error LYK308 the value of "applicant.birthDate" must be a date "YYYY-MM-DD", not the number 2026\nhelp: write, for instance, "2026-11-22"',
      'kota/kios/2024-10-01.json:22:74 kesalahan LYK308 nilai "applicant.birthDate" harus tanggal "TTTT-BB-HH", bukan angka 2026\nbantuan: tulis, misalnya, "2026-11-22"',
      'kota/kios/2024-10-01.json:23:68 error LYK308 the value of "coverage.status" must be one of the codes, not a list [ ]\nhelp: write "AKTIF"',
      'kota/kios/2024-10-01.json:23:68 kesalahan LYK308 nilai "coverage.status" harus salah satu kode, bukan daftar [ ]\nbantuan: tulis "AKTIF"',
      'kota/kios/cases.json:2:70 error LYK308 the value of "blacklisted" must be true or false, not text "ya"\nhelp: write true',
      'kota/kios/cases.json:2:70 kesalahan LYK308 nilai "blacklisted" harus true atau false, bukan teks "ya"\nbantuan: tulis true',
      'kota/kios/cases.json:2:87 error LYK302 "drivers" must be a list [ ], not an object { }\nhelp: write, for instance, [{ … }]',
      'kota/kios/cases.json:2:87 kesalahan LYK302 "drivers" harus daftar [ ], bukan objek { }\nbantuan: tulis, misalnya, [{ … }]',
      'kota/kios/cases.json:2:104 error LYK302 "vehicles[0]" must be an object { }, not the number 1\nhelp: write an object { }',
      'kota/kios/cases.json:2:104 kesalahan LYK302 "vehicles[0]" harus objek { }, bukan angka 1\nbantuan: tulis objek { }',
    ],
  },
  {
    behaviour: "thousands dots are told of whole numbers and money, written or quoted",
    changes: [
      swap("parameters.json", "16800", "16.800"),
      swap("parameters.json", "8400", `"Rp8.400"`),
      withCondition(
        `{ "any": [ { "fact": "retribution.paid", "operator": "equal", "value": 1.000 }, { "fact": "household.size", "operator": "equal", "value": "1.000" } ] }`,
      ),
      withFacts(`{ "retribution.paid": 16.800, "land.hectares": 1.500 }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:92 error LYK309 the value of "retribution.paid", "1.000", has thousands separators\nhelp: write 1000; in JSON a dot begins the decimals',
      'kota/kios/2024-10-01.json:12:92 kesalahan LYK309 nilai "retribution.paid", "1.000", memakai pemisah ribuan\nbantuan: tulis 1000; dalam JSON titik memulai desimal',
      'kota/kios/2024-10-01.json:12:159 error LYK309 the value of "household.size", "1.000", has thousands separators\nhelp: write 1000; in JSON a dot begins the decimals',
      'kota/kios/2024-10-01.json:12:159 kesalahan LYK309 nilai "household.size", "1.000", memakai pemisah ribuan\nbantuan: tulis 1000; dalam JSON titik memulai desimal',
      'kota/kios/cases.json:2:75 error LYK309 the value of "retribution.paid", "16.800", has thousands separators\nhelp: write 16800; in JSON a dot begins the decimals',
      'kota/kios/cases.json:2:75 kesalahan LYK309 nilai "retribution.paid", "16.800", memakai pemisah ribuan\nbantuan: tulis 16800; dalam JSON titik memulai desimal',
      'parameters.json:4:40 error LYK309 the value of "iuran", "16.800", has thousands separators\nhelp: write 16800; in JSON a dot begins the decimals',
      'parameters.json:4:40 kesalahan LYK309 nilai "iuran", "16.800", memakai pemisah ribuan\nbantuan: tulis 16800; dalam JSON titik memulai desimal',
      'parameters.json:5:40 error LYK309 the value of "iuran", "Rp8.400", has thousands separators\nhelp: write 8400; in JSON a dot begins the decimals',
      'parameters.json:5:40 kesalahan LYK309 nilai "iuran", "Rp8.400", memakai pemisah ribuan\nbantuan: tulis 8400; dalam JSON titik memulai desimal',
    ],
  },
  {
    behaviour: "durations that are none are told with how they are written",
    changes: [
      swap("parameters.json", `"P3M"`, `"3 bulan"`),
      swap("parameters.json", `"value": "2024-12-31"`, `"value": "P3M"`),
      withCondition(
        `{ "any": [ { "fact": "applicant.birthDate", "operator": "before", "value": { "fact": "asOf", "params": { "minus": "17Y" } } }, { "fact": "applicant.birthDate", "operator": "before", "value": { "fact": "asOf", "params": { "minus": 17 } } } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:12:135 error LYK310 "minus": "17Y" is not a duration\nhelp: write PnYnMnWnD: "P3M" is three months, "P17Y" seventeen years, "P14D" fourteen days',
      'kota/kios/2024-10-01.json:12:135 kesalahan LYK310 "minus": "17Y" bukan jangka waktu\nbantuan: tulis PnYnMnWnD: "P3M" tiga bulan, "P17Y" tujuh belas tahun, "P14D" empat belas hari',
      'kota/kios/2024-10-01.json:12:251 error LYK302 "minus" must be a duration such as "P3M" or { "fact": "parameter.…" }, not the number 17\nhelp: write a duration such as "P3M" or { "fact": "parameter.…" }',
      'kota/kios/2024-10-01.json:12:251 kesalahan LYK302 "minus" harus jangka waktu seperti "P3M" atau { "fact": "parameter.…" }, bukan angka 17\nbantuan: tulis jangka waktu seperti "P3M" atau { "fact": "parameter.…" }',
      'parameters.json:8:40 error LYK310 "masaTenggang": "3 bulan" is not a duration\nhelp: did you mean "P3M"?',
      'parameters.json:8:40 kesalahan LYK310 "masaTenggang": "3 bulan" bukan jangka waktu\nbantuan: mungkin maksudnya "P3M"?',
      'parameters.json:11:40 error LYK307 "batas": "P3M" is not a date of the calendar\nhelp: write YYYY-MM-DD, such as "2026-11-22"',
      'parameters.json:11:40 kesalahan LYK307 "batas": "P3M" bukan tanggal yang ada di kalender\nbantuan: tulis TTTT-BB-HH, misalnya "2026-11-22"',
    ],
  },
  {
    behaviour: "a parameter of type duration is told when its value is no text",
    changes: [swap("parameters.json", `"P3M"`, "3")],
    told: [
      'parameters.json:8:40 error LYK308 the value of "masaTenggang" must be a duration, such as "P3M", not the number 3\nhelp: write, for instance, "P3M" (three months)',
      'parameters.json:8:40 kesalahan LYK308 nilai "masaTenggang" harus jangka waktu, misalnya "P3M", bukan angka 3\nbantuan: tulis, misalnya, "P3M" (tiga bulan)',
    ],
  },
  {
    behaviour: "a least that exceeds the most is told",
    changes: [
      swap("facts.json", `"minimum": 1, "maximum": 30`, `"minimum": 30, "maximum": 1`),
      swap("facts.json", `"minItems": 1, "maxItems": 3`, `"minItems": 4, "maxItems": 3`),
    ],
    told: [
      'facts.json:4:55 error LYK311 "minimum" (30) exceeds "maximum" (1)\nhelp: swap them, or put one right',
      'facts.json:4:55 kesalahan LYK311 "minimum" (30) melebihi "maximum" (1)\nbantuan: tukar keduanya, atau perbaiki salah satunya',
      'facts.json:15:62 error LYK311 "minItems" (4) exceeds "maxItems" (3)\nhelp: swap them, or put one right',
      'facts.json:15:62 kesalahan LYK311 "minItems" (4) melebihi "maxItems" (3)\nbantuan: tukar keduanya, atau perbaiki salah satunya',
    ],
  },
  {
    behaviour: "a pattern that is no regular expression is told",
    changes: [swap("facts.json", `"[A-Z]+ [0-9]+"`, `"[A-Z+"`)],
    told: [
      'facts.json:8:53 error LYK312 the pattern "[A-Z+" is not a regular expression\nhelp: write a JavaScript regular expression for the whole text, without slashes around it',
      'facts.json:8:53 kesalahan LYK312 pola "[A-Z+" bukan ekspresi reguler\nbantuan: tulis ekspresi reguler JavaScript untuk seluruh teks, tanpa garis miring di tepinya',
    ],
  },
  {
    behaviour:
      "values out of their fact's limits are told of parameters, cases and actionable values",
    changes: [
      put(
        "kota/parameters.json",
        `{ "parameters": { "anggota": { "type": "integer", "minimum": 1, "label": { "id": "A" }, "sources": [], "values": [{ "from": "2024-01-01", "value": 0, "provenance": "assumed" }] } } }`,
      ),
      swap(
        "facts.json",
        `"minimum": 1, "maximum": 30,`,
        `"minimum": 1, "maximum": 30, "actionable": [31],`,
      ),
      withFacts(
        `{ "vehicle.plate": "A-1234", "coverage.programmes": ["JKK", null, "JKM", "JKK"], "coverage.status": null }`,
      ),
    ],
    told: [
      'facts.json:4:88 error LYK313 the value of "household.size" must be at most 30, not 31\nhelp: put the value right, or the limit that is written for it',
      'facts.json:4:88 kesalahan LYK313 nilai "household.size" harus paling banyak 30, bukan 31\nbantuan: perbaiki nilainya, atau batas yang ditulis untuknya',
      'kota/kios/cases.json:2:72 error LYK313 the value of "vehicle.plate" must be text of the pattern "[A-Z]+ [0-9]+", not "A-1234"\nhelp: put the value right, or the limit that is written for it',
      'kota/kios/cases.json:2:72 kesalahan LYK313 nilai "vehicle.plate" harus teks berpola "[A-Z]+ [0-9]+", bukan "A-1234"\nbantuan: perbaiki nilainya, atau batas yang ditulis untuknya',
      'kota/kios/cases.json:2:105 error LYK313 the value of "coverage.programmes" must be a list of at most 3 items, not a list [ ]\nhelp: put the value right, or the limit that is written for it',
      'kota/kios/cases.json:2:105 kesalahan LYK313 nilai "coverage.programmes" harus paling banyak 3 isi, bukan daftar [ ]\nbantuan: perbaiki nilainya, atau batas yang ditulis untuknya',
      'kota/parameters.json:1:148 error LYK313 the value of "anggota" must be at least 1, not 0\nhelp: put the value right, or the limit that is written for it',
      'kota/parameters.json:1:148 kesalahan LYK313 nilai "anggota" harus paling sedikit 1, bukan 0\nbantuan: perbaiki nilainya, atau batas yang ditulis untuknya',
    ],
  },
  {
    behaviour: "an actionable value that is no value of the fact is told",
    changes: [swap("facts.json", `"actionable": ["AKTIF"]`, `"actionable": ["AKTF"]`)],
    told: [
      'facts.json:10:213 error LYK209 "AKTF" is not a code of "coverage.status"\nhelp: did you mean "AKTIF"?',
      'facts.json:10:213 kesalahan LYK209 "AKTF" bukan kode "coverage.status"\nbantuan: mungkin maksudnya "AKTIF"?',
    ],
  },
  {
    behaviour: "values of a parameter out of order are told",
    changes: [swap("parameters.json", `"2026-01-01"`, `"2023-01-01"`)],
    told: [
      "parameters.json:5:17 error LYK314 the value from 2023-01-01 stands after the value from 2024-01-01\nhelp: put the oldest first",
      "parameters.json:5:17 kesalahan LYK314 nilai mulai 2023-01-01 berada setelah nilai mulai 2024-01-01\nbantuan: urutkan dari yang paling lama",
    ],
  },
  {
    behaviour: "two values of a parameter from one day are told",
    changes: [swap("parameters.json", `"2026-01-01"`, `"2024-01-01"`)],
    told: [
      "parameters.json:5:17 error LYK315 two values hold from 2024-01-01\nhelp: delete one of them",
      "parameters.json:5:17 kesalahan LYK315 dua nilai berlaku mulai 2024-01-01\nbantuan: hapus salah satunya",
    ],
  },
  {
    behaviour: "confirmed needs who and when, on requirements, parameters and conditions",
    changes: [
      swap(POLICY, `"provenance": "reported"`, `"provenance": "confirmed"`),
      swap(
        "parameters.json",
        `"provenance": "reported"`,
        `"provenance": "confirmed", "by": "Sekretaris"`,
      ),
      withCondition(`{ "condition": "aktif", "provenance": "confirmed", "on": "2024-10-01" }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:11:21 error LYK316 "confirmed" needs "by" and "on"\nhelp: write who saw the instrument ("by") and when ("on"), or use "reported"',
      'kota/kios/2024-10-01.json:11:21 kesalahan LYK316 "confirmed" memerlukan "by" dan "on"\nbantuan: tulis siapa yang melihat naskahnya ("by") dan kapan ("on"), atau pakai "reported"',
      'kota/kios/2024-10-01.json:12:59 error LYK316 "confirmed" needs "by"\nhelp: write who saw the instrument ("by") and when ("on"), or use "reported"',
      'kota/kios/2024-10-01.json:12:59 kesalahan LYK316 "confirmed" memerlukan "by"\nbantuan: tulis siapa yang melihat naskahnya ("by") dan kapan ("on"), atau pakai "reported"',
      'parameters.json:4:61 error LYK316 "confirmed" needs "on"\nhelp: write who saw the instrument ("by") and when ("on"), or use "reported"',
      'parameters.json:4:61 kesalahan LYK316 "confirmed" memerlukan "on"\nbantuan: tulis siapa yang melihat naskahnya ("by") dan kapan ("on"), atau pakai "reported"',
    ],
  },
  {
    behaviour: "only what is assumed may do without sources",
    changes: [
      swap(POLICY, `[{ "source": "uu-24-2011", "article": "17" }]`, "[]"),
      swap("parameters.json", `[{ "source": "uu-24-2011" }]`, "[]"),
    ],
    told: [
      'kota/kios/2024-10-01.json:10:18 error LYK317 "reported" needs at least one source\nhelp: name the source in "sources", or use "assumed"',
      'kota/kios/2024-10-01.json:10:18 kesalahan LYK317 "reported" memerlukan sedikitnya satu sumber\nbantuan: sebutkan sumbernya dalam "sources", atau pakai "assumed"',
      'parameters.json:3:72 error LYK317 "reported" needs at least one source\nhelp: name the source in "sources", or use "assumed"',
      'parameters.json:3:72 kesalahan LYK317 "reported" memerlukan sedikitnya satu sumber\nbantuan: sebutkan sumbernya dalam "sources", atau pakai "assumed"',
    ],
  },
  {
    behaviour: "a fact that a group lists twice is told",
    changes: [swap("facts.json", `["vehicle.plate"]`, `["vehicle.plate", "vehicle.plate"]`)],
    told: [
      'facts.json:16:78 error LYK318 "vehicle.plate" is listed twice\nhelp: delete one of them',
      'facts.json:16:78 kesalahan LYK318 "vehicle.plate" ditulis dua kali\nbantuan: hapus salah satunya',
    ],
  },
  {
    behaviour: "a source's date that is none is told",
    changes: [swap("sources.json", `"date": "2011"`, `"date": "2011-13", "until": "besok"`)],
    told: [
      'sources.json:3:77 error LYK319 "date": "2011-13" is not a source\'s date\nhelp: write YYYY, YYYY-MM or YYYY-MM-DD, such as "2011" or "2024-09-26"',
      'sources.json:3:77 kesalahan LYK319 "date": "2011-13" bukan tanggal sumber\nbantuan: tulis TTTT, TTTT-BB atau TTTT-BB-HH, misalnya "2011" atau "2024-09-26"',
      'sources.json:3:97 error LYK319 "until": "besok" is not a source\'s date\nhelp: write YYYY, YYYY-MM or YYYY-MM-DD, such as "2011" or "2024-09-26"',
      'sources.json:3:97 kesalahan LYK319 "until": "besok" bukan tanggal sumber\nbantuan: tulis TTTT, TTTT-BB atau TTTT-BB-HH, misalnya "2011" atau "2024-09-26"',
    ],
  },
  {
    behaviour: "a comparison with a fraction is told the whole number that leaves it as it is",
    changes: [
      withCondition(
        `{ "all": [
          { "fact": "household.size", "operator": "greaterThan", "value": 4.5 },
          { "fact": "household.size", "operator": "not:lessThanInclusive", "value": "4,5" },
          { "fact": "household.size", "operator": "lessThan", "value": 4.5 },
          { "fact": "retribution.paid", "operator": "greaterThanInclusive", "value": 4.5 },
          { "fact": "household.size", "operator": "in", "value": [4.5] } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:75 error LYK308 the value of "household.size" must be a whole number, not the number 4.5\nhelp: write 4',
      'kota/kios/2024-10-01.json:13:75 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan angka 4.5\nbantuan: tulis 4',
      'kota/kios/2024-10-01.json:14:85 error LYK308 the value of "household.size" must be a whole number, not text "4,5"\nhelp: write 4',
      'kota/kios/2024-10-01.json:14:85 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan teks "4,5"\nbantuan: tulis 4',
      'kota/kios/2024-10-01.json:15:72 error LYK308 the value of "household.size" must be a whole number, not the number 4.5\nhelp: write 5',
      'kota/kios/2024-10-01.json:15:72 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan angka 4.5\nbantuan: tulis 5',
      'kota/kios/2024-10-01.json:16:86 error LYK308 the value of "retribution.paid" must be whole rupiah, not the number 4.5\nhelp: write 5',
      'kota/kios/2024-10-01.json:16:86 kesalahan LYK308 nilai "retribution.paid" harus rupiah bulat, bukan angka 4.5\nbantuan: tulis 5',
      'kota/kios/2024-10-01.json:17:67 error LYK308 the value of "household.size" must be a whole number, not the number 4.5\nhelp: write 4 or 5',
      'kota/kios/2024-10-01.json:17:67 kesalahan LYK308 nilai "household.size" harus bilangan bulat, bukan angka 4.5\nbantuan: tulis 4 atau 5',
    ],
  },
  {
    behaviour: "a value that stands twice in the list of a comparison is told",
    changes: [
      withCondition(
        `{ "any": [
          { "fact": "coverage.status", "operator": "in", "value": ["AKTIF", "NONAKTIF", "AKTIF"] },
          { "fact": "household.size", "operator": "notIn", "value": [2, 3, 2] } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:89 error LYK318 "AKTIF" is listed twice\nhelp: delete one of them',
      'kota/kios/2024-10-01.json:13:89 kesalahan LYK318 "AKTIF" ditulis dua kali\nbantuan: hapus salah satunya',
      'kota/kios/2024-10-01.json:14:76 error LYK318 "2" is listed twice\nhelp: delete one of them',
      'kota/kios/2024-10-01.json:14:76 kesalahan LYK318 "2" ditulis dua kali\nbantuan: hapus salah satunya',
    ],
  },
  {
    behaviour: "null is told as not allowed, in conditions too",
    changes: [
      swap(POLICY, `"Dinas Perdagangan"`, "null"),
      withCondition(
        `{ "all": [ null, { "fact": "blacklisted", "operator": "equal", "value": null }, { "fact": "coverage.status", "operator": "in", "value": ["AKTIF", null] } ] }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:3:12 error LYK320 "owner" cannot be null\nhelp: write a value, or delete it',
      'kota/kios/2024-10-01.json:3:12 kesalahan LYK320 "owner" tidak boleh null\nbantuan: tulis nilainya, atau hapus',
      'kota/kios/2024-10-01.json:12:32 error LYK320 "all[0]" cannot be null\nhelp: write a value, or delete it',
      'kota/kios/2024-10-01.json:12:32 kesalahan LYK320 "all[0]" tidak boleh null\nbantuan: tulis nilainya, atau hapus',
      "kota/kios/2024-10-01.json:12:93 error LYK320 \"blacklisted\" cannot be compared with null\nhelp: an absent fact is always unknown; give 'none' a code of its own",
      "kota/kios/2024-10-01.json:12:93 kesalahan LYK320 \"blacklisted\" tidak dapat dibandingkan dengan null\nbantuan: fakta yang tidak ada selalu belum diketahui; beri 'tidak ada' kode tersendiri",
      'kota/kios/2024-10-01.json:12:167 error LYK320 "coverage.status" cannot be null\nhelp: write a value, or delete it',
      'kota/kios/2024-10-01.json:12:167 kesalahan LYK320 "coverage.status" tidak boleh null\nbantuan: tulis nilainya, atau hapus',
    ],
  },
  {
    behaviour: "a source that ends before its date is told",
    changes: [swap("sources.json", `"date": "2011"`, `"date": "2011-05", "until": "2011-04-30"`)],
    told: [
      'sources.json:3:97 error LYK321 the source ends (2011-04-30) before its date (2011-05)\nhelp: put one right, or delete "until"',
      'sources.json:3:97 kesalahan LYK321 sumber ini berakhir (2011-04-30) sebelum tanggalnya (2011-05)\nbantuan: perbaiki salah satunya, atau hapus "until"',
    ],
  },
];
