import type { Annotations } from "../../engine/model/policy.ts";
import { noCondition, pathNotSupported, priorityNotSupported } from "../diagnostics/conditions.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { exampleOf } from "../diagnostics/examples.ts";
import { wrongKind } from "../diagnostics/form.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, type Member, memberOf, type ObjectNode } from "../json/nodes.ts";
import { ANNOTATION_KEYS, annotationsSchema } from "../schemas/conditions.ts";
import { quick } from "../schemas/quick.ts";
import { checkConfirmation } from "./assurance.ts";
import type { ConditionContext } from "./context.ts";
import { readQuickly } from "./entries.ts";
import { meantKey, reportUnknownKeys } from "./keys.ts";

const REMARKS = quick(annotationsSchema);

/** The keys of a comparison that may be misplaced, or stand without the fact. */
const LEAF_KEYS: ReadonlySet<string> = new Set(["fact", "operator", "value"]);

const OF_LEAF = ["fact", "params", "operator", "value"];

/** The keys of each kind of condition; the first one tells the kind. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ["all", ["all"]],
  ["any", ["any"]],
  ["not", ["not"]],
  ["condition", ["condition"]],
  ["every", ["every", "conditions"]],
  ["some", ["some", "conditions"]],
  ["fact", OF_LEAF],
]);

/** {@link KEYS}, and those that any condition may have. */
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...KEYS].map(([kind, keys]) => [kind, new Set([...keys, ...ANNOTATION_KEYS])]),
);

const ANNOTATIONS: ReadonlySet<string> = new Set(ANNOTATION_KEYS);

/** The members that tell what kind of condition an object is: one, where it is right. */
export function kindsOf(node: ObjectNode): readonly Member[] {
  const only = onlyKindOf(node);
  if (only !== null) return [only];
  const telling = node.members.filter(({ key }) => KEYS.has(key) && !isSlip(node, key));
  if (telling.some(({ key }) => key === "fact")) return telling;
  const ofLeaf = node.members.find(({ key }) => LEAF_KEYS.has(key));
  return ofLeaf === undefined ? telling : [...telling, ofLeaf];
}

/** The one member that tells the kind; null where none does, or anything speaks against it. */
function onlyKindOf({ members }: ObjectNode): Member | null {
  let only: Member | null = null;
  for (const member of members) {
    const { key } = member;
    const isOfLeaf = only?.key === "fact" && LEAF_KEYS.has(key);
    if (isOfLeaf || (!KEYS.has(key) && !LEAF_KEYS.has(key))) continue;
    if (only !== null || !KEYS.has(key)) return null;
    only = member;
  }
  return only;
}

/** `condition` for the `conditions` of a group. */
function isSlip(node: ObjectNode, key: string): boolean {
  if (key !== "condition") return false;
  const ofGroup = node.members.some((member) => member.key === "every" || member.key === "some");
  return ofGroup && memberOf(node, "conditions") === undefined;
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
    const meant = meantKey(key, [...KEYS.keys()]);
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
  const [only, ...others] = kinds;
  const ofOnly = others.length === 0 ? KNOWN.get(only?.key ?? "") : undefined;
  if (ofOnly !== undefined && node.members.every(({ key }) => ofOnly.has(key))) return;
  const own = kinds.flatMap(({ key }) => KEYS.get(key) ?? OF_LEAF);
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
): Annotations | null {
  if (!node.members.some(({ key }) => ANNOTATIONS.has(key))) return null;
  const members = node.members.filter(({ key }) => ANNOTATIONS.has(key));
  checkConfirmation(node, report);
  for (const { key, value } of members) {
    if (key === "unmet" || key === "remedy" || key === "doubt") reads.texts.push(value);
  }
  return readQuickly({ ...node, members }, "condition", REMARKS, report);
}

/** A condition with what is told of it. */
export function annotated<C extends object>(
  condition: C,
  annotations: Annotations | null,
): C & Annotations {
  return annotations === null ? condition : { ...condition, ...annotations };
}
