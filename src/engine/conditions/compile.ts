import type { FactShape } from "../model/catalogue.ts";
import type { Pack, Service } from "../model/pack.ts";
import type {
  Annotations,
  Condition,
  LeafCondition,
  LeafValue,
  Provenance,
  ShiftParams,
} from "../model/policy.ts";
import { parseDuration } from "../values/calendar.ts";
import { readOperator } from "./operators.ts";
import {
  AS_OF,
  isFactReference,
  parameterNamed,
  parameterOn,
  parameterValue,
  readReference,
} from "./references.ts";
import { move, type Shift } from "./shift.ts";
import { joinPaths, type Node, type Operand } from "./tree.ts";
import type { KnownValue } from "./values.ts";

/** What a condition is compiled against. */
export interface CompileContext {
  readonly pack: Pack;
  readonly service: Service;
  readonly asOf: string;
}

/** Resolves a condition for one day. The pack has checked it, so that nothing here can be wrong. */
export function compileCondition(condition: Condition, context: CompileContext): Node {
  return compileAt(condition, context, "");
}

function compileAt(condition: Condition, context: CompileContext, path: string): Node {
  if ("condition" in condition) return compileNamed(condition, context, path);
  const annotations: Annotations = condition;
  if ("all" in condition || "any" in condition) {
    const kind = "all" in condition ? "all" : "any";
    const conditions = "all" in condition ? condition.all : condition.any;
    const nodes = conditions.map((child, index) =>
      compileAt(child, context, joinPaths(path, `${kind}/${index}`)),
    );
    return { kind, nodes, annotations };
  }
  if ("not" in condition) {
    return {
      kind: "not",
      node: compileAt(condition.not, context, joinPaths(path, "not")),
      annotations,
    };
  }
  if ("every" in condition || "some" in condition) {
    const kind = "every" in condition ? "every" : "some";
    const group = "every" in condition ? condition.every : condition.some;
    const node = compileAt(condition.conditions, context, "");
    return { kind, path: joinPaths(path, kind), group, node, annotations };
  }
  return compileLeaf(condition, context, path);
}

/** True of what was reported or assumed; where nothing is said, nothing is doubted. */
export function isUnconfirmed(provenance: Provenance | undefined): boolean {
  return provenance !== undefined && provenance !== "confirmed";
}

/** A named condition stands as if it were written out; the nearer text wins over the reference's. */
function compileNamed(
  condition: Annotations & { readonly condition: string },
  context: CompileContext,
  path: string,
): Node {
  const named = context.service.conditions.get(condition.condition);
  if (named === undefined) throw unchecked(condition.condition);
  const node = compileAt(named, context, path);
  const provenance = [condition.provenance, node.annotations.provenance].find(isUnconfirmed);
  const annotations = { ...condition, ...node.annotations, ...(provenance && { provenance }) };
  return { ...node, annotations };
}

function compileLeaf(leaf: LeafCondition, context: CompileContext, path: string): Node {
  const operator = readOperator(leaf.operator);
  if (operator === null) throw unchecked(leaf.operator);
  const left = compileReference(leaf.fact, leaf.params, context);
  const expected = operator.expects(shapeOf(left));
  if (expected === null) throw unchecked(leaf.operator);
  const right = compileValue(leaf.value, expected, context);
  return { kind: "leaf", path, left, operator, right, annotations: leaf };
}

/** The shape of an operand's values. */
export function shapeOf(operand: Operand): FactShape {
  return operand.kind === "count" ? { type: "integer", minimum: 0 } : operand.shape;
}

function compileValue(value: LeafValue, expected: FactShape, context: CompileContext): Operand {
  if (isFactReference(value)) return compileReference(value.fact, value.params, context);
  return { kind: "constant", value, shape: expected };
}

function compileReference(
  id: string,
  params: ShiftParams | undefined,
  context: CompileContext,
): Operand {
  const shift = compileShift(params, context);
  const reference = readReference(id, context.pack.groups);
  switch (reference.kind) {
    case "asOf":
      return constant(context.asOf, { type: "date" }, AS_OF, shift);
    case "parameter": {
      const parameter = parameterNamed(id, context.service);
      if (parameter === undefined || parameter.shape.type === "duration") throw unchecked(id);
      if (parameter.by !== undefined) return { kind: "fact", id, shape: parameter.shape };
      const value = parameterValue(parameter, context.asOf);
      return constant(value, parameter.shape, id, shift);
    }
    case "count":
      return { kind: "count", id, group: reference.group };
    default: {
      const shape = context.pack.facts.get(reference.id);
      if (shape === undefined) throw unchecked(id);
      return { kind: "fact", id: reference.id, shape, ...(shift && { shift }) };
    }
  }
}

function constant(
  value: KnownValue | null,
  shape: FactShape,
  from: string,
  shift: Shift | undefined,
): Operand {
  if (shift === undefined) return { kind: "constant", value, shape, from };
  const moved = typeof value === "string" ? move(value, shift, from) : null;
  return { kind: "constant", value: moved, given: value, shape, from, shift };
}

function compileShift(
  params: ShiftParams | undefined,
  { service, asOf }: CompileContext,
): Shift | undefined {
  const reference = params?.plus ?? params?.minus;
  if (reference === undefined) return undefined;
  const given = typeof reference === "string";
  const value = given
    ? reference
    : parameterOn(parameterNamed(reference.fact, service), asOf)?.value;
  const text = typeof value === "string" ? value : null;
  const from = given ? {} : { from: reference.fact };
  const forward = params?.plus !== undefined;
  return {
    direction: forward ? 1 : -1,
    duration: text === null ? null : parseDuration(text),
    params: forward ? { plus: text, ...from } : { minus: text, ...from },
  };
}

/** Only a pack that was made by hand gets here. */
function unchecked(name: string): TypeError {
  return new TypeError(`not in the pack: ${name}`);
}
