import type { FactShape, ScalarShape } from "../model/catalogue.ts";
import type { Text } from "../model/text.ts";
import { and, FALSE, not, or, TRUE, type Truth, UNKNOWN } from "./truth.ts";
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
  if (list.includes(item)) return TRUE;
  return list.includes(null) ? UNKNOWN : FALSE;
}

const scalar = (left: FactShape): FactShape | null => (left.type === "list" ? null : left);
const listOf = (left: FactShape): FactShape | null =>
  left.type === "list" ? null : { type: "list", items: left };
const itemOf = (left: FactShape): FactShape | null => (left.type === "list" ? left.items : null);
const NUMERIC: ReadonlySet<string> = new Set(["integer", "number", "money", "decimal"]);
const ordered = (left: FactShape): FactShape | null => (NUMERIC.has(left.type) ? left : null);
const dated = (left: FactShape): FactShape | null => (left.type === "date" ? left : null);

const truth = (holding: boolean): Truth => (holding ? TRUE : FALSE);

/** How each relation compares single values, or a list with one. */
export const COMPARISONS: Readonly<Record<Relation, Comparison>> = {
  "=": (left, right) => truth(left === right),
  "<>": (left, right) => truth(left !== right),
  "<": (left, right) => truth(left < right),
  "<=": (left, right) => truth(left <= right),
  ">": (left, right) => truth(left > right),
  ">=": (left, right) => truth(left >= right),
  in: among,
  notIn: (left, right) => not(among(left, right)),
  contains: (left, right) => among(right, left),
  doesNotContain: (left, right) => not(among(right, left)),
};

/** Every operator of the condition language. A new one is one entry here. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  equal: {
    expects: scalar,
    relation: "=",
    words: { id: "sama dengan", en: "be" },
  },
  notEqual: {
    expects: scalar,
    relation: "<>",
    words: { id: "bukan", en: "not be" },
  },
  in: {
    expects: listOf,
    relation: "in",
    words: { id: "salah satu dari", en: "be one of" },
  },
  notIn: {
    expects: listOf,
    relation: "notIn",
    words: { id: "bukan salah satu dari", en: "be none of" },
  },
  lessThan: {
    expects: ordered,
    relation: "<",
    words: { id: "kurang dari", en: "be less than" },
  },
  lessThanInclusive: {
    expects: ordered,
    relation: "<=",
    words: { id: "paling banyak", en: "be at most" },
  },
  greaterThan: {
    expects: ordered,
    relation: ">",
    words: { id: "lebih dari", en: "be more than" },
  },
  greaterThanInclusive: {
    expects: ordered,
    relation: ">=",
    words: { id: "paling sedikit", en: "be at least" },
  },
  before: { expects: dated, relation: "<", words: { id: "sebelum", en: "be before" } },
  onOrBefore: {
    expects: dated,
    relation: "<=",
    words: { id: "paling lambat", en: "be on or before" },
  },
  after: { expects: dated, relation: ">", words: { id: "sesudah", en: "be after" } },
  onOrAfter: {
    expects: dated,
    relation: ">=",
    words: { id: "paling awal", en: "be on or after" },
  },
  contains: {
    expects: itemOf,
    relation: "contains",
    words: { id: "memuat", en: "contain" },
  },
  doesNotContain: {
    expects: itemOf,
    relation: "doesNotContain",
    words: { id: "tidak memuat", en: "not contain" },
  },
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
  const compare = COMPARISONS[base.relation];
  const quantified = quantifier === null ? compare : quantify(quantifier, compare);
  return {
    name,
    base,
    baseName,
    negated,
    quantifier,
    expects: (left) => expectsOf(base, quantifier, left),
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
  const combine = quantifier.startsWith("every") ? and : or;
  const overFact = quantifier.endsWith("Fact");
  return (left, right) => {
    const list = overFact ? left : right;
    if (!isList(list)) return UNKNOWN;
    return combine(
      list.map((item) => {
        if (typeof item === "object") return UNKNOWN;
        return overFact ? compare(item, right) : compare(left, item);
      }),
    );
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
