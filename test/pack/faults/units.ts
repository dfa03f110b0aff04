import type { Fault } from "../support/fault.ts";
import { type Change, swap } from "../support/rules.ts";

/** Puts "h" into the facts at 3:5, beside things with units. */
function computed(declared: string, operation: string, ...of: readonly string[]): Change {
  const rounding = operation === "quotient" ? `"scale": 0, "rounding": "down", ` : "";
  const terms = of.map((term) => (/^[\d{]/.test(term) ? term : `{ "fact": "${term}" }`));
  const given = `"label": { "id": "Ukuran" }, "source": "office", "personal": true`;
  const facts = [
    `"h": { "type": ${declared}, "label": { "id": "Hitungan" }, "source": "system", "personal": true, "compute": { "operation": "${operation}", ${rounding}"of": [${terms.join(", ")}] } }`,
    ...["kg", "ha", "bulan", "persen", "kg/ha"].map(
      (unit) =>
        `"in.${unit.replace("/", "Per")}": { "type": "integer", "unit": "${unit}", ${given} }`,
    ),
    `"payments": { "type": "list", "items": { "type": "money" }, ${given} }`,
  ];
  return swap("facts.json", `"blacklisted"`, [...facts, `"blacklisted"`].join(",\n    "));
}

const HELP = `help: make them agree; what has decimals is rounded by a "quotient" by 1, with "scale" and "rounding"`;
const BANTUAN = `bantuan: samakan jenisnya; yang berdesimal dibulatkan dengan "quotient" oleh 1, dengan "scale" dan "rounding"`;

const HECTARES = `"integer", "unit": "ha"`;
const KILOS = `"integer", "unit": "kg"`;
const NESTED = `{ "operation": "product", "of": [{ "fact": "in.kg" }, { "fact": "in.ha" }] }`;

const misfit = (behaviour: string, change: Change, at: string, told: string, result: string) => ({
  behaviour,
  changes: [change],
  told: [
    `facts.json:${at} error LYK336 "h" is declared as ${told}, but its computation gives ${result}\n${HELP}`,
    `facts.json:${at} kesalahan LYK336 "h" dinyatakan ${told}, tetapi hasil hitungannya ${result}\n${BANTUAN}`,
  ],
});

/** Units and money that multiplying and dividing make into others. */
export const UNIT_FAULTS: readonly Fault[] = [
  misfit(
    "a product of two units, declared in one of them",
    computed(HECTARES, "product", "in.kg", "in.ha"),
    "3:125",
    "integer, ha",
    "integer, kg × ha",
  ),
  misfit(
    "a quotient of two units, declared in the divisor's",
    computed(HECTARES, "quotient", "in.kg", "in.ha"),
    "3:125",
    "integer, ha",
    "integer, kg ÷ ha",
  ),
  misfit(
    "a ratio, declared in the unit of what it is of",
    computed(KILOS, "quotient", "in.kg", "in.kg"),
    "3:125",
    "integer, kg",
    "integer, kg ÷ kg",
  ),
  misfit(
    "what is left of two units after one is divided away",
    computed(HECTARES, "quotient", NESTED, "in.ha"),
    "3:125",
    "integer, ha",
    "integer, kg",
  ),
  misfit(
    "the most of two products of two units, declared in one of them",
    computed(HECTARES, "maximum", NESTED, NESTED),
    "3:125",
    "integer, ha",
    "integer, kg × ha",
  ),
  {
    behaviour: "money multiplied by itself in a list",
    changes: [computed(`"money"`, "product", "payments")],
    told: [
      'facts.json:3:142 error LYK333 "product" takes numbers, at most one of them money; "payments" does not fit\nhelp: make types and units agree, or use another operation',
      'facts.json:3:142 kesalahan LYK333 "product" memerlukan bilangan, paling banyak satu di antaranya uang; "payments" tidak cocok\nbantuan: samakan jenis dan satuannya, atau pakai operasi lain',
    ],
  },
  {
    behaviour: "a number divided by money",
    changes: [computed(`"integer"`, "quotient", "1", "retribution.paid")],
    told: [
      'facts.json:3:180 error LYK333 "quotient" takes two numbers; money may only be divided, unless it is divided by money; "retribution.paid" does not fit\nhelp: make types and units agree, or use another operation',
      'facts.json:3:180 kesalahan LYK333 "quotient" memerlukan dua bilangan; uang hanya boleh dibagi, kecuali uang dibagi uang; "retribution.paid" tidak cocok\nbantuan: samakan jenis dan satuannya, atau pakai operasi lain',
    ],
  },
  ...(
    [
      ["units that name the result", computed(KILOS, "product", "in.kgPerha", "in.ha")],
      ["a share of an amount", computed(KILOS, "product", "in.persen", "in.kg")],
      [
        "a unit of its own for a product",
        computed(`"integer", "unit": "kg ha"`, "product", "in.kg", "in.ha"),
      ],
      ["a ratio without a unit", computed(`"integer"`, "quotient", "in.kg", "in.kg")],
      ["one unit divided away again", computed(KILOS, "quotient", NESTED, "in.ha")],
      ["money by money", computed(`"integer"`, "quotient", "retribution.paid", "retribution.paid")],
      [
        "money by a number that is written out",
        computed(`"money"`, "quotient", "retribution.paid", "12"),
      ],
      [
        "a number of months times money",
        computed(`"money"`, "product", "in.bulan", "retribution.paid"),
      ],
    ] as const
  ).map(([behaviour, change]) => ({ behaviour, changes: [change], told: [] })),
];
