import type { Fault } from "../support/fault.ts";
import { POLICY, put, RULES, swap, withCondition } from "../support/rules.ts";

const NEXT = "kota/kios/2026-01-01.json";
const next = (status: string) => put(NEXT, (RULES[POLICY] ?? "").replace(`"pilot"`, `"${status}"`));
const until = (day: string) => swap(POLICY, `"status"`, `"until": "${day}",\n  "status"`);
const REQUIREMENT = `    {
      "id": "terlindungi",
      "title": { "id": "Sekali lagi" },
      "enforcement": "advisory",
      "sources": [],
      "provenance": "assumed",
      "conditions": { "condition": "aktif" }
    }
  ]`;

/** `LYK5xx`: versions and policies. */
export const POLICY_FAULTS: readonly Fault[] = [
  {
    behaviour: "an until before the policy's first day is told",
    changes: [
      until("2024-09-30"),
      swap("kota/kios/cases.json", `"name"`, `"version": "2024-10-01", "name"`),
    ],
    told: [
      "kota/kios/2024-10-01.json:4:12 error LYK501 \"until\" 2024-09-30 is before the policy's first day, 2024-10-01\nhelp: the first day is the file's name; until is the last day in force",
      'kota/kios/2024-10-01.json:4:12 kesalahan LYK501 "until" 2024-09-30 sebelum hari pertama aturan ini, 2024-10-01\nbantuan: hari pertama adalah nama berkasnya; until adalah hari terakhir berlaku',
    ],
  },
  {
    behaviour: "an until that reaches into the next version is told",
    changes: [until("2026-01-01"), next("pilot")],
    told: [
      'kota/kios/2024-10-01.json:4:12 error LYK502 "until" 2026-01-01 reaches into the next version, which begins on 2026-01-01\nhelp: write "2025-12-31" or delete "until"',
      'kota/kios/2024-10-01.json:4:12 kesalahan LYK502 "until" 2026-01-01 melewati awal versi berikutnya, 2026-01-01\nbantuan: tulis "2025-12-31" atau hapus "until"',
    ],
  },
  {
    behaviour: "a draft ends no other version",
    changes: [until("2026-12-31"), next("draft")],
    told: [],
  },
  {
    behaviour: "an until on the day before the next version is right",
    changes: [until("2025-12-31"), next("pilot")],
    told: [],
  },
  {
    behaviour: "a requirement's id that stands twice is told at its second place",
    changes: [swap(POLICY, "    }\n  ]", `    },\n${REQUIREMENT}`)],
    told: [
      'kota/kios/2024-10-01.json:15:13 error LYK503 the requirement "terlindungi" already stands on line 7\nhelp: give one of them another id',
      'kota/kios/2024-10-01.json:15:13 kesalahan LYK503 persyaratan "terlindungi" sudah ada pada baris 7\nbantuan: beri salah satunya id lain',
    ],
  },
  {
    behaviour: "a policy in which nothing always decides is told",
    changes: [swap(POLICY, `"enforcement": "required"`, `"enforcement": "advisory"`)],
    told: [
      'kota/kios/2024-10-01.json:5:19 error LYK504 there is no "required" requirement without "when"\nhelp: at least one requirement must always decide; make one "required" without "when"',
      'kota/kios/2024-10-01.json:5:19 kesalahan LYK504 tidak ada persyaratan "required" tanpa "when"\nbantuan: sedikitnya satu persyaratan harus selalu memutuskan; jadikan satu "required" tanpa "when"',
    ],
  },
  {
    behaviour: "a requirement with a when does not always decide",
    changes: [
      swap(POLICY, `"conditions"`, `"when": { "condition": "dewasa" },\n      "conditions"`),
    ],
    told: [
      'kota/kios/2024-10-01.json:5:19 error LYK504 there is no "required" requirement without "when"\nhelp: at least one requirement must always decide; take the "when" of one that is "required" away',
      'kota/kios/2024-10-01.json:5:19 kesalahan LYK504 tidak ada persyaratan "required" tanpa "when"\nbantuan: sedikitnya satu persyaratan harus selalu memutuskan; hapus "when" dari satu yang "required"',
    ],
  },
  {
    behaviour: "a scope is checked like any condition",
    changes: [
      swap(
        POLICY,
        `"status": "pilot"`,
        `"status": "pilot",\n  "scope": { "fact": "blacklistd", "operator": "equal", "value": false }`,
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:5:22 error LYK203 unknown fact "blacklistd"\nhelp: did you mean "blacklisted"?',
      'kota/kios/2024-10-01.json:5:22 kesalahan LYK203 fakta "blacklistd" tidak dikenal\nbantuan: mungkin maksudnya "blacklisted"?',
    ],
  },
  {
    behaviour: "a wrong header hides nothing that is wrong below it",
    changes: [
      swap(POLICY, `"status": "pilot"`, `"status": "aktif"`),
      withCondition(`{ "condition": "aktip" }`),
    ],
    told: [
      'kota/kios/2024-10-01.json:4:13 error LYK303 "status" cannot be "aktif"\nhelp: there are: "draft", "pilot", "adopted"',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK303 "status" tidak boleh "aktif"\nbantuan: yang ada: "draft", "pilot", "adopted"',
      'kota/kios/2024-10-01.json:12:36 error LYK205 unknown condition "aktip"\nhelp: did you mean "aktif"?',
      'kota/kios/2024-10-01.json:12:36 kesalahan LYK205 kondisi "aktip" tidak dikenal\nbantuan: mungkin maksudnya "aktif"?',
    ],
  },
];
