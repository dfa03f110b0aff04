import type { Annotations, Condition } from "../../engine/model/policy.ts";
import { emptyJunction, groupInsideGroup, twoConditions } from "../diagnostics/conditions.ts";
import { wrongKind } from "../diagnostics/form.ts";
import { unknownCondition, unknownGroup } from "../diagnostics/names.ts";
import { nullNotAllowed } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, type Member, memberOf, type ObjectNode, stringOf } from "../json/nodes.ts";
import { ANNOTATION_KEYS } from "../schemas/conditions.ts";
import { suggest } from "../suggest.ts";
import {
  annotated,
  checkAnnotations,
  checkKeys,
  kindsOf,
  notAnObject,
  reportNoCondition,
} from "./condition-keys.ts";
import type { ConditionContext } from "./context.ts";
import { lookUp, suggestDeclared } from "./declared.ts";
import { reportMissingKey } from "./keys.ts";
import { checkLeaf } from "./leaf.ts";

/**
 * Checks a condition tree node by node, on the key that each has, and gives it back without its
 * wrong parts. Null where the node itself is wrong. Everything wrong is told at its place; `name` is
 * the key that the condition stands at.
 */
export function checkCondition(
  node: JsonNode,
  context: ConditionContext,
  name = "condition",
): Condition | null {
  const { report, reads } = context;
  if (node.kind !== "object") {
    const isNull = node.kind === "null";
    report(node, isNull ? nullNotAllowed(name) : notAnObject(node, name, context));
    return null;
  }
  reads.parts += 1;
  reads.depth = Math.max(reads.depth, context.depth);
  const kinds = kindsOf(node);
  const [first, second] = kinds;
  if (first === undefined) {
    reportNoCondition(node, context);
    return null;
  }
  if (second !== undefined) report(second.keySpan, twoConditions(first.key, second.key));
  checkKeys(node, kinds, context);
  const annotations = checkAnnotations(node, context);
  const conditions = kinds.map((member) => checkKind(node, member, annotations, context));
  return second === undefined ? (conditions[0] ?? null) : null;
}

function checkKind(
  node: ObjectNode,
  { key, value }: Member,
  annotations: Annotations | null,
  context: ConditionContext,
): Condition | null {
  switch (key) {
    case "all": {
      const all = checkJunction(key, value, context);
      return all === null ? null : annotated({ all }, annotations);
    }
    case "any": {
      const any = checkJunction(key, value, context);
      return any === null ? null : annotated({ any }, annotations);
    }
    case "not": {
      const not = checkCondition(value, deeper(context), key);
      return not === null ? null : annotated({ not }, annotations);
    }
    case "condition": {
      const condition = checkNamed(value, context);
      return condition === null ? null : annotated({ condition }, annotations);
    }
    case "every": {
      const { group, conditions } = checkGroup(node, key, value, context);
      return group === null || conditions === null
        ? null
        : annotated({ every: group, conditions }, annotations);
    }
    case "some": {
      const { group, conditions } = checkGroup(node, key, value, context);
      return group === null || conditions === null
        ? null
        : annotated({ some: group, conditions }, annotations);
    }
    default:
      return checkLeaf(node, annotations, context);
  }
}

function deeper(context: ConditionContext): ConditionContext {
  return { ...context, depth: context.depth + 1 };
}

function checkJunction(
  key: "all" | "any",
  value: JsonNode,
  context: ConditionContext,
): readonly Condition[] | null {
  if (value.kind !== "array") {
    context.report(value, wrongKind(key, kindInWords("array"), value));
    return null;
  }
  if (value.items.length === 0) context.report(value, emptyJunction(key));
  const below = deeper(context);
  const conditions = value.items.map((item, index) =>
    checkCondition(item, below, `${key}[${index}]`),
  );
  return areAllRight(conditions)
    ? conditions
    : conditions.filter((condition) => condition !== null);
}

function areAllRight(
  conditions: readonly (Condition | null)[],
): conditions is readonly Condition[] {
  return !conditions.includes(null);
}

function checkNamed(value: JsonNode, context: ConditionContext): string | null {
  const { report, reads, vocabulary, group, depth } = context;
  if (value.kind !== "string") {
    report(value, wrongKind("condition", kindInWords("string"), value, '"bpjs-aktif"'));
    return null;
  }
  const name = value.value;
  if (lookUp(vocabulary.conditions, name) === undefined) {
    report(value, unknownCondition(name, suggestDeclared(name, vocabulary.conditions)));
    return null;
  }
  reads.uses.push({ name, group, place: value, depth });
  return name;
}

function checkGroup(
  node: ObjectNode,
  key: "every" | "some",
  value: JsonNode,
  context: ConditionContext,
): { readonly group: string | null; readonly conditions: Condition | null } {
  const { report, reads, vocabulary } = context;
  const { groups } = vocabulary.catalogue;
  const group = stringOf(node, key) ?? null;
  if (group === null) report(value, wrongKind(key, kindInWords("string"), value));
  else if (lookUp(groups, group) === undefined) {
    const names = [...groups.entries.keys()];
    report(value, unknownGroup(group, suggest(group, names), names));
  } else {
    reads.groups.add(group);
    if (context.group !== null) report(value, groupInsideGroup(group, context.group));
  }
  const inside = memberOf(node, "conditions");
  if (inside === undefined) {
    reportMissingKey(node, "conditions", [key, "conditions", ...ANNOTATION_KEYS], report);
  }
  const below = { ...deeper(context), group: group ?? context.group };
  const conditions = inside === undefined ? null : checkCondition(inside, below, "conditions");
  return { group, conditions };
}
