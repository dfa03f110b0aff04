import type { LeafOperator, Quantifier } from "../../engine/conditions/operators.ts";

/** Each operator and the one that holds where it does not; with an unknown value neither does. */
const OPPOSITES: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  greaterThanInclusive: "lessThan",
  greaterThan: "lessThanInclusive",
  lessThanInclusive: "greaterThan",
  before: "onOrAfter",
  onOrAfter: "before",
  after: "onOrBefore",
  onOrBefore: "after",
  contains: "doesNotContain",
  doesNotContain: "contains",
};

const QUANTIFIER_OPPOSITES: Readonly<Record<Quantifier, Quantifier>> = {
  everyFact: "someFact",
  someFact: "everyFact",
  everyValue: "someValue",
  someValue: "everyValue",
};

/** An operator without any negation: what is asked, and of which items. */
export interface StatedOperator {
  readonly name: string;
  readonly quantifier: Quantifier | null;
}

/**
 * The operator that says the same without *not*: where `negated`, the one that holds exactly where
 * the leaf's own does not, and is unknown where that is.
 */
export function statedOperator(operator: LeafOperator, negated: boolean): StatedOperator {
  const { baseName, quantifier } = operator;
  if (operator.negated === negated) return { name: baseName, quantifier };
  return {
    name: oppositeOf(baseName),
    quantifier: quantifier === null ? null : QUANTIFIER_OPPOSITES[quantifier],
  };
}

/** The operator that holds where this one does not. */
export function oppositeOf(name: string): string {
  const opposite = OPPOSITES[name];
  if (opposite === undefined) throw new TypeError(`no operator: ${name}`);
  return opposite;
}
