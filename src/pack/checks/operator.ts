import {
  type LeafOperator,
  OPERATORS,
  QUANTIFIERS,
  readOperator,
} from "../../engine/conditions/operators.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import { decoratorsOutOfOrder, swapNotSupported } from "../diagnostics/conditions.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { unknownDecorator, unknownOperator } from "../diagnostics/names.ts";
import { suggest } from "../suggest.ts";

const DECORATORS: readonly string[] = ["not", ...QUANTIFIERS];

/** What people coming from other languages write. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  "=": "equal",
  "==": "equal",
  "===": "equal",
  is: "equal",
  adalah: "equal",
  sama: "equal",
  "sama dengan": "equal",
  "!=": "notEqual",
  "!==": "notEqual",
  "<>": "notEqual",
  "≠": "notEqual",
  bukan: "notEqual",
  "tidak sama dengan": "notEqual",
  "<": "lessThan",
  "kurang dari": "lessThan",
  "<=": "lessThanInclusive",
  "≤": "lessThanInclusive",
  maksimal: "lessThanInclusive",
  "paling banyak": "lessThanInclusive",
  lessThanOrEqual: "lessThanInclusive",
  ">": "greaterThan",
  "lebih dari": "greaterThan",
  ">=": "greaterThanInclusive",
  "≥": "greaterThanInclusive",
  minimal: "greaterThanInclusive",
  "paling sedikit": "greaterThanInclusive",
  greaterThanOrEqual: "greaterThanInclusive",
  sebelum: "before",
  "paling lambat": "onOrBefore",
  sampai: "onOrBefore",
  sesudah: "after",
  setelah: "after",
  sejak: "onOrAfter",
  mulai: "onOrAfter",
  includes: "contains",
  memuat: "contains",
  berisi: "contains",
  "tidak memuat": "doesNotContain",
  "salah satu dari": "in",
  termasuk: "in",
  "bukan salah satu dari": "notIn",
};

/** What says of days what an operator of numbers says, and the other way round. */
const OF_DAYS: Readonly<Record<string, string>> = {
  lessThan: "before",
  lessThanInclusive: "onOrBefore",
  greaterThan: "after",
  greaterThanInclusive: "onOrAfter",
};
const OF_NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OF_DAYS).map(([ofNumbers, ofDays]) => [ofDays, ofNumbers]),
);
const OF_LISTS: Readonly<Record<string, string>> = {
  equal: "contains",
  notEqual: "doesNotContain",
  in: "someFact:in",
  notIn: "everyFact:notIn",
};
const OF_ONE: Readonly<Record<string, string>> = { contains: "equal", doesNotContain: "notEqual" };

/** Why a name is no operator, in words; `shape` is the fact's, where it is known. */
export function operatorFinding(name: string, shape: FactShape | null): Finding {
  const decorators = name.split(":");
  const base = decorators.pop() ?? "";
  if (decorators.includes("swap")) return swapNotSupported(name);
  if (!Object.hasOwn(OPERATORS, base)) return baseFinding(base, shape);
  const unknown = decorators.find((decorator) => !DECORATORS.includes(decorator));
  if (unknown !== undefined)
    return unknownDecorator(unknown, suggest(unknown, DECORATORS), DECORATORS);
  // All are decorators, so one stands where none may: behind a quantifier, or "not" behind "not".
  const [first = "", second = "", third = ""] = decorators;
  return decoratorsOutOfOrder(name, first === "not" && second !== "not" ? third : second);
}

function baseFinding(word: string, shape: FactShape | null): Finding {
  const operators = Object.keys(OPERATORS);
  const lower = word.trim().toLowerCase();
  const other = Object.hasOwn(OTHER_WORDS, lower) ? OTHER_WORDS[lower] : OTHER_WORDS[word];
  const meant = other ?? suggest(word, operators);
  if (shape === null || meant === null) return unknownOperator(word, meant, operators);
  const fitting = operators.filter((name) => OPERATORS[name]?.expects(shape));
  const fits = fitting.includes(meant) ? meant : counterpartIn(meant, shape);
  return unknownOperator(word, fits, fitting);
}

/** What says of a fact's type what an operator that does not fit it says of others. */
export function counterpartOf(
  { name, baseName }: LeafOperator,
  shape: FactShape,
  isListed: boolean,
): string | null {
  if (name !== baseName) return null;
  const counterpart = counterpartIn(baseName, shape);
  if (counterpart === null || !isListed) return counterpart;
  if (shape.type === "list")
    return `everyValue:${counterpart}`.replace(/^(everyValue:)(\w+:)/, "$2");
  return counterpart === "equal" ? "in" : counterpart === "notEqual" ? "notIn" : counterpart;
}

function counterpartIn(name: string, shape: FactShape): string | null {
  const table =
    shape.type === "list"
      ? OF_LISTS
      : shape.type === "date"
        ? { ...OF_DAYS, ...OF_ONE }
        : { ...OF_NUMBERS, ...OF_ONE };
  const counterpart = table[name];
  return counterpart !== undefined && fits(counterpart, shape) ? counterpart : null;
}

function fits(name: string, shape: FactShape): boolean {
  return (readOperator(name)?.expects(shape) ?? null) !== null;
}
