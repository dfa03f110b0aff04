import { prepareAdoption } from "../../../src/analysis/adoption/prepare.ts";
import type { Fault } from "../support/fault.ts";
import {
  CASES,
  type Change,
  CONDITIONS,
  drop,
  POLICY,
  put,
  RULES,
  swap,
  withCondition,
} from "../support/rules.ts";

const RECORD = "adoptions.json";

const confirmed = swap(
  CASES,
  `"expect"`,
  `"confirmed": { "by": "Hukum", "on": "2026-11-20" }, "expect"`,
);

/** Puts the policy on record, as it stood then, on 22 November 2026. */
const onRecord: Change = (files) => {
  const prepared = prepareAdoption(new Map(Object.entries(confirmed(files))), {
    service: "kota/kios",
    version: "2024-10-01",
    by: "Wali Kota",
    why: "Perwal 1/2024",
    on: "2024-09-20",
    today: "2026-11-22",
    correct: true,
  });
  if (prepared.kind !== "ready") throw new Error(JSON.stringify(prepared));
  return { ...files, ...Object.fromEntries(prepared.files) };
};

const readingIuran = withCondition(
  `{ "any": [{ "condition": "aktif" }, { "fact": "retribution.paid", "operator": "equal", "value": { "fact": "parameter.iuran" } }] }`,
);

const value = (from: string) =>
  swap(
    "parameters.json",
    `"provenance": "assumed" }`,
    `"provenance": "assumed" },\n      { "from": "${from}", "value": 1, "provenance": "assumed" }`,
  );

const between = swap(
  "parameters.json",
  `      { "from": "2026-01-01"`,
  `      { "from": "2025-01-01", "value": 1, "provenance": "assumed" },\n      { "from": "2026-01-01"`,
);

const next = (from: string) => put(`kota/kios/${from}.json`, RULES[POLICY] ?? "");

/** `LYK506` to `LYK512` and `LYK805`: adopted versions. */
export const ADOPTION_FAULTS: readonly Fault[] = [
  {
    behaviour: "a version that calls itself adopted, but is not on record",
    changes: [swap(POLICY, `"pilot"`, `"adopted"`)],
    told: [
      'kota/kios/2024-10-01.json:4:13 error LYK506 this version is "adopted", but its adoption is not on record\nhelp: record it with layak adopt kota/kios --from 2024-10-01 --by NAME --why REASON, or write "draft" or "pilot"',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK506 versi ini "adopted", tetapi penetapannya tidak tercatat\nbantuan: catat dengan layak adopt kota/kios --from 2024-10-01 --by NAMA --why ALASAN, atau tulis "draft" atau "pilot"',
    ],
  },
  {
    behaviour: "an adopted version that is gone",
    changes: [onRecord, next("2024-01-01"), drop(POLICY)],
    told: [
      'adoptions.json:7:18 error LYK507 the adopted version is gone: "kota/kios/2024-10-01.json"\nhelp: bring the file back from history; to end a policy, write "until" or make a new version',
      'adoptions.json:7:18 kesalahan LYK507 versi yang sudah ditetapkan tidak ada lagi: "kota/kios/2024-10-01.json"\nbantuan: kembalikan berkasnya dari riwayat; untuk mengakhiri aturan, tulis "until" atau buat versi baru',
    ],
  },
  {
    behaviour: "an adoption that is taken back",
    changes: [onRecord, swap(POLICY, `"adopted"`, `"pilot"`)],
    told: [
      'kota/kios/2024-10-01.json:4:13 error LYK508 the version of 2024-10-01 is adopted; its "status" cannot be taken back\nhelp: write "adopted" again; a rule that changes from a day on is a new version (layak new kota/kios); if what was adopted is a mistake: layak adopt kota/kios --from 2024-10-01 --correct --by NAME --why REASON',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK508 versi 2024-10-01 sudah ditetapkan; "status" tidak dapat ditarik kembali\nbantuan: tulis "adopted" lagi; aturan yang berubah mulai suatu hari ditulis sebagai versi baru (layak new kota/kios); bila yang ditetapkan itu keliru: layak adopt kota/kios --from 2024-10-01 --correct --by NAMA --why ALASAN',
    ],
  },
  {
    behaviour: "a shared condition of an adopted version that was changed",
    changes: [onRecord, swap(CONDITIONS, `"equal"`, `"notEqual"`)],
    told: [
      'kota/conditions.json:3:5 error LYK509 the shared condition "aktif" was changed, though it was adopted: kota/kios 2024-10-01\nhelp: put it back as it was; a new condition stands beside the old one, under another name; a rule that changes from a day on is a new version (layak new kota/kios); if what was adopted is a mistake: layak adopt kota/kios --from 2024-10-01 --correct --by NAME --why REASON',
      'kota/conditions.json:3:5 kesalahan LYK509 kondisi bersama "aktif" diubah, padahal sudah ditetapkan: kota/kios 2024-10-01\nbantuan: kembalikan seperti semula; kondisi baru ditulis di samping yang lama, dengan nama lain; aturan yang berubah mulai suatu hari ditulis sebagai versi baru (layak new kota/kios); bila yang ditetapkan itu keliru: layak adopt kota/kios --from 2024-10-01 --correct --by NAMA --why ALASAN',
    ],
  },
  {
    behaviour: "a value of a parameter of an adopted version, for days that had passed",
    changes: [readingIuran, onRecord, between],
    told: [
      'parameters.json:5:7 error LYK510 the value of the parameter "iuran" from 2025-01-01 changes answers from 2025-01-01 on, a day that has passed, by what was adopted: kota/kios 2024-10-01\nhelp: write a "from" of today or later; if the days that passed have to change: layak adopt kota/kios --from 2024-10-01 --correct --by NAME --why REASON',
      'parameters.json:5:7 kesalahan LYK510 nilai parameter "iuran" mulai 2025-01-01 mengubah jawaban sejak 2025-01-01, hari yang sudah lewat, menurut aturan yang sudah ditetapkan: kota/kios 2024-10-01\nbantuan: tulis "from" hari ini atau sesudahnya; bila hari yang lewat memang harus berubah: layak adopt kota/kios --from 2024-10-01 --correct --by NAMA --why ALASAN',
    ],
  },
  {
    behaviour: "a version that takes days that had passed from an adopted one",
    changes: [onRecord, next("2026-01-01")],
    told: [
      "kota/kios/2026-01-01.json:4:13 error LYK511 the last day of kota/kios 2024-10-01 becomes 2025-12-31 (on record: none): that changes answers from 2026-01-01 on, a day that has passed\nhelp: begin a new version, or end this one, today or later; if the days that passed have to change: layak adopt kota/kios --from 2024-10-01 --correct --by NAME --why REASON",
      "kota/kios/2026-01-01.json:4:13 kesalahan LYK511 hari terakhir kota/kios 2024-10-01 menjadi 2025-12-31 (tercatat: tidak ada): jawaban sejak 2026-01-01, hari yang sudah lewat, ikut berubah\nbantuan: mulai versi baru, atau akhiri yang ini, hari ini atau sesudahnya; bila hari yang lewat memang harus berubah: layak adopt kota/kios --from 2024-10-01 --correct --by NAMA --why ALASAN",
    ],
  },
  {
    behaviour: "an entry of the record that was altered",
    changes: [onRecord, swap(RECORD, "Perwal 1/2024", "Perwal 2/2024")],
    told: [
      "adoptions.json:4:5 error LYK512 this entry, or one before it, was changed or taken away\nhelp: bring adoptions.json back from history; only layak adopt writes it, and only adds to it",
      "adoptions.json:4:5 kesalahan LYK512 catatan penetapan ini, atau yang sebelumnya, diubah atau dihapus\nbantuan: kembalikan adoptions.json dari riwayat; hanya layak adopt yang menulisnya, dan hanya menambah",
    ],
  },
  {
    behaviour: "a later value that is not on record yet",
    changes: [readingIuran, onRecord, value("2027-01-01")],
    told: [
      'parameters.json:6:7 warning LYK805 the value of the parameter "iuran" from 2027-01-01 changes answers from 2027-01-01 on and is not on record yet: kota/kios 2024-10-01\nhelp: record it by 2027-01-01: layak adopt kota/kios --from 2024-10-01 --by NAME --why REASON',
      'parameters.json:6:7 peringatan LYK805 nilai parameter "iuran" mulai 2027-01-01 mengubah jawaban sejak 2027-01-01 dan belum tercatat: kota/kios 2024-10-01\nbantuan: catat paling lambat 2027-01-01: layak adopt kota/kios --from 2024-10-01 --by NAMA --why ALASAN',
    ],
  },
];
