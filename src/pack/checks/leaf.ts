import {
  comparable,
  type LeafOperator,
  OPERATORS,
  readOperator,
} from "../../engine/conditions/operators.ts";
import { AS_OF, parameterName } from "../../engine/conditions/references.ts";
import { faultOf } from "../../engine/facts/shapes.ts";
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
  listForOne,
  noCodesInCommon,
  notComparable,
  operatorMisfit,
  referenceAsText,
} from "../diagnostics/leaves.ts";
import { neverReached, nullCompared, wrongKind } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, memberOf, type ObjectNode } from "../json/nodes.ts";
import type { ConditionContext, Vocabulary } from "./context.ts";
import { reportMissingKey, reportUnknownKeys } from "./keys.ts";
import { LEAF_KEYS, REFERENCE_KEYS } from "./leaf-keys.ts";
import { meansToday, suggestReference } from "./meant-names.ts";
import { checkOperand, type Operand } from "./operand.ts";
import { counterpartOf, operatorFinding } from "./operator.ts";
import { checkShift } from "./shift.ts";
import { checkValue } from "./values.ts";

/** Checks `fact`, `params`, `operator` and `value`, and that they fit each other. */
export function checkLeaf(
  node: ObjectNode,
  annotations: Annotations,
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
  return { ...left.reference, operator: operator.name, value, ...annotations };
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
  const operator = readOperator(name.value);
  if (operator === null) report(name, operatorFinding(name.value, shape));
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

function checkLiteral(
  node: JsonNode,
  name: string,
  expected: FactShape,
  operator: LeafOperator,
  { report, vocabulary }: ConditionContext,
): void {
  const reference =
    node.kind === "string" ? meantReference(node.value, expected, vocabulary) : null;
  if (reference !== null) {
    report(node, referenceAsText(name, node.kind === "string" ? node.value : reference, reference));
    return;
  }
  const ofLists = LIST_OPERATORS[operator.name];
  if (node.kind === "array" && expected.type !== "list" && ofLists !== undefined) {
    report(node, listForOne(name, operator.name, ofLists));
    return;
  }
  // A list to choose from is the rule's own, however long the fact's lists may be.
  const shape =
    expected.type === "list" ? { ...expected, maxItems: Number.POSITIVE_INFINITY } : expected;
  checkValue(node, shape, { name, nullable: false, report, beyond: neverReached });
  if (node.kind === "array" && node.items.length === 0 && expected.type === "list") {
    report(node, emptyListCompared(name));
  }
}

/** What takes a list where an operator takes one value. */
const LIST_OPERATORS: Readonly<Record<string, string>> = {
  equal: "in",
  notEqual: "notIn",
  contains: "everyValue:contains",
  doesNotContain: "everyValue:doesNotContain",
};

/** The fact that a text names, where it is no value of the shape; null where it names none. */
function meantReference(word: string, expected: FactShape, vocabulary: Vocabulary): string | null {
  if (expected.type === "list" || faultOf(expected, word) === null) return null;
  const { facts } = vocabulary.catalogue;
  const meansOne = meansToday(word) || word.startsWith(parameterName(""));
  const isNamed = facts.entries.has(word) || vocabulary.parameters.entries.has(word);
  if (!meansOne && !isNamed) return null;
  return facts.entries.has(word) ? word : (suggestReference(word, vocabulary) ?? word);
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
