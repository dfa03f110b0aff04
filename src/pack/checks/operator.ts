import { OPERATORS, QUANTIFIERS } from "../../engine/conditions/operators.ts";
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
  "!=": "notEqual",
  "!==": "notEqual",
  "<": "lessThan",
  "<=": "lessThanInclusive",
  lessThanOrEqual: "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
  greaterThanOrEqual: "greaterThanInclusive",
  includes: "contains",
};

/** Why a name is no operator, in words. */
export function operatorFinding(name: string): Finding {
  const decorators = name.split(":");
  const base = decorators.pop() ?? "";
  if (decorators.includes("swap")) return swapNotSupported(name);
  if (!Object.hasOwn(OPERATORS, base)) return baseFinding(base);
  const unknown = decorators.find((decorator) => !DECORATORS.includes(decorator));
  if (unknown !== undefined)
    return unknownDecorator(unknown, suggest(unknown, DECORATORS), DECORATORS);
  // All are decorators, so one stands where none may: behind a quantifier, or "not" behind "not".
  const [first = "", second = "", third = ""] = decorators;
  return decoratorsOutOfOrder(name, first === "not" && second !== "not" ? third : second);
}

function baseFinding(word: string): Finding {
  const operators = Object.keys(OPERATORS);
  const other = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
  return unknownOperator(word, other ?? suggest(word, operators), operators);
}
