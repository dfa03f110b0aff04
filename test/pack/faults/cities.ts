import type { Fault } from "../support/fault.ts";
import { POLICY, put, RULES, swap, withCondition } from "../support/rules.ts";

const CITY = "kota/city.json";
const city = (more: string) => put(CITY, `{ "label": { "id": "Kota" }${more} }`);
const applicant = (kind: string) => swap(POLICY, `"status"`, `"applicant": "${kind}",\n  "status"`);
const everyDriver = withCondition(`{ "every": "drivers", "conditions": { "condition": "aktif" } }`);
const nationalSources = RULES["sources.json"] ?? "";
const ownParameters = (parameter: string) =>
  put("kota/parameters.json", `{ "parameters": {\n  "batas": ${parameter}\n} }`);

/** Cities, who applies there, and what of the nation's they override. */
export const CITY_FAULTS: readonly Fault[] = [
  {
    behaviour: "a city may say its name, its area and its offices",
    changes: [city(`, "area": "3673", "offices": { "dishub": { "id": "Dinas Perhubungan" } }`)],
    told: [],
  },
  {
    behaviour: "an area code is two or four digits without dots",
    changes: [city(`, "area": "36.73"`)],
    told: [
      'kota/city.json:1:38 error LYK323 "area": "36.73" is not an area code\nhelp: write two digits for a province or four for a city or regency, without a dot: "36", "3673"',
      'kota/city.json:1:38 kesalahan LYK323 "area": "36.73" bukan kode wilayah\nbantuan: tulis dua angka untuk provinsi atau empat untuk kota dan kabupaten, tanpa titik: "36", "3673"',
    ],
  },
  {
    behaviour: "two cities cannot have one area code",
    changes: [
      city(`, "area": "3673"`),
      put("kota-lain/city.json", `{ "label": { "id": "Lain" }, "area": "3673" }`),
    ],
    told: [
      'kota/city.json:1:38 error LYK324 the area code "3673" is that of "kota-lain" already\nhelp: each city has an area code of its own: mend one "area"',
      'kota/city.json:1:38 kesalahan LYK324 kode wilayah "3673" sudah dipakai "kota-lain"\nbantuan: setiap kota punya kode wilayahnya sendiri: perbaiki salah satu "area"',
    ],
  },
  {
    behaviour: "cities without an area code, or with others, are nobody's fault",
    changes: [
      city(`, "area": "3673"`),
      put("kota-lain/city.json", `{ "label": { "id": "Lain" }, "area": "3674" }`),
      put("kota-baru/city.json", `{ "label": { "id": "Baru" } }`),
      put("kota-lama/city.json", `{ "label": { "id": "Lama" } }`),
    ],
    told: [],
  },
  {
    behaviour: "an office's code is an id like others",
    changes: [city(`, "offices": { "Satpol PP": { "id": "Satpol PP" } }`)],
    told: [
      'kota/city.json:1:43 error LYK210 "Satpol PP" is not an id\nhelp: small letters and digits, joined by hyphens, such as "bpjs-aktif"',
      'kota/city.json:1:43 kesalahan LYK210 "Satpol PP" bukan id\nbantuan: huruf kecil dan angka, dirangkai tanda hubung, misalnya "bpjs-aktif"',
    ],
  },
  {
    behaviour: "a city needs a name",
    changes: [put(CITY, "{}")],
    told: [
      'kota/city.json:1:1 error LYK301 the key "label" is missing\nhelp: add it, such as "label": { "id": "Nama yang dibaca orang" }',
      'kota/city.json:1:1 kesalahan LYK301 kunci "label" tidak ada\nbantuan: tambahkan, misalnya "label": { "id": "Nama yang dibaca orang" }',
    ],
  },
  {
    behaviour: "an applicant of another kind is told with the kinds there are",
    changes: [applicant("bussiness")],
    told: [
      'kota/kios/2024-10-01.json:4:16 error LYK303 "applicant" cannot be "bussiness"\nhelp: did you mean "business"?',
      'kota/kios/2024-10-01.json:4:16 kesalahan LYK303 "applicant" tidak boleh "bussiness"\nbantuan: mungkin maksudnya "business"?',
    ],
  },
  {
    behaviour: "a person's coverage may be read of a person",
    changes: [applicant("person")],
    told: [],
  },
  {
    behaviour: "a business has no coverage of its own",
    changes: [applicant("business")],
    told: [
      'kota/kios/2024-10-01.json:13:21 error LYK514 the registry\'s fact "coverage.status" is read of the applicant, who is a business\nhelp: registries are asked by a person\'s NIK: read the fact of the items of a group ("every", "some"), or write "applicant": "person"',
      'kota/kios/2024-10-01.json:13:21 kesalahan LYK514 fakta registri "coverage.status" dibaca dari pemohon, tetapi pemohonnya badan usaha\nbantuan: registri dicari dengan NIK perorangan: baca fakta ini dari anggota sebuah grup ("every", "some"), atau tulis "applicant": "person"',
    ],
  },
  {
    behaviour: "nor what is computed from it",
    changes: [
      swap(
        "facts.json",
        `"market.section":`,
        `"arrears": { "type": "integer", "compute": { "operation": "monthsBetween", "of": [{ "fact": "coverage.paidThrough" }, { "fact": "asOf" }] }, "label": { "id": "Tunggakan" }, "source": "system", "personal": true },\n    "market.section":`,
      ),
      applicant("business"),
      withCondition(`{ "fact": "arrears", "operator": "lessThan", "value": 3 }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:13:21 error LYK514 the registry\'s fact "coverage.paidThrough" is read of the applicant, who is a business\nhelp: registries are asked by a person\'s NIK: read the fact of the items of a group ("every", "some"), or write "applicant": "person"',
      'kota/kios/2024-10-01.json:13:21 kesalahan LYK514 fakta registri "coverage.paidThrough" dibaca dari pemohon, tetapi pemohonnya badan usaha\nbantuan: registri dicari dengan NIK perorangan: baca fakta ini dari anggota sebuah grup ("every", "some"), atau tulis "applicant": "person"',
    ],
  },
  {
    behaviour: "nor has an office, whose scope reads it too",
    changes: [
      city(`, "offices": { "dishub": { "id": "Dishub" } }`),
      applicant("office"),
      everyDriver,
      swap(POLICY, `"status"`, `"scope": { "condition": "aktif" },\n  "status"`),
    ],
    told: [
      'kota/kios/2024-10-01.json:5:12 error LYK514 the registry\'s fact "coverage.status" is read of the applicant, who is an office\nhelp: registries are asked by a person\'s NIK: read the fact of the items of a group ("every", "some"), or write "applicant": "person"',
      'kota/kios/2024-10-01.json:5:12 kesalahan LYK514 fakta registri "coverage.status" dibaca dari pemohon, tetapi pemohonnya perangkat daerah\nbantuan: registri dicari dengan NIK perorangan: baca fakta ini dari anggota sebuah grup ("every", "some"), atau tulis "applicant": "person"',
    ],
  },
  {
    behaviour: "an office applies where the city has offices, with its people in a group",
    changes: [
      city(`, "offices": { "dishub": { "id": "Dishub" } }`),
      applicant("office"),
      everyDriver,
      put(
        "kota/kios/cases.json",
        `[ { "name": "Lunas", "asOf": "2026-11-22", "facts": { "drivers": [ { "coverage.status": "AKTIF" } ] }, "expect": { "outcome": "eligible" } } ]`,
      ),
    ],
    told: [],
  },
  {
    behaviour: "an office cannot apply where the city has none",
    changes: [applicant("office"), everyDriver],
    told: [
      'kota/kios/2024-10-01.json:4:16 error LYK515 the applicant is an office, but "kota" names none\nhelp: write their codes and names in "offices" of kota/city.json',
      'kota/kios/2024-10-01.json:4:16 kesalahan LYK515 pemohonnya perangkat daerah, tetapi "kota" belum menyebut satu pun\nbantuan: tulis kode dan namanya dalam "offices" di kota/city.json',
    ],
  },
  {
    behaviour: "a city's file that is wrong is told once, and not again by those who apply",
    changes: [city(`, "ofices": {}`), applicant("office"), everyDriver],
    told: [
      'kota/city.json:1:30 error LYK201 unknown key "ofices"\nhelp: did you mean "offices"?',
      'kota/city.json:1:30 kesalahan LYK201 kunci "ofices" tidak dikenal\nbantuan: mungkin maksudnya "offices"?',
    ],
  },
  {
    behaviour: "a city's own source that is the nation's is told, whatever its notes",
    changes: [
      put(
        "kota/sources.json",
        nationalSources.replace(`"text": "seen"`, `"text": "seen", "note": { "id": "Salinan" }`),
      ),
    ],
    told: [
      'kota/sources.json:3:5 warning LYK806 "uu-24-2011" is the same as the national one\nhelp: delete it, so that the national sources.json holds, also when it changes',
      'kota/sources.json:3:5 peringatan LYK806 "uu-24-2011" sama dengan yang nasional\nbantuan: hapus, supaya sources.json nasional yang berlaku, juga bila berubah',
    ],
  },
  {
    behaviour: "so is a parameter, whatever the order of its keys",
    changes: [
      ownParameters(
        `{ "label": { "id": "Batas" }, "type": "date", "sources": [], "values": [ { "value": "2024-12-31", "from": "2024-01-01", "provenance": "assumed", "note": { "id": "Salinan" } } ] }`,
      ),
    ],
    told: [
      'kota/parameters.json:2:3 warning LYK806 "batas" is the same as the national one\nhelp: delete it, so that the national parameters.json holds, also when it changes',
      'kota/parameters.json:2:3 peringatan LYK806 "batas" sama dengan yang nasional\nbantuan: hapus, supaya parameters.json nasional yang berlaku, juga bila berubah',
    ],
  },
  {
    behaviour: "a city's own amount is nobody's fault",
    changes: [
      ownParameters(
        `{ "type": "date", "label": { "id": "Batas" }, "sources": [], "values": [ { "from": "2024-01-01", "value": "2025-12-31", "provenance": "assumed" } ] }`,
      ),
    ],
    told: [],
  },
];
