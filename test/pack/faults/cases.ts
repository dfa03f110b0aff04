import type { Fault } from "../support/fault.ts";
import { CASES, POLICY, put, RULES, swap, withFacts } from "../support/rules.ts";

const expectation = (rest: string) => swap(CASES, `"outcome": "eligible"`, rest);

/** `LYK7xx`: cases. */
export const CASE_FAULTS: readonly Fault[] = [
  {
    behaviour: "a case's name that stands twice is told at its second place",
    changes: [
      swap(
        CASES,
        "\n]",
        `,\n  { "name": "Lunas", "asOf": "2026-11-22", "facts": {}, "expect": { "outcome": "undetermined" } }\n]`,
      ),
    ],
    told: [
      'kota/kios/cases.json:3:13 error LYK701 the case "Lunas" already stands on line 2\nhelp: give one of them another name',
      'kota/kios/cases.json:3:13 kesalahan LYK701 kasus "Lunas" sudah ada pada baris 2\nbantuan: beri salah satunya nama lain',
    ],
  },
  {
    behaviour: "a version whose file is misnamed is told of the file alone",
    changes: [
      swap(CASES, `"facts"`, `"version": "2024-10-02", "facts"`),
      put("kota/kios/2-10-2024.json", "{}"),
    ],
    told: [
      'kota/kios/2-10-2024.json:1:1 error LYK104 the file name "2-10-2024.json" is not a date of the calendar\nhelp: did you mean "2024-10-02.json"?',
      'kota/kios/2-10-2024.json:1:1 kesalahan LYK104 nama berkas "2-10-2024.json" bukan tanggal yang ada di kalender\nbantuan: mungkin maksudnya "2024-10-02.json"?',
    ],
  },
  {
    behaviour: "a version that is no file is told with those that there are",
    changes: [swap(CASES, `"facts"`, `"version": "2024-10-02", "facts"`)],
    told: [
      'kota/kios/cases.json:2:55 error LYK702 there is no version "2024-10-02"\nhelp: if that version was given up, delete this case; if its file was lost, bring it back; if it is a slip, there are: "2024-10-01"',
      'kota/kios/cases.json:2:55 kesalahan LYK702 tidak ada versi "2024-10-02"\nbantuan: bila versi itu tidak jadi dibuat, hapus kasus ini; bila berkasnya hilang, kembalikan; bila salah tulis, yang ada: "2024-10-01"',
    ],
  },
  {
    behaviour: "a day on which no policy is in force is told",
    changes: [swap(CASES, "2026-11-22", "2024-09-30")],
    told: [
      'kota/kios/cases.json:2:30 error LYK703 no policy of "kota/kios" is in force on 2024-09-30\nhelp: the first policy holds from 2024-10-01; write an "asOf" of that day or later',
      'kota/kios/cases.json:2:30 kesalahan LYK703 tidak ada aturan "kota/kios" yang berlaku pada 2024-09-30\nbantuan: aturan pertama berlaku mulai 2024-10-01; tulis "asOf" hari itu atau sesudahnya',
    ],
  },
  {
    behaviour: "a draft is in force on no day, but decides where the case names it",
    changes: [
      put("kota/kios/2027-01-01.json", (RULES[POLICY] ?? "").replace(`"pilot"`, `"draft"`)),
      swap(CASES, `"facts"`, `"version": "2027-01-01", "facts"`),
    ],
    told: [],
  },
  {
    behaviour: "requirements that the version does not have are told",
    changes: [expectation(`"outcome": "ineligible", "unmet": ["terlindung", "terlindungi"]`)],
    told: [
      'kota/kios/cases.json:2:132 error LYK704 there is no requirement "terlindung" in the version of 2024-10-01\nhelp: did you mean "terlindungi"?',
      'kota/kios/cases.json:2:132 kesalahan LYK704 tidak ada persyaratan "terlindung" dalam versi 2024-10-01\nbantuan: mungkin maksudnya "terlindungi"?',
    ],
  },
  {
    behaviour: "names that no missing fact can have are told, and none that one can",
    changes: [
      expectation(
        `"outcome": "undetermined", "missing": ["coverage.status", "drivers", "drivers[0].coverage.status", "drivers[0].coverage.programmes[1]", "coverage.programmes[0]", "parameter.iuran",
      "coverage.statuss", "drivers.count", "drivers[0].vehicle.plate", "drivers[0]", "asOf", "parameter.x", "blacklisted[0]"]`,
      ),
    ],
    told: [
      'kota/kios/cases.json:3:7 error LYK705 "coverage.statuss" is not the name of a fact that can be missing\nhelp: did you mean "coverage.status"?',
      'kota/kios/cases.json:3:7 kesalahan LYK705 "coverage.statuss" bukan nama fakta yang dapat kurang\nbantuan: mungkin maksudnya "coverage.status"?',
      'kota/kios/cases.json:3:27 error LYK705 "drivers.count" is not the name of a fact that can be missing\nhelp: did you mean "drivers"?',
      'kota/kios/cases.json:3:27 kesalahan LYK705 "drivers.count" bukan nama fakta yang dapat kurang\nbantuan: mungkin maksudnya "drivers"?',
      'kota/kios/cases.json:3:44 error LYK705 "drivers[0].vehicle.plate" is not the name of a fact that can be missing\nhelp: write the fact\'s id; for an item of a group, such as "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:44 kesalahan LYK705 "drivers[0].vehicle.plate" bukan nama fakta yang dapat kurang\nbantuan: tulis id faktanya; untuk anggota grup, misalnya "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:72 error LYK705 "drivers[0]" is not the name of a fact that can be missing\nhelp: did you mean "drivers"?',
      'kota/kios/cases.json:3:72 kesalahan LYK705 "drivers[0]" bukan nama fakta yang dapat kurang\nbantuan: mungkin maksudnya "drivers"?',
      'kota/kios/cases.json:3:86 error LYK705 "asOf" is not the name of a fact that can be missing\nhelp: write the fact\'s id; for an item of a group, such as "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:86 kesalahan LYK705 "asOf" bukan nama fakta yang dapat kurang\nbantuan: tulis id faktanya; untuk anggota grup, misalnya "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:94 error LYK705 "parameter.x" is not the name of a fact that can be missing\nhelp: write the fact\'s id; for an item of a group, such as "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:94 kesalahan LYK705 "parameter.x" bukan nama fakta yang dapat kurang\nbantuan: tulis id faktanya; untuk anggota grup, misalnya "drivers[1].coverage.status"',
      'kota/kios/cases.json:3:109 error LYK705 "blacklisted[0]" is not the name of a fact that can be missing\nhelp: did you mean "blacklisted"?',
      'kota/kios/cases.json:3:109 kesalahan LYK705 "blacklisted[0]" bukan nama fakta yang dapat kurang\nbantuan: mungkin maksudnya "blacklisted"?',
    ],
  },
  {
    behaviour: "facts that Layak sets are told",
    changes: [
      withFacts(
        `{ "asOf": "2026-01-01", "parameter.iuran": 1, "drivers.count": 1, "drivers": [{ "asOf": "2026-01-01" }] }`,
      ),
    ],
    told: [
      'kota/kios/cases.json:2:55 error LYK706 "asOf" is set by Layak and cannot be given\nhelp: take it out of the facts',
      'kota/kios/cases.json:2:55 kesalahan LYK706 "asOf" ditetapkan oleh Layak dan tidak boleh diisi\nbantuan: hapus dari fakta',
      'kota/kios/cases.json:2:77 error LYK706 "parameter.iuran" is set by Layak and cannot be given\nhelp: take it out of the facts',
      'kota/kios/cases.json:2:77 kesalahan LYK706 "parameter.iuran" ditetapkan oleh Layak dan tidak boleh diisi\nbantuan: hapus dari fakta',
      'kota/kios/cases.json:2:99 error LYK706 "drivers.count" is set by Layak and cannot be given\nhelp: take it out of the facts',
      'kota/kios/cases.json:2:99 kesalahan LYK706 "drivers.count" ditetapkan oleh Layak dan tidak boleh diisi\nbantuan: hapus dari fakta',
      'kota/kios/cases.json:2:133 error LYK706 "asOf" is set by Layak and cannot be given\nhelp: take it out of the facts',
      'kota/kios/cases.json:2:133 kesalahan LYK706 "asOf" ditetapkan oleh Layak dan tidak boleh diisi\nbantuan: hapus dari fakta',
    ],
  },
  {
    behaviour: "too few and too many items are told",
    changes: [withFacts(`{ "drivers": [] }`)],
    told: [
      'kota/kios/cases.json:2:66 error LYK707 "drivers" holds 0, but must hold 1 to 3\nhelp: add to it; if it is not known, delete its key',
      'kota/kios/cases.json:2:66 kesalahan LYK707 "drivers" berisi 0, seharusnya 1 sampai 3\nbantuan: tambahkan isinya; bila belum diketahui, hapus kuncinya',
    ],
  },
  {
    behaviour: "facts of groups' items are checked each at its place",
    changes: [
      withFacts(
        `{ "drivers": [null, { "coverage.status": "aktif", "vehicle.plate": "A 1", "coverage.statuss": "AKTIF" }] }`,
      ),
    ],
    told: [
      'kota/kios/cases.json:2:94 error LYK209 "aktif" is not a code of "coverage.status"\nhelp: did you mean "AKTIF"?',
      'kota/kios/cases.json:2:94 kesalahan LYK209 "aktif" bukan kode "coverage.status"\nbantuan: mungkin maksudnya "AKTIF"?',
      'kota/kios/cases.json:2:103 error LYK410 "vehicle.plate" is not a fact of the items of "drivers"\nhelp: inside the group only asOf, parameters, and "coverage.status", "coverage.programmes"',
      'kota/kios/cases.json:2:103 kesalahan LYK410 "vehicle.plate" bukan fakta anggota grup "drivers"\nbantuan: di dalam grup hanya asOf, parameter, dan "coverage.status", "coverage.programmes"',
      'kota/kios/cases.json:2:127 error LYK203 unknown fact "coverage.statuss"\nhelp: did you mean "coverage.status"?',
      'kota/kios/cases.json:2:127 kesalahan LYK203 fakta "coverage.statuss" tidak dikenal\nbantuan: mungkin maksudnya "coverage.status"?',
    ],
  },
  {
    behaviour: "a wrong policy does not hide a wrong case",
    changes: [swap(POLICY, `"pilot"`, `"piloot"`), withFacts(`{ "blacklisted": 1 }`)],
    told: [
      'kota/kios/2024-10-01.json:4:13 error LYK303 "status" cannot be "piloot"\nhelp: did you mean "pilot"?',
      'kota/kios/2024-10-01.json:4:13 kesalahan LYK303 "status" tidak boleh "piloot"\nbantuan: mungkin maksudnya "pilot"?',
      'kota/kios/cases.json:2:70 error LYK308 the value of "blacklisted" must be true or false, not the number 1\nhelp: write true',
      'kota/kios/cases.json:2:70 kesalahan LYK308 nilai "blacklisted" harus true atau false, bukan angka 1\nbantuan: tulis true',
    ],
  },
  {
    behaviour: "a policy that is not JSON makes no case wrong",
    changes: [put(POLICY, "{")],
    told: [
      'kota/kios/2024-10-01.json:1:2 error LYK108 "}" is expected here\nhelp: write "}" here, to close the "{" of line 1',
      'kota/kios/2024-10-01.json:1:2 kesalahan LYK108 di sini seharusnya ada "}"\nbantuan: tulis "}" di sini, untuk menutup "{" baris 1',
    ],
  },
];
