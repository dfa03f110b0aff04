import type { LeafOperator, Operator, Relation } from "../engine/conditions/operators.ts";
import type { ConstantOperand, Leaf, Operand } from "../engine/conditions/tree.ts";
import { holds } from "../engine/conditions/truth.ts";
import { isList, type KnownValue } from "../engine/conditions/values.ts";
import type { Scalar } from "../engine/model/catalogue.ts";
import { type Numbers, numbersOf } from "./numbers.ts";
import { constantSql, operandSql } from "./operands.ts";
import type { Writing } from "./writing.ts";

/** The name of a list's item wherever an operator asks of each. */
const ONE = "one";

/** One side of a comparison: what is written for it, and what it is if that is known beforehand. */
interface Side {
  readonly sql: string;
  /** The items of a list that the rule writes out. */
  readonly items?: readonly string[];
  /** True of what can not be unknown. */
  readonly isKnown: boolean;
}

/** A leaf's truth: true, false, or NULL where it is not known. */
export function leafSql({ left, operator, right }: Leaf, writing: Writing): string {
  if (isNever(left) || isNever(right)) return UNKNOWN;
  const numbers = numbersOf(left, right);
  if (numbers.kind === "scaled" && left.kind === "constant" && right.kind === "constant") {
    return knownSql(left.value, operator, right.value);
  }
  const sides = [sideOf(left, numbers, writing), sideOf(right, numbers, writing)] as const;
  const truth = quantified(operator, ...sides, writing);
  return operator.negated ? `NOT (${truth})` : truth;
}

const UNKNOWN = "CAST(NULL AS BOOLEAN)";

/** A parameter without a value on the day. */
function isNever(operand: Operand): boolean {
  return operand.kind === "constant" && operand.value === null;
}

/** What rests on constants alone is known beforehand. */
function knownSql(
  left: KnownValue | null,
  { compare }: LeafOperator,
  right: KnownValue | null,
): string {
  const truth = left === null || right === null ? null : holds(compare(left, right));
  if (truth === null) return UNKNOWN;
  return truth ? "TRUE" : "FALSE";
}

function sideOf(operand: Operand, numbers: Numbers, writing: Writing): Side {
  const items = operand.kind === "constant" ? itemsOf(operand, numbers, writing) : undefined;
  return {
    sql: operandSql(operand, numbers, writing),
    ...(items !== undefined && { items }),
    isKnown: operand.kind === "constant",
  };
}

function itemsOf(
  { value, shape }: ConstantOperand,
  numbers: Numbers,
  writing: Writing,
): readonly string[] | undefined {
  if (!isList(value)) return undefined;
  return value.flatMap((item) =>
    isScalar(item) ? constantSql(item, shape, numbers, writing) : [],
  );
}

function isScalar(item: unknown): item is Scalar {
  return typeof item !== "object";
}

function quantified(
  { base, quantifier }: LeafOperator,
  left: Side,
  right: Side,
  writing: Writing,
): string {
  if (quantifier === null) return compared(base, left, right, writing);
  const overLeft = quantifier.endsWith("Fact");
  const isEvery = quantifier.startsWith("every");
  const [list, other] = overLeft ? [left, right] : [right, left];
  const ofItem = (sql: string): string => {
    const item = { sql, isKnown: list.items !== undefined };
    return overLeft ? compared(base, item, right, writing) : compared(base, left, item, writing);
  };
  if (list.items !== undefined) {
    const parts = list.items.map(ofItem);
    if (parts.length === 0) return whereKnown(other, isEvery ? "TRUE" : "FALSE");
    return `(${parts.join(isEvery ? " AND " : " OR ")})`;
  }
  const { every, some } = writing.dialect;
  return whereKnown(other, (isEvery ? every : some)(list.sql, ONE, ofItem(ONE)));
}

/** Nothing is known of a comparison with what is not known, even if a list is empty. */
function whereKnown(side: Side, truth: string): string {
  return side.isKnown ? truth : `CASE WHEN ${side.sql} IS NOT NULL THEN ${truth} END`;
}

/** Writes a relation of two sides. */
type Writer = (left: Side, right: Side, writing: Writing) => string;

/** How SQL writes each relation. */
const RELATIONS: Readonly<Record<Relation, Writer>> = {
  "=": signed("="),
  "<>": signed("<>"),
  "<": signed("<"),
  "<=": signed("<="),
  ">": signed(">"),
  ">=": signed(">="),
  in: (left, right, writing) => held(right, left, writing),
  notIn: (left, right, writing) => `NOT (${held(right, left, writing)})`,
  contains: held,
  doesNotContain: (left, right, writing) => `NOT (${held(left, right, writing)})`,
};

function signed(sign: string) {
  return (left: Side, right: Side): string => `${left.sql} ${sign} ${right.sql}`;
}

function compared({ relation }: Operator, left: Side, right: Side, writing: Writing): string {
  return RELATIONS[relation](left, right, writing);
}

function held(list: Side, item: Side, { dialect }: Writing): string {
  if (list.items === undefined) return dialect.holds(list.sql, item.sql, item.isKnown);
  return list.items.length === 0
    ? whereKnown(item, "FALSE")
    : `${item.sql} IN (${list.items.join(", ")})`;
}
