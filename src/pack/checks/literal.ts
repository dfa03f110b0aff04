import type { LeafOperator } from "../../engine/conditions/operators.ts";
import { parameterName } from "../../engine/conditions/references.ts";
import { faultOf } from "../../engine/facts/shapes.ts";
import type { FactShape, Scalar } from "../../engine/model/catalogue.ts";
import { emptyListCompared, listForOne, referenceAsText } from "../diagnostics/leaves.ts";
import { neverReached } from "../diagnostics/values.ts";
import type { JsonNode } from "../json/nodes.ts";
import type { ConditionContext, Vocabulary } from "./context.ts";
import { meansToday, suggestReference } from "./meant-names.ts";
import { reportRepeats } from "./repeats.ts";
import { checkValue, isCodeOf } from "./values.ts";

/** Checks a value that is written out, against the shape that the operator expects. */
export function checkLiteral(
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
  const ofLists = Object.hasOwn(LIST_OPERATORS, operator.name)
    ? LIST_OPERATORS[operator.name]
    : undefined;
  if (node.kind === "array" && expected.type !== "list" && ofLists !== undefined) {
    report(node, listForOne(name, operator.name, ofLists));
    return;
  }
  // A list to choose from is the rule's own, however long the fact's lists may be.
  const shape =
    expected.type === "list" ? { ...expected, maxItems: Number.POSITIVE_INFINITY } : expected;
  checkValue(node, shape, {
    name,
    nullable: false,
    report,
    comparedBy: operator.baseName,
    beyond: neverReached,
  });
  if (node.kind !== "array" || expected.type !== "list") return;
  if (node.items.length === 0) report(node, emptyListCompared(name));
  reportRepeats(node, report);
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
  if (expected.type === "list" || isCodeOf(expected, word)) return null;
  if (faultOf(expected, word) === null) return null;
  const { facts } = vocabulary.catalogue;
  const meansOne = meansToday(word) || word.startsWith(parameterName(""));
  const isNamed = facts.entries.has(word) || vocabulary.parameters.entries.has(word);
  if (!meansOne && !isNamed) return null;
  return facts.entries.has(word) ? word : (suggestReference(word, vocabulary) ?? word);
}

/** The value of a node; null where it is none that a comparison may have. */
export function literalOf(node: JsonNode): Scalar | readonly Scalar[] | null {
  if (node.kind === "array") {
    const items = node.items.map(literalOf);
    return items.every(isScalar) ? items : null;
  }
  return node.kind === "object" || node.kind === "null" ? null : node.value;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "boolean" || typeof value === "number" || typeof value === "string";
}
