import fc from "fast-check";
import type { FactShape, ScalarShape } from "../../../src/engine/model/catalogue.ts";
import type { DurationShape } from "../../../src/engine/model/pack.ts";
import { ABC, type GeneratedCatalogue, LIST_OF_ABC } from "./catalogue.ts";
import { type Domain, NARROW } from "./domains.ts";
import { grantsArbitrary } from "./grants.ts";
import { type GeneratedParameters, tableArbitrary } from "./parameters.ts";
import { policyArbitrary, type UndatedPolicy } from "./policies.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Ends of months, leap days, and both ends of the calendar. */
const DAYS: readonly string[] = [
  "0001-01-01",
  "0001-03-31",
  "1900-02-28",
  "2000-02-29",
  "2023-02-28",
  "2024-02-28",
  "2024-02-29",
  "2024-03-31",
  "2025-02-28",
  "2025-12-31",
  "2026-01-31",
  "2026-03-01",
  "2026-08-31",
  "2028-02-29",
  "2100-03-01",
  "9999-11-30",
  "9999-12-31",
];

const DURATIONS: readonly string[] = [...NARROW.durations, "P4Y", "P11M", "P1Y1D", "P100Y", "P52W"];

/** Of every script and plane, and whatever means something in source, SQL, JSON, a page or a shell. */
const TEXTS: readonly string[] = [
  "",
  " ",
  "a",
  "A",
  "à",
  "a\u0300",
  "ß",
  "İ",
  "ŋ",
  "中",
  "ﷺ",
  "\ufeff",
  "\uffff",
  "😀",
  "😀\u200d",
  "𝒳",
  "'",
  "''",
  '"',
  "\\",
  "\\'",
  "\n",
  "\t",
  "\0",
  "\u2028",
  "\u2029",
  "`",
  `$\{f}`,
  "{asOf}",
  "*/",
  "--",
  ";",
  "%",
  "</script>",
  "<!--",
  "null",
  "NULL",
  "true",
  "0",
  "__proto__",
  "constructor",
];

const LARGEST = Number.MAX_SAFE_INTEGER;
const WHOLES: readonly number[] = [-LARGEST, -16_800, -1, 0, 1, 2, 3, 12, 16_800, 1e15, LARGEST];

/** With neighbours that differ in the last bit, and numbers that no decimal of SQL holds. */
const FRACTIONS: readonly number[] = [
  -0.5,
  0.1,
  0.29,
  0.3,
  0.1 + 0.2,
  0.5,
  1.5,
  99.99,
  1e-7,
  1e21,
  2_251_799_813_685_247.5,
];

function some<Value>(values: readonly Value[], most: number): fc.Arbitrary<Value[]> {
  return fc.subarray([...values], { minLength: 2, maxLength: most });
}

/** A few of many values: so few that facts are equal to what rules name now and then. */
export const wideDomain: fc.Arbitrary<Domain> = fc
  .record({
    days: some(DAYS, 5),
    durations: some(DURATIONS, 5),
    texts: some(TEXTS, 5),
    wholes: some(WHOLES, 5),
    fractions: some(FRACTIONS, 3),
  })
  .map(({ fractions, ...domain }) => ({
    ...domain,
    // One of them can be a decimal of any scale.
    numbers: [...new Set([...fractions, ...domain.wholes.slice(0, 2), 1.5])],
  }));

/** Without the calendar's ends: no rule may move a parameter beyond them. */
export function ofParameters(domain: Domain): Domain {
  const days = domain.days.filter((day) => day > "1800" && day < "3000");
  return { ...domain, days: days.length > 0 ? days : NARROW.days };
}

/** Facts of every type without any limits, and lists of each; codes that are named by any text. */
export function wideShapes({ texts }: Domain): readonly (readonly [string, FactShape])[] {
  // No record that was read from JSON has a prototype's name as its own.
  const named = texts.filter((text) => text !== "__proto__");
  const codes = Object.fromEntries(named.map((text) => [text, { id: `kode ${text}` }]));
  const scalars: readonly (readonly [string, ScalarShape])[] = [
    ["flag", { type: "boolean" }],
    ["amount", { type: "integer" }],
    ["size", { type: "number" }],
    ["price", { type: "money" }],
    ["share", { type: "decimal", scale: 2 }],
    ["day", { type: "date" }],
    ["sort", { type: "code", codes }],
    ["word", { type: "string" }],
  ];
  const lists = scalars.map(([id, items]): readonly [string, FactShape] => [
    `${id}s`,
    { type: "list", items },
  ]);
  const others = scalars.map(([id, shape]) => [`other.${id}`, shape] as const);
  return [...scalars, ...lists, ...others, ["kind", ABC], ["tags", LIST_OF_ABC]];
}

/** The same for parameters, which may be durations too. */
export function wideParameterShapes(
  domain: Domain,
): readonly (readonly [string, FactShape | DurationShape])[] {
  const values = wideShapes(domain).map(([id, shape]) => [`limit.${id}`, shape] as const);
  const durations = ["grace", "term.long", "term.short"];
  return [...values, ...durations.map((id) => [id, { type: "duration" }] as const)];
}

/** The parameters, with tables by the codes of some of the facts. */
export function withTables(
  { facts }: GeneratedCatalogue,
  parameters: GeneratedParameters,
  domain: Domain,
): fc.Arbitrary<GeneratedParameters> {
  const tables = Object.entries(facts).flatMap(([id, fact]) =>
    fact.type === "code"
      ? [tableArbitrary(`by.${id}`, { type: "money" }, id, Object.keys(fact.codes), domain)]
      : [],
  );
  return fc.tuple(...tables).map((entries) => ({ ...parameters, ...Object.fromEntries(entries) }));
}

/** Policies that grant something, with titles that hold anything. */
export function widePolicyArbitrary(vocabulary: Vocabulary): fc.Arbitrary<UndatedPolicy> {
  // Braces are placeholders in a text.
  const titles = vocabulary.domain.texts.map((text) => `Syarat ${text.replaceAll(/[{}]/g, "")}`);
  return fc
    .record({
      policy: policyArbitrary(vocabulary),
      grants: grantsArbitrary(vocabulary),
      title: fc.constantFrom(...titles),
    })
    .map(({ policy, grants, title }) => ({
      ...policy,
      title: { id: title },
      requirements: policy.requirements.map((requirement) => ({
        ...requirement,
        title: { id: title, en: title },
      })),
      ...(grants.length > 0 && { grants }),
    }));
}

/** Days around leap days and ends of months, on each of which some generated policy is in force. */
export const WIDE_ASKED: readonly string[] = [
  "2024-01-31",
  "2024-02-28",
  "2024-02-29",
  "2024-03-01",
  "2025-02-28",
  "2025-12-31",
  "2026-01-31",
  "2026-02-27",
  "2026-02-28",
  "2026-03-31",
  "2026-05-31",
];
