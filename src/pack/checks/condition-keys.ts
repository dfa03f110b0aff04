import type { Annotations } from "../../engine/model/policy.ts";
import { noCondition, pathNotSupported, priorityNotSupported } from "../diagnostics/conditions.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { exampleOf } from "../diagnostics/examples.ts";
import { wrongKind } from "../diagnostics/form.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, type Member, memberOf, type ObjectNode } from "../json/nodes.ts";
import { ANNOTATION_KEYS, annotationsSchema } from "../schemas/conditions.ts";
import { checkConfirmation } from "./assurance.ts";
import type { ConditionContext } from "./context.ts";
import { readAs } from "./entries.ts";
import { meantKey, reportUnknownKeys } from "./keys.ts";

/** The keys of a comparison that may be misplaced, or stand without the fact. */
export const LEAF_KEYS: readonly string[] = ["fact", "operator", "value"];

/** The keys of each kind of condition; the first one tells the kind. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  all: ["all"],
  any: ["any"],
  not: ["not"],
  condition: ["condition"],
  every: ["every", "conditions"],
  some: ["some", "conditions"],
  fact: ["fact", "params", "operator", "value"],
};

/** `condition` for the `conditions` of a group. */
export function isSlip(node: ObjectNode, key: string): boolean {
  const ofGroup = node.members.some((member) => member.key === "every" || member.key === "some");
  return key === "condition" && ofGroup && memberOf(node, "conditions") === undefined;
}

/** What is told of something else in a condition's place; `name` is the key that it stands at. */
export function notAnObject(
  node: JsonNode,
  name: string,
  { vocabulary }: ConditionContext,
): Finding {
  const object = kindInWords("object");
  if (node.kind === "array" && node.items.length > 0) {
    return wrongKind(name, object, node, '{ "all": [ … ] }');
  }
  const { entries } = vocabulary.conditions;
  return node.kind === "string" && entries.has(node.value)
    ? wrongKind(name, object, node, `{ "condition": ${JSON.stringify(node.value)} }`)
    : wrongKind(name, object, node, exampleOf("condition"));
}

/** Tells an object without a key of a condition, at the key that was most likely meant as one. */
export function reportNoCondition(node: ObjectNode, { report }: ConditionContext): void {
  for (const { key, keySpan } of node.members) {
    if (ANNOTATION_KEYS.includes(key)) continue;
    const meant = meantKey(key, Object.keys(KEYS));
    if (meant === null) continue;
    report(keySpan, noCondition(meant));
    return;
  }
  report(node, noCondition(null));
}

/** Tells the keys that a condition of these kinds cannot have. */
export function checkKeys(
  node: ObjectNode,
  kinds: readonly Member[],
  { report }: ConditionContext,
): void {
  const own = kinds.flatMap(({ key }) => KEYS[key] ?? KEYS["fact"] ?? []);
  const known = [...own, ...ANNOTATION_KEYS];
  const unsupported = ["path", "priority"];
  for (const { key, keySpan } of node.members) {
    if (key === "path") report(keySpan, pathNotSupported());
    else if (key === "priority") report(keySpan, priorityNotSupported());
  }
  reportUnknownKeys(node, known, report, (key) => ![...known, ...unsupported].includes(key));
}

/** The texts and sources of a condition; its texts are noted, to be checked with what it reads. */
export function checkAnnotations(
  node: ObjectNode,
  { report, reads }: ConditionContext,
): Annotations {
  const members = node.members.filter(({ key }) => ANNOTATION_KEYS.includes(key));
  if (members.length === 0) return {};
  checkConfirmation(node, report);
  for (const { key, value } of members) {
    if (key === "unmet" || key === "remedy" || key === "doubt") reads.texts.push(value);
  }
  return readAs({ ...node, members }, "condition", annotationsSchema, report) ?? {};
}
