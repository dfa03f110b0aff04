import type { Fault } from "../support/fault.ts";
import { CASES, POLICY, put, swap } from "../support/rules.ts";

/** `LYK106` to `LYK116`: what keeps a file from being JSON, or from being rules. */
export const SYNTAX_FAULTS: readonly Fault[] = [
  {
    behaviour: "a file nested 10,000 levels deep is told once, at the level too many",
    changes: [put(CASES, "[".repeat(10_000))],
    told: [
      "kota/kios/cases.json:1:65 error LYK106 the file is nested more than 64 levels deep\nhelp: split it into named conditions in conditions.json",
      "kota/kios/cases.json:1:65 kesalahan LYK106 isi berkas bertingkat lebih dari 64 tingkat\nbantuan: pecah menjadi kondisi bernama dalam conditions.json",
    ],
  },
  {
    behaviour: "brackets inside texts do not count as levels",
    changes: [swap(CASES, `"Lunas"`, `"${"[{".repeat(100)}"`)],
    told: [],
  },
  {
    behaviour: "a file without anything is empty",
    changes: [put(POLICY, " \n")],
    told: [
      "kota/kios/2024-10-01.json:1:1 error LYK107 the file is empty\nhelp: fill it with JSON or delete the file",
      "kota/kios/2024-10-01.json:1:1 kesalahan LYK107 berkas ini kosong\nbantuan: isi dengan JSON atau hapus berkasnya",
    ],
  },
  {
    behaviour: "every mistake of a file is told, not the first alone",
    changes: [
      put(
        POLICY,
        `{
  "title": { "id" "Sewa kios" },
  "owner": "Dinas Perdagangan"
  "status": pilot,
  "until": ,
  tanggal: 1,
  "requirements": [ {} {}
}`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:2:18 error LYK108 ":" is expected here\nhelp: write ":" here',
      'kota/kios/2024-10-01.json:2:18 kesalahan LYK108 di sini seharusnya ada ":"\nbantuan: tulis ":" di sini',
      'kota/kios/2024-10-01.json:3:31 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/2024-10-01.json:3:31 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/2024-10-01.json:4:13 error LYK112 "pilot" is not JSON\nhelp: text stands between double quotes: "pilot"',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK112 "pilot" bukan JSON\nbantuan: teks ditulis di antara tanda kutip ganda: "pilot"',
      "kota/kios/2024-10-01.json:5:11 error LYK108 a value is expected here\nhelp: write the value, or delete its key",
      "kota/kios/2024-10-01.json:5:11 kesalahan LYK108 di sini seharusnya ada nilai\nbantuan: tulis nilainya, atau hapus kuncinya",
      'kota/kios/2024-10-01.json:6:3 error LYK112 "tanggal" is not JSON\nhelp: text stands between double quotes: "tanggal"',
      'kota/kios/2024-10-01.json:6:3 kesalahan LYK112 "tanggal" bukan JSON\nbantuan: teks ditulis di antara tanda kutip ganda: "tanggal"',
      'kota/kios/2024-10-01.json:7:23 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/2024-10-01.json:7:23 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/2024-10-01.json:7:26 error LYK108 "]" is expected here\nhelp: write "]" here, to close the "[" of line 7',
      'kota/kios/2024-10-01.json:7:26 kesalahan LYK108 di sini seharusnya ada "]"\nbantuan: tulis "]" di sini, untuk menutup "[" baris 7',
    ],
  },
  {
    behaviour: "a closing bracket too many is told after the end",
    changes: [put(CASES, "[]]")],
    told: [
      'kota/kios/cases.json:1:3 error LYK108 this "]" is one too many\nhelp: delete this "]"',
      'kota/kios/cases.json:1:3 kesalahan LYK108 "]" ini berlebih\nbantuan: hapus "]" ini',
    ],
  },
  {
    behaviour: "comments are told, on lines of their own and within",
    changes: [
      put(CASES, "[] // nanti"),
      swap("sources.json", `"date": "2011"`, `"date": /* dulu */ "2011"`),
    ],
    told: [
      'kota/kios/cases.json:1:4 error LYK109 JSON has no comments\nhelp: move it to a "note"',
      'kota/kios/cases.json:1:4 kesalahan LYK109 JSON tidak mengenal komentar\nbantuan: pindahkan ke "note"',
      'sources.json:3:77 error LYK109 JSON has no comments\nhelp: move it to a "note"',
      'sources.json:3:77 kesalahan LYK109 JSON tidak mengenal komentar\nbantuan: pindahkan ke "note"',
    ],
  },
  {
    behaviour: "commas too many are told where they stand",
    changes: [
      put("kota/sources.json", `{ "sources": {}, }`),
      put("kota/parameters.json", `{, "parameters": {} }`),
      put(CASES, "[,]"),
      put("sources.json", `{ "sources": [1,,2,] }`),
    ],
    told: [
      "kota/kios/cases.json:1:2 error LYK110 a comma too many\nhelp: delete this comma",
      "kota/kios/cases.json:1:2 kesalahan LYK110 koma berlebih\nbantuan: hapus koma ini",
      "kota/parameters.json:1:2 error LYK110 a comma too many\nhelp: delete this comma",
      "kota/parameters.json:1:2 kesalahan LYK110 koma berlebih\nbantuan: hapus koma ini",
      "kota/sources.json:1:16 error LYK110 a comma too many\nhelp: delete this comma",
      "kota/sources.json:1:16 kesalahan LYK110 koma berlebih\nbantuan: hapus koma ini",
      "sources.json:1:17 error LYK110 a comma too many\nhelp: delete this comma",
      "sources.json:1:17 kesalahan LYK110 koma berlebih\nbantuan: hapus koma ini",
      "sources.json:1:19 error LYK110 a comma too many\nhelp: delete this comma",
      "sources.json:1:19 kesalahan LYK110 koma berlebih\nbantuan: hapus koma ini",
    ],
  },
  {
    behaviour: "a text that is not closed is told where it begins",
    changes: [swap(POLICY, `"Dinas Perdagangan",`, `"Dinas Perdagangan,`)],
    told: [
      'kota/kios/2024-10-01.json:3:30 error LYK111 a quote is missing on this line\nhelp: write " here',
      'kota/kios/2024-10-01.json:3:30 kesalahan LYK111 tanda kutip kurang satu di baris ini\nbantuan: tulis " di sini',
    ],
  },
  {
    behaviour: "escapes and control characters that JSON does not have are told",
    changes: [
      swap(POLICY, `"Dinas Perdagangan"`, `"Dinas\\Perdagangan"`),
      swap(CASES, `"Lunas"`, `"Lunas\t"`),
    ],
    told: [
      "kota/kios/2024-10-01.json:3:12 error LYK111 an unknown backslash escape in a text\nhelp: write \\\\ for one backslash",
      "kota/kios/2024-10-01.json:3:12 kesalahan LYK111 garis miring terbalik yang tidak dikenal dalam teks\nbantuan: tulis \\\\ untuk satu garis miring terbalik",
      "kota/kios/cases.json:2:13 error LYK111 a control character in a text\nhelp: write \\n for a new line and \\t for a tab",
      "kota/kios/cases.json:2:13 kesalahan LYK111 karakter kendali dalam teks\nbantuan: tulis \\n untuk baris baru dan \\t untuk tab",
    ],
  },
  {
    behaviour: "words of other languages are told with JSON's own",
    changes: [swap("facts.json", `"personal": true`, `"personal": True`)],
    told: [
      'facts.json:3:108 error LYK112 "True" is not JSON\nhelp: write true',
      'facts.json:3:108 kesalahan LYK112 "True" bukan JSON\nbantuan: tulis true',
    ],
  },
  {
    behaviour: "single quotes are told as no JSON",
    changes: [swap(POLICY, `"pilot"`, `'pilot'`)],
    told: [
      "kota/kios/2024-10-01.json:4:13 error LYK112 the quotes ' are not JSON's\nhelp: put straight double quotes, \", in place of all on this line",
      "kota/kios/2024-10-01.json:4:13 kesalahan LYK112 tanda kutip ' bukan tanda kutip JSON\nbantuan: ganti semuanya di baris ini dengan tanda kutip ganda lurus, \"",
    ],
  },
  {
    behaviour: "a key that stands twice is told at its second place",
    changes: [swap(POLICY, `"status": "pilot",`, `"status": "pilot",\n  "status": "draft",`)],
    told: [
      'kota/kios/2024-10-01.json:5:3 error LYK113 the key "status" already stands on line 4\nhelp: delete one of them',
      'kota/kios/2024-10-01.json:5:3 kesalahan LYK113 kunci "status" sudah ada pada baris 4\nbantuan: hapus salah satunya',
    ],
  },
  {
    behaviour: "half a Unicode character in a text is told",
    changes: [swap(POLICY, `"Dinas Perdagangan"`, `"Dinas \\ud83d"`)],
    told: [
      "kota/kios/2024-10-01.json:3:12 error LYK114 the text holds half a Unicode character\nhelp: type the text again",
      "kota/kios/2024-10-01.json:3:12 kesalahan LYK114 teks memuat setengah karakter Unicode\nbantuan: ketik ulang teksnya",
    ],
  },
  {
    behaviour: "a number beyond all bounds is told",
    changes: [swap("parameters.json", "16800", "1e400")],
    told: [
      "parameters.json:4:40 error LYK115 the number 1e400 is too large\nhelp: write a smaller number",
      "parameters.json:4:40 kesalahan LYK115 angka 1e400 terlalu besar\nbantuan: tulis angka yang lebih kecil",
    ],
  },
  {
    behaviour: "numbers as people write them are told with JSON's way",
    changes: [
      swap("parameters.json", "16800", "16.800.000"),
      put("kota/parameters.json", `{ "parameters": 16,800, "note": 1 }`),
      put("kota/sources.json", `{ "sources": Rp16.800,00 }`),
      put(CASES, "[ 7_000 007 +1 .5 1. ]"),
    ],
    told: [
      'kota/kios/cases.json:1:3 error LYK116 JSON does not write numbers like "7_000"\nhelp: write 7000',
      'kota/kios/cases.json:1:3 kesalahan LYK116 JSON tidak menulis angka seperti "7_000"\nbantuan: tulis 7000',
      'kota/kios/cases.json:1:8 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/cases.json:1:8 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/cases.json:1:9 error LYK116 JSON does not write numbers like "007"\nhelp: write 7',
      'kota/kios/cases.json:1:9 kesalahan LYK116 JSON tidak menulis angka seperti "007"\nbantuan: tulis 7',
      'kota/kios/cases.json:1:12 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/cases.json:1:12 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/cases.json:1:13 error LYK116 JSON does not write numbers like "+1"\nhelp: write 1',
      'kota/kios/cases.json:1:13 kesalahan LYK116 JSON tidak menulis angka seperti "+1"\nbantuan: tulis 1',
      'kota/kios/cases.json:1:15 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/cases.json:1:15 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/cases.json:1:16 error LYK116 JSON does not write numbers like ".5"\nhelp: write 0.5',
      'kota/kios/cases.json:1:16 kesalahan LYK116 JSON tidak menulis angka seperti ".5"\nbantuan: tulis 0.5',
      'kota/kios/cases.json:1:18 error LYK108 "," is expected here\nhelp: write "," here',
      'kota/kios/cases.json:1:18 kesalahan LYK108 di sini seharusnya ada ","\nbantuan: tulis "," di sini',
      'kota/kios/cases.json:1:19 error LYK116 JSON does not write numbers like "1."\nhelp: write 1',
      'kota/kios/cases.json:1:19 kesalahan LYK116 JSON tidak menulis angka seperti "1."\nbantuan: tulis 1',
      'kota/parameters.json:1:17 error LYK116 JSON does not write numbers like "16,800"\nhelp: write 16800',
      'kota/parameters.json:1:17 kesalahan LYK116 JSON tidak menulis angka seperti "16,800"\nbantuan: tulis 16800',
      'kota/sources.json:1:14 error LYK116 JSON does not write numbers like "Rp16.800,00"\nhelp: write 16800',
      'kota/sources.json:1:14 kesalahan LYK116 JSON tidak menulis angka seperti "Rp16.800,00"\nbantuan: tulis 16800',
      'parameters.json:4:40 error LYK116 JSON does not write numbers like "16.800.000"\nhelp: write 16800000',
      'parameters.json:4:40 kesalahan LYK116 JSON tidak menulis angka seperti "16.800.000"\nbantuan: tulis 16800000',
    ],
  },
];
