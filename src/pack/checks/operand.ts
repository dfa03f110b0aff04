import { parameterName, readReference } from "../../engine/conditions/references.ts";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type { Parameter } from "../../engine/model/pack.ts";
import { notAFactOfTheGroup } from "../diagnostics/conditions.ts";
import { groupAsFact } from "../diagnostics/leaves.ts";
import { unknownFact, unknownParameter } from "../diagnostics/names.ts";
import { durationCompared } from "../diagnostics/shifts.ts";
import type { StringNode } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import { isComputed, withAllBehind } from "./behind.ts";
import type { ConditionContext } from "./context.ts";
import { lookUp } from "./declared.ts";
import { suggestReference } from "./meant-names.ts";

/** One side of a leaf; `shape` is null where it is not known, which has been told. */
export interface Operand {
  readonly id: string;
  readonly shape: FactShape | null;
  /** Stands where the operand is a parameter. */
  readonly parameter?: Parameter;
}

/** Finds what the `fact` of a leaf or of a reference names, in the group that it stands in. */
export function checkOperand(node: StringNode, context: ConditionContext): Operand {
  const { catalogue } = context.vocabulary;
  const id = node.value;
  const reference = readReference(id, catalogue.groups.entries);
  switch (reference.kind) {
    case "asOf":
      return { id, shape: { type: "date" } };
    case "parameter":
      return checkParameter(node, reference.id, context);
    case "count":
      if (context.group === null) context.reads.outer.add(id);
      else reportForeign(node, context.group, context);
      return { id, shape: { type: "integer", minimum: 0 } };
    default:
      return context.group === null
        ? checkFact(node, context)
        : checkItemFact(node, context.group, context);
  }
}

function checkParameter(node: StringNode, name: string, context: ConditionContext): Operand {
  const { parameters } = context.vocabulary;
  const id = node.value;
  const parameter = lookUp(parameters, name);
  if (parameter === undefined) {
    const bare = suggest(name, parameters.entries.keys());
    const meant = bare === null ? suggestReference(name, context.vocabulary) : parameterName(bare);
    const known = [...parameters.entries.keys()].map(parameterName);
    context.report(node, unknownParameter(id, meant, known));
  }
  if (parameter === undefined || parameter === null) return { id, shape: null };
  if (parameter.shape.type !== "duration") {
    if (parameter.by !== undefined) readTable(node, parameter.by, context);
    return { id, shape: parameter.shape, parameter };
  }
  context.report(node, durationCompared(id));
  return { id, shape: null };
}

/** A table is read by the application's fact, or by that of the item that asks it. */
function readTable(node: StringNode, by: string, context: ConditionContext): void {
  const { group, reads } = context;
  if (group === null) reads.outer.add(by);
  else {
    reads.inner.add(by);
    const declared = lookUp(context.vocabulary.catalogue.groups, group);
    if (declared?.facts.includes(by) === false) reportForeign(node, group, context);
  }
}

function checkFact(node: StringNode, context: ConditionContext): Operand {
  const { facts, groups } = context.vocabulary.catalogue;
  const id = node.value;
  const fact = lookUp(facts, id);
  if (fact !== undefined) {
    if (fact?.compute === undefined) context.reads.outer.add(id);
    else for (const name of withAllBehind(id, context.vocabulary)) context.reads.outer.add(name);
    return { id, shape: fact };
  }
  if (groups.entries.has(id)) context.report(node, groupAsFact(id));
  else {
    context.report(node, unknownFact(id, suggestReference(id, context.vocabulary)));
  }
  return { id, shape: null };
}

function checkItemFact(node: StringNode, groupId: string, context: ConditionContext): Operand {
  const { facts, groups } = context.vocabulary.catalogue;
  const id = node.value;
  const group = lookUp(groups, groupId);
  const fact = lookUp(facts, id);
  if (fact === undefined) {
    const known = group?.facts ?? facts.entries.keys();
    context.report(node, unknownFact(id, suggestReference(id, context.vocabulary, known)));
    return { id, shape: null };
  }
  for (const name of withAllBehind(id, context.vocabulary)) {
    context.reads.inner.add(name);
    if (isComputed(name, context.vocabulary.catalogue)) continue;
    if (group?.facts.includes(name) === false) reportForeign(node, groupId, context);
  }
  return { id, shape: fact };
}

function reportForeign(node: StringNode, groupId: string, context: ConditionContext): void {
  const group = lookUp(context.vocabulary.catalogue.groups, groupId);
  context.report(node, notAFactOfTheGroup(node.value, groupId, group?.facts ?? []));
}
