import { OPERATORS, type OperatorFault } from "../../engine/conditions/operators.ts";
import { suggest } from "../../engine/suggest.ts";
import { decoratorsOutOfOrder, swapNotSupported } from "../diagnostics/conditions.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { unknownDecorator, unknownOperator } from "../diagnostics/names.ts";

const DECORATORS = ["not", "someFact", "everyFact", "someValue", "everyValue"];

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
export function operatorFinding(name: string, { part, word }: OperatorFault): Finding {
  if (name.split(":").slice(0, -1).includes("swap")) return swapNotSupported(name);
  if (part === "order") return decoratorsOutOfOrder(name, word);
  if (part === "decorator") {
    return unknownDecorator(word, suggest(word, DECORATORS), DECORATORS);
  }
  const operators = Object.keys(OPERATORS);
  const other = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined;
  return unknownOperator(word, other ?? suggest(word, operators), operators);
}
