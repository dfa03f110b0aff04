import {
  comparable,
  type LeafOperator,
  OPERATORS,
  readOperator,
} from "../../engine/conditions/operators.ts";
import { AS_OF } from "../../engine/conditions/references.ts";
import type { FactShape, Scalar } from "../../engine/model/catalogue.ts";
import type {
  Annotations,
  FactReference,
  LeafCondition,
  LeafValue,
} from "../../engine/model/policy.ts";
import {
  dayComparedWithItself,
  emptyListCompared,
  everyFactIn,
  noCodesInCommon,
  notComparable,
  operatorMisfit,
} from "../diagnostics/leaves.ts";
import { unknownKey } from "../diagnostics/names.ts";
import { missingKey, neverReached, nullCompared, wrongKind } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, memberOf, type ObjectNode } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import type { ConditionContext } from "./context.ts";
import { checkOperand, type Operand } from "./operand.ts";
import { operatorFinding } from "./operator.ts";
import { checkShift } from "./shift.ts";
import { checkValue } from "./values.ts";

/** Checks `fact`, `params`, `operator` and `value`, and that they fit each other. */
export function checkLeaf(
  node: ObjectNode,
  annotations: Annotations,
  context: ConditionContext,
): LeafCondition | null {
  const left = checkReference(node, context);
  const operator = checkOperator(node, context);
  const expected =
    left === null || operator === null ? null : expectedOf(node, left, operator, context);
  const valueNode = memberOf(node, "value");
  if (valueNode === undefined) {
    context.report(node, missingKey("value"));
    return null;
  }
  const value = checkLeafValue(valueNode, left, operator, expected, context);
  if (left === null || operator === null || value === null) return null;
  return { ...left.reference, operator: operator.name, value, ...annotations };
}

/** The fact of a leaf or of its value, moved or not. */
interface Side {
  readonly operand: Operand;
  readonly reference: FactReference;
}

function checkReference(node: ObjectNode, context: ConditionContext): Side | null {
  const fact = memberOf(node, "fact");
  const params = memberOf(node, "params");
  if (fact?.kind !== "string") {
    if (fact === undefined) context.report(node, missingKey("fact"));
    else context.report(fact, wrongKind("fact", kindInWords("string"), fact));
    return null;
  }
  const operand = checkOperand(fact, context);
  if (params === undefined) return { operand, reference: { fact: operand.id } };
  const shift = checkShift(params, operand, context);
  return shift === null ? null : { operand, reference: { fact: operand.id, params: shift } };
}

function checkOperator(node: ObjectNode, { report }: ConditionContext): LeafOperator | null {
  const name = memberOf(node, "operator");
  if (name?.kind !== "string") {
    if (name === undefined) report(node, missingKey("operator"));
    else report(name, wrongKind("operator", kindInWords("string"), name));
    return null;
  }
  const operator = readOperator(name.value);
  if (operator === null) report(name, operatorFinding(name.value));
  return operator;
}

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
  report(memberOf(node, "operator") ?? node, operatorMisfit(operator.name, id, shape, fitting));
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
  if (left !== null && expected !== null) checkLiteral(node, left.operand.id, expected, context);
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
  for (const { key, keySpan } of node.members) {
    if (REFERENCE_KEYS.includes(key)) continue;
    context.report(keySpan, unknownKey(key, suggest(key, REFERENCE_KEYS), REFERENCE_KEYS));
  }
  const right = checkReference(node, context);
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

const REFERENCE_KEYS = ["fact", "params"];

function itemType(shape: FactShape): string {
  return shape.type === "list" ? shape.items.type : shape.type;
}

function checkLiteral(
  node: JsonNode,
  name: string,
  expected: FactShape,
  { report }: ConditionContext,
): void {
  // A list to choose from is the rule's own, however long the fact's lists may be.
  const shape =
    expected.type === "list" ? { ...expected, maxItems: Number.POSITIVE_INFINITY } : expected;
  checkValue(node, shape, { name, nullable: false, report, beyond: neverReached });
  if (node.kind === "array" && node.items.length === 0 && expected.type === "list") {
    report(node, emptyListCompared(name));
  }
}

function literalOf(node: JsonNode): Scalar | readonly Scalar[] | null {
  if (node.kind === "array") {
    const items = node.items.map(literalOf);
    return items.every(isScalar) ? items : null;
  }
  return node.kind === "object" || node.kind === "null" ? null : node.value;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "boolean" || typeof value === "number" || typeof value === "string";
}
