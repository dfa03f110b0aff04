import {
  comparable,
  type LeafOperator,
  OPERATORS,
  readOperator,
} from "../../engine/conditions/operators.ts";
import { AS_OF } from "../../engine/conditions/references.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type {
  Annotations,
  FactReference,
  LeafCondition,
  LeafValue,
} from "../../engine/model/policy.ts";
import { wrongKind } from "../diagnostics/form.ts";
import {
  dayComparedWithItself,
  everyFactIn,
  noCodesInCommon,
  notComparable,
  operatorMisfit,
} from "../diagnostics/leaves.ts";
import { nullCompared } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, memberOf, type ObjectNode } from "../json/nodes.ts";
import { annotated } from "./condition-keys.ts";
import type { ConditionContext } from "./context.ts";
import { reportMissingKey, reportUnknownKeys } from "./keys.ts";
import { LEAF_KEYS, REFERENCE_KEYS } from "./leaf-keys.ts";
import { checkLiteral, literalOf } from "./literal.ts";
import { checkOperand, type Operand } from "./operand.ts";
import { counterpartOf, operatorFinding } from "./operator.ts";
import { checkShift } from "./shift.ts";

/** Checks `fact`, `params`, `operator` and `value`, and that they fit each other. */
export function checkLeaf(
  node: ObjectNode,
  annotations: Annotations | null,
  context: ConditionContext,
): LeafCondition | null {
  const left = checkReference(node, LEAF_KEYS, context);
  const operator = checkOperator(node, left?.operand.shape ?? null, context);
  const expected =
    left === null || operator === null ? null : expectedOf(node, left, operator, context);
  const valueNode = memberOf(node, "value");
  if (valueNode === undefined) {
    reportMissingKey(node, "value", LEAF_KEYS, context.report);
    return null;
  }
  const value = checkLeafValue(valueNode, left, operator, expected, context);
  if (left === null || operator === null || value === null) return null;
  const { fact, params } = left.reference;
  const leaf =
    params === undefined
      ? { fact, operator: operator.name, value }
      : { fact, params, operator: operator.name, value };
  return annotated(leaf, annotations);
}

/** The fact of a leaf or of its value, moved or not. */
interface Side {
  readonly operand: Operand;
  readonly reference: FactReference;
}

function checkReference(
  node: ObjectNode,
  known: readonly string[],
  context: ConditionContext,
): Side | null {
  const fact = memberOf(node, "fact");
  const params = memberOf(node, "params");
  if (fact?.kind !== "string") {
    if (fact === undefined) reportMissingKey(node, "fact", known, context.report);
    else context.report(fact, wrongKind("fact", kindInWords("string"), fact));
    return null;
  }
  const operand = checkOperand(fact, context);
  if (params === undefined) return { operand, reference: { fact: operand.id } };
  const shift = checkShift(params, operand, context);
  return shift === null ? null : { operand, reference: { fact: operand.id, params: shift } };
}

function checkOperator(
  node: ObjectNode,
  shape: FactShape | null,
  { report }: ConditionContext,
): LeafOperator | null {
  const name = memberOf(node, "operator");
  if (name?.kind !== "string") {
    if (name === undefined) reportMissingKey(node, "operator", LEAF_KEYS, report);
    else report(name, wrongKind("operator", kindInWords("string"), name));
    return null;
  }
  const operator = PLAIN_OPERATORS.get(name.value) ?? readOperator(name.value);
  if (operator === null) report(name, operatorFinding(name.value, shape));
  return operator;
}

/** Operators without decorators, as nearly all are. */
const PLAIN_OPERATORS: ReadonlyMap<string, LeafOperator | null> = new Map(
  Object.keys(OPERATORS).map((name) => [name, readOperator(name)]),
);

/** The shape that the value must have; null where the operator does not fit the fact. */
function expectedOf(
  node: ObjectNode,
  { operand: { id, shape } }: Side,
  operator: LeafOperator,
  { report }: ConditionContext,
): FactShape | null {
  if (shape === null) return null;
  const expected = operator.expects(shape);
  if (expected !== null) return expected;
  const fitting = Object.keys(OPERATORS).filter((name) => OPERATORS[name]?.expects(shape));
  const isListed = memberOf(node, "value")?.kind === "array";
  const meant = counterpartOf(operator, shape, isListed);
  const place = memberOf(node, "operator") ?? node;
  report(place, operatorMisfit(operator.name, id, shape, meant, fitting));
  return null;
}

function checkLeafValue(
  node: JsonNode,
  left: Side | null,
  operator: LeafOperator | null,
  expected: FactShape | null,
  context: ConditionContext,
): LeafValue | null {
  if (node.kind === "null") {
    context.report(node, nullCompared(left?.operand.id ?? "value"));
    return null;
  }
  if (node.kind === "object") return checkFactValue(node, left, expected, context);
  if (left !== null && expected !== null && operator !== null) {
    checkLiteral(node, left.operand.id, expected, operator, context);
  }
  if (node.kind === "array" && operator?.baseName === "in" && !operator.negated) {
    if (operator.quantifier === "everyFact") context.report(node, everyFactIn(operator.name));
  }
  return literalOf(node);
}

function checkFactValue(
  node: ObjectNode,
  left: Side | null,
  expected: FactShape | null,
  context: ConditionContext,
): FactReference | null {
  reportUnknownKeys(node, REFERENCE_KEYS, context.report);
  const right = checkReference(node, REFERENCE_KEYS, context);
  if (right === null) return null;
  const { id, shape } = right.operand;
  if (left?.operand.id === AS_OF && id === AS_OF) context.report(node, dayComparedWithItself());
  if (left !== null && expected !== null && shape !== null && !comparable(expected, shape)) {
    const bothCodes = itemType(expected) === "code" && itemType(shape) === "code";
    const sameNesting = (expected.type === "list") === (shape.type === "list");
    context.report(
      node,
      bothCodes && sameNesting
        ? noCodesInCommon(left.operand.id, id)
        : notComparable(left.operand.id, expected, id, shape),
    );
  }
  return right.reference;
}

function itemType(shape: FactShape): string {
  return shape.type === "list" ? shape.items.type : shape.type;
}
