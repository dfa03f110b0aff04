import type { Fault } from "../support/fault.ts";
import { CASES, drop, POLICY, put, swap } from "../support/rules.ts";

/** `LYK102` to `LYK105`: where files stand. */
export const FILE_FAULTS: readonly Fault[] = [
  {
    behaviour: "a misspelt national file is told with the name that was meant",
    changes: [put("fact.json", "{}")],
    told: [
      'fact.json:1:1 error LYK102 the file "fact.json" is out of place\nhelp: did you mean "facts.json"?',
      'fact.json:1:1 kesalahan LYK102 berkas "fact.json" tidak pada tempatnya\nbantuan: mungkin maksudnya "facts.json"?',
    ],
  },
  {
    behaviour: "a misspelt file of a city is told with the name that was meant",
    changes: [put("kota/condition.json", "{}")],
    told: [
      'kota/condition.json:1:1 error LYK102 the file "kota/condition.json" is out of place\nhelp: did you mean "kota/conditions.json"?',
      'kota/condition.json:1:1 kesalahan LYK102 berkas "kota/condition.json" tidak pada tempatnya\nbantuan: mungkin maksudnya "kota/conditions.json"?',
    ],
  },
  {
    behaviour: "a policy beside the services is told where policies stand",
    changes: [put("kota/2024-10-01.json", "{}")],
    told: [
      'kota/2024-10-01.json:1:1 error LYK102 the file "kota/2024-10-01.json" is out of place\nhelp: only city.json, parameters.json, sources.json and conditions.json stand here; a policy is "kota/<service>/<YYYY-MM-DD>.json"',
      'kota/2024-10-01.json:1:1 kesalahan LYK102 berkas "kota/2024-10-01.json" tidak pada tempatnya\nbantuan: di sini hanya city.json, parameters.json, sources.json, conditions.json; aturan berada di "kota/<layanan>/<TTTT-BB-HH>.json"',
    ],
  },
  {
    behaviour: "a misspelt file of a service is told with the name that was meant",
    changes: [put("kota/kios/case.json", "[]")],
    told: [
      'kota/kios/case.json:1:1 error LYK102 the file "kota/kios/case.json" is out of place\nhelp: did you mean "kota/kios/cases.json"?',
      'kota/kios/case.json:1:1 kesalahan LYK102 berkas "kota/kios/case.json" tidak pada tempatnya\nbantuan: mungkin maksudnya "kota/kios/cases.json"?',
    ],
  },
  {
    behaviour: "a file in a folder of a service is out of place",
    changes: [put("kota/kios/lama/2024-10-01.json", "{}")],
    told: [
      'kota/kios/lama/2024-10-01.json:1:1 error LYK102 the file "kota/kios/lama/2024-10-01.json" is out of place\nhelp: policies stand directly in "kota/kios/"',
      'kota/kios/lama/2024-10-01.json:1:1 kesalahan LYK102 berkas "kota/kios/lama/2024-10-01.json" tidak pada tempatnya\nbantuan: aturan berada langsung di "kota/kios/"',
    ],
  },
  {
    behaviour: "a file that is nothing in particular is told what may stand there",
    changes: [put("catatan.json", "{}")],
    told: [
      'catatan.json:1:1 error LYK102 the file "catatan.json" is out of place\nhelp: only facts.json, sources.json, parameters.json, adoptions.json and folders of cities stand here',
      'catatan.json:1:1 kesalahan LYK102 berkas "catatan.json" tidak pada tempatnya\nbantuan: di sini hanya facts.json, sources.json, parameters.json, adoptions.json, dan folder kota',
    ],
  },
  {
    behaviour: "an ending in capitals is told with the name that was meant",
    changes: [put("kota/sources.JSON", "{}")],
    told: [
      'kota/sources.JSON:1:1 error LYK102 the file "kota/sources.JSON" is out of place\nhelp: did you mean "kota/sources.json"?',
      'kota/sources.JSON:1:1 kesalahan LYK102 berkas "kota/sources.JSON" tidak pada tempatnya\nbantuan: mungkin maksudnya "kota/sources.json"?',
    ],
  },
  {
    behaviour: "a folder with capitals and spaces is no city",
    changes: [put("Kota Serang/kios/2024-10-01.json", "{}")],
    told: [
      'Kota Serang/kios/2024-10-01.json:1:1 error LYK103 the folder name "Kota Serang" is no id\nhelp: use small letters, digits and hyphens: "kota-serang"',
      'Kota Serang/kios/2024-10-01.json:1:1 kesalahan LYK103 nama folder "Kota Serang" bukan id\nbantuan: pakai huruf kecil, angka, dan tanda hubung: "kota-serang"',
    ],
  },
  {
    behaviour: "a day that the calendar does not have is no policy's name",
    changes: [put("kota/kios/2026-02-30.json", "{}")],
    told: [
      'kota/kios/2026-02-30.json:1:1 error LYK104 the file name "2026-02-30.json" is not a date of the calendar\nhelp: a policy is named after its first day, YYYY-MM-DD.json, such as 2026-11-22.json',
      'kota/kios/2026-02-30.json:1:1 kesalahan LYK104 nama berkas "2026-02-30.json" bukan tanggal yang ada di kalender\nbantuan: aturan bernama hari pertamanya, TTTT-BB-HH.json, misalnya 2026-11-22.json',
    ],
  },
  {
    behaviour: "a day without leading zeros is no policy's name",
    changes: [put("kota/kios/2026-1-1.json", "{}")],
    told: [
      'kota/kios/2026-1-1.json:1:1 error LYK104 the file name "2026-1-1.json" is not a date of the calendar\nhelp: did you mean "2026-01-01.json"?',
      'kota/kios/2026-1-1.json:1:1 kesalahan LYK104 nama berkas "2026-1-1.json" bukan tanggal yang ada di kalender\nbantuan: mungkin maksudnya "2026-01-01.json"?',
    ],
  },
  {
    behaviour: "a policy whose name ends otherwise is not passed over in silence",
    changes: [put("kota/kios/2026-01-01.json.txt", "{}")],
    told: [
      'kota/kios/2026-01-01.json.txt:1:1 error LYK104 the file name "2026-01-01.json.txt" is not a date of the calendar\nhelp: did you mean "2026-01-01.json"?',
      'kota/kios/2026-01-01.json.txt:1:1 kesalahan LYK104 nama berkas "2026-01-01.json.txt" bukan tanggal yang ada di kalender\nbantuan: mungkin maksudnya "2026-01-01.json"?',
    ],
  },
  {
    behaviour: "a copy that a file manager made is told as a copy",
    changes: [
      put("kota/kios/2026-01-01 (1).json", "{}"),
      put("kota/kios/2026-01-01 - Copy.json", "{}"),
      put("kota/kios/2026-01-01-salinan.json", "{}"),
    ],
    told: [
      'kota/kios/2026-01-01 (1).json:1:1 error LYK104 the file name "2026-01-01 (1).json" is not a date: it seems to be a copy of "2026-01-01.json"\nhelp: delete this copy; if it is the right one, rename it to "2026-01-01.json"',
      'kota/kios/2026-01-01 (1).json:1:1 kesalahan LYK104 nama berkas "2026-01-01 (1).json" bukan tanggal: agaknya salinan "2026-01-01.json"\nbantuan: hapus salinan ini; bila justru ini yang benar, ganti namanya menjadi "2026-01-01.json"',
      'kota/kios/2026-01-01 - Copy.json:1:1 error LYK104 the file name "2026-01-01 - Copy.json" is not a date: it seems to be a copy of "2026-01-01.json"\nhelp: delete this copy; if it is the right one, rename it to "2026-01-01.json"',
      'kota/kios/2026-01-01 - Copy.json:1:1 kesalahan LYK104 nama berkas "2026-01-01 - Copy.json" bukan tanggal: agaknya salinan "2026-01-01.json"\nbantuan: hapus salinan ini; bila justru ini yang benar, ganti namanya menjadi "2026-01-01.json"',
      'kota/kios/2026-01-01-salinan.json:1:1 error LYK104 the file name "2026-01-01-salinan.json" is not a date: it seems to be a copy of "2026-01-01.json"\nhelp: delete this copy; if it is the right one, rename it to "2026-01-01.json"',
      'kota/kios/2026-01-01-salinan.json:1:1 kesalahan LYK104 nama berkas "2026-01-01-salinan.json" bukan tanggal: agaknya salinan "2026-01-01.json"\nbantuan: hapus salinan ini; bila justru ini yang benar, ganti namanya menjadi "2026-01-01.json"',
    ],
  },
  {
    behaviour: "rules without a fact catalogue are told so, and nothing else for it",
    changes: [drop("facts.json")],
    told: [
      "facts.json:1:1 error LYK105 there is no facts.json\nhelp: make the fact catalogue facts.json in the rules folder; check that it is the right folder",
      "facts.json:1:1 kesalahan LYK105 facts.json tidak ada\nbantuan: buat katalog fakta facts.json di folder aturan; periksa apakah foldernya benar",
    ],
  },
  {
    behaviour: "cases of a service without a policy are told so",
    changes: [drop(POLICY)],
    told: [
      'kota/kios/cases.json:1:1 error LYK505 the service "kota/kios" has cases but no policy\nhelp: make "kota/kios/<YYYY-MM-DD>.json"',
      'kota/kios/cases.json:1:1 kesalahan LYK505 layanan "kota/kios" mempunyai kasus, tetapi tidak mempunyai aturan\nbantuan: buat "kota/kios/<TTTT-BB-HH>.json"',
    ],
  },
  {
    behaviour: "a misnamed policy is told once, and not as a missing one too",
    changes: [drop(POLICY), put("kota/kios/2024-10-32.json", "{}")],
    told: [
      'kota/kios/2024-10-32.json:1:1 error LYK104 the file name "2024-10-32.json" is not a date of the calendar\nhelp: a policy is named after its first day, YYYY-MM-DD.json, such as 2026-11-22.json',
      'kota/kios/2024-10-32.json:1:1 kesalahan LYK104 nama berkas "2024-10-32.json" bukan tanggal yang ada di kalender\nbantuan: aturan bernama hari pertamanya, TTTT-BB-HH.json, misalnya 2026-11-22.json',
    ],
  },
  {
    behaviour: "a service without cases is a warning",
    changes: [drop(CASES)],
    told: [
      'kota/kios/2024-10-01.json:1:1 warning LYK801 the service "kota/kios" has no cases\nhelp: write cases in "kota/kios/cases.json"',
      'kota/kios/2024-10-01.json:1:1 peringatan LYK801 layanan "kota/kios" tidak mempunyai kasus\nbantuan: tulis kasus dalam "kota/kios/cases.json"',
    ],
  },
  {
    behaviour: "an empty list of cases is a warning",
    changes: [put(CASES, "[]")],
    told: [
      'kota/kios/cases.json:1:1 warning LYK801 the service "kota/kios" has no cases\nhelp: write cases in "kota/kios/cases.json"',
      'kota/kios/cases.json:1:1 peringatan LYK801 layanan "kota/kios" tidak mempunyai kasus\nbantuan: tulis kasus dalam "kota/kios/cases.json"',
    ],
  },
  {
    behaviour: "a source that is only declared for another city is unknown here",
    changes: [
      swap(POLICY, `"uu-24-2011"`, `"perda-1"`),
      put(
        "kota-lain/sources.json",
        `{ "sources": { "perda-1": { "title": { "id": "Perda 1" }, "kind": "local-regulation", "date": "2020", "text": "seen" } } }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:10:31 error LYK206 unknown source "perda-1"\nhelp: add it to sources.json',
      'kota/kios/2024-10-01.json:10:31 kesalahan LYK206 sumber "perda-1" tidak dikenal\nbantuan: tambahkan ke sources.json',
    ],
  },
];
