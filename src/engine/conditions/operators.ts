import type { FactShape, ScalarShape } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import { FALSE, not, TRUE, type Truth, UNKNOWN } from "./truth.ts";
import { isList, type KnownValue } from "./values.ts";

/** Compares two known values; lists may hold unknown items. */
export type Comparison = (left: KnownValue, right: KnownValue) => Truth;

/**
 * How an operator holds its sides against each other. Closures, SQL and JavaScript source each have
 * one table of these, whose type lets none be left out.
 */
export type Relation =
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "notIn"
  | "contains"
  | "doesNotContain";

/** One entry of the operator table: its type rule, what it asks, and its words. */
export interface Operator {
  /** The shape that the right side must have; `null` where the operator does not fit the left. */
  readonly expects: (left: FactShape) => FactShape | null;
  readonly relation: Relation;
  /** Reads after "harus" and "must", before the value: "be at least". */
  readonly words: Text;
}

function among(item: KnownValue, list: KnownValue): Truth {
  if (!isList(list) || isList(item)) return UNKNOWN;
  let found: Truth = FALSE;
  for (const one of list) {
    if (one === item) return TRUE;
    if (one === null) found = UNKNOWN;
  }
  return found;
}

const scalar = (left: FactShape): FactShape | null => (left.type === "list" ? null : left);
const listOf = (left: FactShape): FactShape | null =>
  left.type === "list" ? null : { type: "list", items: left };
const itemOf = (left: FactShape): FactShape | null => (left.type === "list" ? left.items : null);
const NUMERIC: ReadonlySet<string> = new Set(["integer", "number", "money", "decimal"]);
const ordered = (left: FactShape): FactShape | null => (NUMERIC.has(left.type) ? left : null);
const dated = (left: FactShape): FactShape | null => (left.type === "date" ? left : null);

const truth = (holding: boolean): Truth => (holding ? TRUE : FALSE);

/** Holds two known values against each other: single ones, or a list with one. */
export function compare(relation: Relation, left: KnownValue, right: KnownValue): Truth {
  switch (relation) {
    case "=":
      return truth(left === right);
    case "<>":
      return truth(left !== right);
    case "<":
      return truth(left < right);
    case "<=":
      return truth(left <= right);
    case ">":
      return truth(left > right);
    case ">=":
      return truth(left >= right);
    case "in":
      return among(left, right);
    case "notIn":
      return not(among(left, right));
    case "contains":
      return among(right, left);
    case "doesNotContain":
      return not(among(right, left));
  }
}

function operator(
  expects: Operator["expects"],
  relation: Relation,
  id: string,
  en: string,
): Operator {
  return { expects, relation, words: { id, en } };
}

/** Every operator of the condition language. A new one is one entry here. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  equal: operator(scalar, "=", "sama dengan", "be"),
  notEqual: operator(scalar, "<>", "bukan", "not be"),
  in: operator(listOf, "in", "salah satu dari", "be one of"),
  notIn: operator(listOf, "notIn", "bukan salah satu dari", "be none of"),
  lessThan: operator(ordered, "<", "kurang dari", "be less than"),
  lessThanInclusive: operator(ordered, "<=", "paling banyak", "be at most"),
  greaterThan: operator(ordered, ">", "lebih dari", "be more than"),
  greaterThanInclusive: operator(ordered, ">=", "paling sedikit", "be at least"),
  before: operator(dated, "<", "sebelum", "be before"),
  onOrBefore: operator(dated, "<=", "paling lambat", "be on or before"),
  after: operator(dated, ">", "sesudah", "be after"),
  onOrAfter: operator(dated, ">=", "paling awal", "be on or after"),
  contains: operator(itemOf, "contains", "memuat", "contain"),
  doesNotContain: operator(itemOf, "doesNotContain", "tidak memuat", "not contain"),
};

/** Takes one side of a leaf item by item: some or every one must satisfy the operator. */
export type Quantifier = "someFact" | "everyFact" | "someValue" | "everyValue";

export const QUANTIFIERS: readonly Quantifier[] = [
  "someFact",
  "everyFact",
  "someValue",
  "everyValue",
];

/** An operator as a leaf names it, decorators and all. */
export interface LeafOperator {
  /** As written: `not:everyFact:in`. */
  readonly name: string;
  readonly base: Operator;
  readonly baseName: string;
  readonly negated: boolean;
  readonly quantifier: Quantifier | null;
  readonly expects: (left: FactShape) => FactShape | null;
  /** Of an operator without decorators. */
  readonly relation: Relation | null;
  readonly compare: Comparison;
}

/** Reads `[not:][someFact:|everyFact:|someValue:|everyValue:]operator`; `null`: it is none. */
export function readOperator(name: string): LeafOperator | null {
  const parts = name.split(":");
  const baseName = parts.pop() ?? "";
  const base = Object.hasOwn(OPERATORS, baseName) ? OPERATORS[baseName] : undefined;
  const negated = parts[0] === "not";
  if (negated) parts.shift();
  const quantifier = QUANTIFIERS.find((candidate) => candidate === parts[0]) ?? null;
  if (base === undefined || parts.length > (quantifier === null ? 0 : 1)) return null;
  const { relation } = base;
  const plain: Comparison = (left, right) => compare(relation, left, right);
  const quantified = quantifier === null ? plain : quantify(quantifier, plain);
  return {
    name,
    base,
    baseName,
    negated,
    quantifier,
    expects: (left) => expectsOf(base, quantifier, left),
    relation: negated || quantifier !== null ? null : relation,
    compare: negated ? (left, right) => not(quantified(left, right)) : quantified,
  };
}

function expectsOf(
  base: Operator,
  quantifier: Quantifier | null,
  left: FactShape,
): FactShape | null {
  if (quantifier === null) return base.expects(left);
  if (quantifier === "someFact" || quantifier === "everyFact") {
    return left.type === "list" ? base.expects(left.items) : null;
  }
  const items = base.expects(left);
  return items === null || items.type === "list" ? null : { type: "list", items };
}

/** Over an empty list *every* is true and *some* is false; an unknown item is unknown. */
function quantify(quantifier: Quantifier, compare: Comparison): Comparison {
  const isEvery = quantifier.startsWith("every");
  const overFact = quantifier.endsWith("Fact");
  return (left, right) => {
    const list = overFact ? left : right;
    if (!isList(list)) return UNKNOWN;
    let result: Truth = isEvery ? TRUE : FALSE;
    for (const item of list) {
      let truth: Truth = UNKNOWN;
      if (typeof item !== "object") truth = overFact ? compare(item, right) : compare(left, item);
      if (isEvery ? truth < result : truth > result) result = truth;
    }
    return result;
  };
}

/** True where the two shapes can be compared: one type, integer with number, codes in common. */
export function comparable(left: FactShape, right: FactShape): boolean {
  if (left.type === "list" || right.type === "list") {
    return left.type === "list" && right.type === "list" && comparable(left.items, right.items);
  }
  if (left.type === "code" && right.type === "code") {
    return Object.keys(left.codes).some((code) => Object.hasOwn(right.codes, code));
  }
  const numeric = ({ type }: ScalarShape) =>
    type === "integer" || type === "number" || type === "decimal";
  return left.type === right.type || (numeric(left) && numeric(right));
}
