import type { Fault } from "../support/fault.ts";
import { type Change, put, swap } from "../support/rules.ts";

const LABEL = `"label": { "id": "Luas" }, "sources": []`;
const REST = `${LABEL}, "values": [{ "from": "2024-01-01", "provenance": "assumed", "value":`;
const NATIONAL = `"type": "decimal", "scale": 2, "unit": "ha"`;

/** The nation's parameter "luas", with which "h" is computed. */
function national(
  kind = NATIONAL,
  value = "1.25",
  computed = `"decimal", "scale": 2, "unit": "ha"`,
) {
  const h = `"h": { "type": ${computed}, "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "sum", "of": [{ "fact": "parameter.luas" }] } }`;
  return (files: Parameters<Change>[0]) =>
    swap(
      "parameters.json",
      `"iuran":`,
      `"luas": { ${kind}, ${REST} ${value} }] },\n    "iuran":`,
    )(swap("facts.json", `"blacklisted"`, `${h},\n    "blacklisted"`)(files));
}

/** The city's own "luas", at 2:1. */
const own = (kind: string, value = "2.5") =>
  put("kota/parameters.json", `{ "parameters": {\n"luas": { ${kind}, ${REST} ${value} }] } } }`);

const MISFITS: readonly Fault[] = [
  {
    behaviour: "a city's number where facts are computed with the nation's decimal",
    changes: [national(), own(`"type": "integer", "unit": "ha"`, "2")],
    told: [
      'kota/parameters.json:2:19 error LYK343 here "luas" has "type": "integer", but nationally "type": "decimal", and "h" is computed with it\nhelp: write "type": "decimal", or use another id',
      'kota/parameters.json:2:19 kesalahan LYK343 di sini "luas" "type": "integer", tetapi secara nasional "type": "decimal", dan "h" dihitung dengannya\nbantuan: tulis "type": "decimal", atau pakai id lain',
    ],
  },
  {
    behaviour: "a city's decimal with more digits than facts are computed with",
    changes: [national(), own(`"type": "decimal", "scale": 3, "unit": "ha"`)],
    told: [
      'kota/parameters.json:2:39 error LYK343 here "luas" has "scale": 3, but nationally "scale": 2, and "h" is computed with it\nhelp: write "scale": 2, or use another id',
      'kota/parameters.json:2:39 kesalahan LYK343 di sini "luas" "scale": 3, tetapi secara nasional "scale": 2, dan "h" dihitung dengannya\nbantuan: tulis "scale": 2, atau pakai id lain',
    ],
  },
  {
    behaviour: "a city's decimal in another unit",
    changes: [national(), own(`"type": "decimal", "scale": 2, "unit": "m2"`)],
    told: [
      'kota/parameters.json:2:50 error LYK343 here "luas" has "unit": "m2", but nationally "unit": "ha", and "h" is computed with it\nhelp: write "unit": "ha", or use another id',
      'kota/parameters.json:2:50 kesalahan LYK343 di sini "luas" "unit": "m2", tetapi secara nasional "unit": "ha", dan "h" dihitung dengannya\nbantuan: tulis "unit": "ha", atau pakai id lain',
    ],
  },
  {
    behaviour: "a city's decimal without its unit",
    changes: [national(), own(`"type": "decimal", "scale": 2`)],
    told: [
      'kota/parameters.json:2:1 error LYK343 here "luas" has no "unit", but nationally "unit": "ha", and "h" is computed with it\nhelp: write "unit": "ha", or use another id',
      'kota/parameters.json:2:1 kesalahan LYK343 di sini "luas" tanpa "unit", tetapi secara nasional "unit": "ha", dan "h" dihitung dengannya\nbantuan: tulis "unit": "ha", atau pakai id lain',
    ],
  },
  {
    behaviour: "a city's table where the nation has one value for everybody",
    changes: [national(), own(`${NATIONAL}, "by": "market.section"`, `{ "1": 2.5, "2": 3.5 }`)],
    told: [
      'kota/parameters.json:2:62 error LYK343 here "luas" has "by": "market.section", but nationally no "by", and "h" is computed with it\nhelp: take "by" out, or use another id',
      'kota/parameters.json:2:62 kesalahan LYK343 di sini "luas" "by": "market.section", tetapi secara nasional tanpa "by", dan "h" dihitung dengannya\nbantuan: hapus "by", atau pakai id lain',
    ],
  },
  {
    behaviour: "a city's list of other items",
    changes: [
      national(`"type": "list", "items": { "type": "integer" }`, "[1]", `"integer"`),
      own(`"type": "list", "items": { "type": "money" }`, "[2]"),
    ],
    told: [
      'kota/parameters.json:2:36 error LYK343 here "luas" has "items": { "type": "money" }, but nationally "items": { "type": "integer" }, and "h" is computed with it\nhelp: write "items": { "type": "integer" }, or use another id',
      'kota/parameters.json:2:36 kesalahan LYK343 di sini "luas" "items": { "type": "money" }, tetapi secara nasional "items": { "type": "integer" }, dan "h" dihitung dengannya\nbantuan: tulis "items": { "type": "integer" }, atau pakai id lain',
    ],
  },
];

const OTHER_TYPES: readonly Fault[] = [
  ["duration", `"P3M"`],
  ["string", `"dua"`],
  ["date", `"2024-01-02"`],
  ["money", "2"],
].map(([type, value]) => ({
  behaviour: `a city's ${type} where facts are computed with the nation's decimal`,
  changes: [national(), own(`"type": "${type}"`, value)],
  told: [
    `kota/parameters.json:2:19 error LYK343 here "luas" has "type": "${type}", but nationally "type": "decimal", and "h" is computed with it\nhelp: write "type": "decimal", or use another id`,
    `kota/parameters.json:2:19 kesalahan LYK343 di sini "luas" "type": "${type}", tetapi secara nasional "type": "decimal", dan "h" dihitung dengannya\nbantuan: tulis "type": "decimal", atau pakai id lain`,
  ],
}));

/** Parameters of a city that facts of the nation are computed with. */
export const OVERRIDE_FAULTS: readonly Fault[] = [
  ...MISFITS,
  ...OTHER_TYPES,
  {
    behaviour: "a city's own value of the same kind, or with fewer digits, is nobody's fault",
    changes: [national(), own(`"type": "decimal", "scale": 1, "unit": "ha"`)],
    told: [],
  },
  {
    behaviour: "nor is one value for everybody instead of the nation's table",
    changes: [
      national(`${NATIONAL}, "by": "market.section"`, `{ "1": 2.5, "2": 3.5 }`),
      own(NATIONAL),
    ],
    told: [],
  },
  {
    behaviour: "nor is another type of what nothing is computed with",
    changes: [
      put(
        "kota/parameters.json",
        `{ "parameters": { "batas": { "type": "integer", ${REST} 2 }] } } }`,
      ),
    ],
    told: [],
  },
];
