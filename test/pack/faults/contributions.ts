import type { Fault } from "../support/fault.ts";
import { type Change, put, swap } from "../support/rules.ts";

const SEGMENT = `"coverage.segment": { "type": "code", "codes": { "BPU": { "id": "BPU" }, "PU": { "id": "PU" } }, "label": { "id": "Segmen" }, "source": "registry:coverage", "personal": true },\n    "coverage.programmes"`;
const SEGMENTS = swap("facts.json", `"coverage.programmes"`, SEGMENT);

/** What "iuran" pays for. */
const pays = (contribution: string): Change =>
  swap("parameters.json", `"iuran": {`, `"iuran": { "contributionOf": ${contribution},`);

const PARAMETER = `"label": { "id": "Iuran" }, "sources": [], "values": [{ "from": "2025-01-01", "provenance": "assumed", "value": 5000 }]`;

/** Another parameter, the nation's or a city's. */
const other = (contribution: string) =>
  `"lain": {\n         "contributionOf": ${contribution}, "type": "money", ${PARAMETER} }`;

const BPU = `{ "segment": "BPU", "programmes": ["JKK", "JKM"] }`;

/** Parameters that say what they pay for. */
export const CONTRIBUTION_FAULTS: readonly Fault[] = [
  {
    behaviour: "a contribution for a segment and programmes that are none",
    changes: [SEGMENTS, pays(`{ "segment": "BPUU", "programmes": ["JKK", "JKX", "JKK"] }`)],
    told: [
      'parameters.json:3:47 error LYK209 "BPUU" is not a code of "coverage.segment"\nhelp: did you mean "BPU"?',
      'parameters.json:3:47 kesalahan LYK209 "BPUU" bukan kode "coverage.segment"\nbantuan: mungkin maksudnya "BPU"?',
      'parameters.json:3:77 error LYK209 "JKX" is not a code of "coverage.programmes"\nhelp: did you mean "JKK"?',
      'parameters.json:3:77 kesalahan LYK209 "JKX" bukan kode "coverage.programmes"\nbantuan: mungkin maksudnya "JKK"?',
      'parameters.json:3:84 error LYK318 "JKK" is listed twice\nhelp: delete one of them',
      'parameters.json:3:84 kesalahan LYK318 "JKK" ditulis dua kali\nbantuan: hapus salah satunya',
    ],
  },
  {
    behaviour: "a contribution for a segment where no fact tells of segments",
    changes: [pays(BPU)],
    told: [
      'parameters.json:3:47 error LYK203 unknown fact "coverage.segment"\nhelp: choose one of the ids in facts.json, or add it there',
      'parameters.json:3:47 kesalahan LYK203 fakta "coverage.segment" tidak dikenal\nbantuan: pilih salah satu id dalam facts.json, atau tambahkan di sana',
    ],
  },
  {
    behaviour: "a duration that is to be a contribution",
    changes: [
      SEGMENTS,
      swap("parameters.json", `"masaTenggang": {`, `"masaTenggang": { "contributionOf": ${BPU},`),
    ],
    told: [
      'parameters.json:7:41 error LYK344 "masaTenggang" is not one amount in rupiah, so it is no person\'s contribution\nhelp: use "type": "money" without "by", or take "contributionOf" out',
      'parameters.json:7:41 kesalahan LYK344 "masaTenggang" bukan satu jumlah rupiah, jadi bukan iuran seorang peserta\nbantuan: pakai "type": "money" tanpa "by", atau hapus "contributionOf"',
    ],
  },
  {
    behaviour: "a contribution that ends before its first day",
    changes: [SEGMENTS, pays(`{ "segment": "BPU", "programmes": ["JKK"], "until": "2023-12-31" }`)],
    told: [
      'parameters.json:3:86 error LYK501 "until" 2023-12-31 is before the first day of its values, 2024-01-01\nhelp: until is the last day on which the contribution is known',
      'parameters.json:3:86 kesalahan LYK501 "until" 2023-12-31 sebelum hari pertama nilainya, 2024-01-01\nbantuan: until adalah hari terakhir iuran ini diketahui',
    ],
  },
  {
    behaviour: "a contribution without programmes, with a key that is none",
    changes: [SEGMENTS, pays(`{ "segment": "BPU", "programmes": [], "untill": "2026-12-31" }`)],
    told: [
      'parameters.json:3:68 error LYK306 "programmes" must not be empty\nhelp: write at least one thing in it',
      'parameters.json:3:68 kesalahan LYK306 "programmes" tidak boleh kosong\nbantuan: tulis sedikitnya satu isi',
      'parameters.json:3:72 error LYK201 unknown key "untill"\nhelp: did you mean "until"?',
      'parameters.json:3:72 kesalahan LYK201 kunci "untill" tidak dikenal\nbantuan: mungkin maksudnya "until"?',
    ],
  },
  {
    behaviour: "two contributions of the nation for one programme",
    changes: [
      SEGMENTS,
      pays(BPU),
      swap(
        "parameters.json",
        `"masaTenggang"`,
        `${other(`{ "segment": "BPU", "programmes": ["JKM"] }`)},\n    "masaTenggang"`,
      ),
    ],
    told: [
      'parameters.json:8:28 error LYK345 "lain" and "iuran" are both the contribution for "JKM" of segment "BPU" from 2025-01-01 on\nhelp: end one of them by "until", or take its "contributionOf" out',
      'parameters.json:8:28 kesalahan LYK345 "lain" dan "iuran" sama-sama iuran "JKM" segmen "BPU" sejak 2025-01-01\nbantuan: akhiri salah satunya dengan "until", atau hapus "contributionOf"-nya',
    ],
  },
  {
    behaviour: "a city's contribution for what the nation's pays for already",
    changes: [
      SEGMENTS,
      pays(BPU),
      put(
        "kota/parameters.json",
        `{ "parameters": {${other(`{ "segment": "BPU", "programmes": ["JKK"] }`)} } }`,
      ),
    ],
    told: [
      'kota/parameters.json:2:28 error LYK345 "lain" and "iuran" are both the contribution for "JKK" of segment "BPU" from 2025-01-01 on\nhelp: end one of them by "until", or take its "contributionOf" out',
      'kota/parameters.json:2:28 kesalahan LYK345 "lain" dan "iuran" sama-sama iuran "JKK" segmen "BPU" sejak 2025-01-01\nbantuan: akhiri salah satunya dengan "until", atau hapus "contributionOf"-nya',
    ],
  },
];
