import type { Fault } from "../support/fault.ts";
import { CASES, POLICY, swap } from "../support/rules.ts";

/** Gives the policy these grants; the first stands on line 16. */
const granting = (...grants: readonly string[]) =>
  swap(
    POLICY,
    "    }\n  ]\n}",
    `    }\n  ],\n  "grants": [\n    ${grants.join(",\n    ")}\n  ]\n}`,
  );

const grant = (id: string, more: string) =>
  `{ "id": "${id}", "text": { "id": "Iuran {amount}" }, "sources": [], "provenance": "assumed", ${more} }`;

/** What policies grant, and what cases expect of it. */
export const GRANT_FAULTS: readonly Fault[] = [
  {
    behaviour:
      "a written amount, a parameter's and a fact's are right, and so is a case about them",
    changes: [
      granting(
        grant("tetap", `"amount": 42000000`),
        grant("iuran", `"amount": { "fact": "parameter.iuran" }`),
        grant(
          "retribusi",
          `"amount": { "fact": "retribution.paid" }, "conditions": { "condition": "aktif" }`,
        ),
      ),
      swap(
        CASES,
        `"eligible"`,
        `"eligible", "grants": { "iuran": 8400, "tetap": true, "retribusi": "unknown" }`,
      ),
    ],
    told: [],
  },
  {
    behaviour: "a grant's id that stands twice is told at its second place",
    changes: [granting(grant("iuran", `"amount": 1`), grant("iuran", `"amount": 2`))],
    told: [
      'kota/kios/2024-10-01.json:17:13 error LYK516 the grant "iuran" already stands on line 16\nhelp: give one of them another id',
      'kota/kios/2024-10-01.json:17:13 kesalahan LYK516 pemberian "iuran" sudah ada pada baris 16\nbantuan: beri salah satunya id lain',
    ],
  },
  {
    behaviour: "an amount that is no money is told, with what is",
    changes: [
      granting(
        grant("luas", `"amount": { "fact": "land.hectares" }`),
        grant("iuran", `"amount": { "fact": "parameter.iurann" }`),
        grant("pecahan", `"amount": 8400.5`),
        grant("masa", `"amount": { "fact": "parameter.masaTenggang" }`),
      ),
    ],
    told: [
      'kota/kios/2024-10-01.json:16:117 error LYK517 "land.hectares" is of type "number", but the amount of a grant is money\nhelp: name a parameter or fact of type "money", or write the rupiah, such as 42000000',
      'kota/kios/2024-10-01.json:16:117 kesalahan LYK517 "land.hectares" berjenis "number", padahal jumlah pemberian harus rupiah\nbantuan: sebut parameter atau fakta berjenis "money", atau tulis rupiahnya, misalnya 42000000',
      'kota/kios/2024-10-01.json:17:118 error LYK202 unknown parameter "parameter.iurann"\nhelp: did you mean "parameter.iuran"?',
      'kota/kios/2024-10-01.json:17:118 kesalahan LYK202 parameter "parameter.iurann" tidak dikenal\nbantuan: mungkin maksudnya "parameter.iuran"?',
      'kota/kios/2024-10-01.json:18:110 error LYK302 "amount" must be a whole number or an object { }, not the number 8400.5\nhelp: write a whole number or an object { }',
      'kota/kios/2024-10-01.json:18:110 kesalahan LYK302 "amount" harus bilangan bulat atau objek { }, bukan angka 8400.5\nbantuan: tulis bilangan bulat atau objek { }',
      'kota/kios/2024-10-01.json:19:117 error LYK517 "parameter.masaTenggang" is of type "duration", but the amount of a grant is money\nhelp: name a parameter or fact of type "money", or write the rupiah, such as 42000000',
      'kota/kios/2024-10-01.json:19:117 kesalahan LYK517 "parameter.masaTenggang" berjenis "duration", padahal jumlah pemberian harus rupiah\nbantuan: sebut parameter atau fakta berjenis "money", atau tulis rupiahnya, misalnya 42000000',
    ],
  },
  {
    behaviour: "the place of an amount in a text without one is told",
    changes: [granting(grant("iuran", `"conditions": { "condition": "aktip" }`))],
    told: [
      'kota/kios/2024-10-01.json:16:38 error LYK601 the placeholder "{amount}" has nothing to tell, as this grant has no amount\nhelp: write "amount", such as "amount": { "fact": "parameter.…" }, or take the placeholder away',
      'kota/kios/2024-10-01.json:16:38 kesalahan LYK601 isian "{amount}" tidak berisi, sebab pemberian ini tanpa jumlah\nbantuan: tulis "amount", misalnya "amount": { "fact": "parameter.…" }, atau hapus isiannya',
      'kota/kios/2024-10-01.json:16:127 error LYK205 unknown condition "aktip"\nhelp: did you mean "aktif"?',
      'kota/kios/2024-10-01.json:16:127 kesalahan LYK205 kondisi "aktip" tidak dikenal\nbantuan: mungkin maksudnya "aktif"?',
    ],
  },
  {
    behaviour: "a case about a grant that the version does not have is told",
    changes: [
      granting(grant("iuran", `"amount": 1`)),
      swap(CASES, `"eligible"`, `"eligible", "grants": { "iurang": 1 }`),
    ],
    told: [
      'kota/kios/cases.json:2:132 error LYK708 there is no grant "iurang" in the version of 2024-10-01\nhelp: did you mean "iuran"?',
      'kota/kios/cases.json:2:132 kesalahan LYK708 tidak ada pemberian "iurang" dalam versi 2024-10-01\nbantuan: mungkin maksudnya "iuran"?',
    ],
  },
  {
    behaviour: "a case about a grant of a version that grants nothing is told",
    changes: [swap(CASES, `"eligible"`, `"eligible", "grants": { "iuran": 1 }`)],
    told: [
      'kota/kios/cases.json:2:132 error LYK708 there is no grant "iuran" in the version of 2024-10-01\nhelp: that version grants nothing; take it out, or write "grants" in the policy',
      'kota/kios/cases.json:2:132 kesalahan LYK708 tidak ada pemberian "iuran" dalam versi 2024-10-01\nbantuan: versi itu tidak memberikan apa pun; hapus, atau tulis "grants" dalam aturannya',
    ],
  },
];
