import type { FactShape } from "../model/catalogue.ts";
import type { Annotations } from "../model/policy.ts";
import type { LeafOperator } from "./operators.ts";
import type { Shift } from "./shift.ts";
import type { KnownValue } from "./values.ts";

/** A value fixed for the day: a literal, a parameter, `asOf`. `null`: the parameter has none. */
export interface ConstantOperand {
  readonly kind: "constant";
  readonly value: KnownValue | null;
  /** The value before `shift` moved it; stands where `shift` does. */
  readonly given?: KnownValue | null;
  readonly shape: FactShape;
  /** `asOf` or `parameter.x`; absent for a literal. */
  readonly from?: string;
  readonly shift?: Shift;
}

/** A fact of the application, or of the group's item where the leaf stands in a group. */
export interface FactOperand {
  readonly kind: "fact";
  readonly id: string;
  readonly shape: FactShape;
  readonly shift?: Shift;
}

/** The length of a group: `drivers.count`. */
export interface CountOperand {
  readonly kind: "count";
  readonly id: string;
  readonly group: string;
}

export type Operand = ConstantOperand | FactOperand | CountOperand;

export interface Leaf {
  readonly kind: "leaf";
  readonly path: string;
  readonly left: Operand;
  readonly operator: LeafOperator;
  readonly right: Operand;
  readonly annotations: Annotations;
}

export interface Junction {
  readonly kind: "all" | "any";
  readonly nodes: readonly Node[];
  readonly annotations: Annotations;
}

export interface Negation {
  readonly kind: "not";
  readonly node: Node;
  readonly annotations: Annotations;
}

/** The node's condition over the items of a group; paths within are relative to the item. */
export interface GroupNode {
  readonly kind: "every" | "some";
  readonly path: string;
  readonly group: string;
  readonly node: Node;
  readonly annotations: Annotations;
}

/** A condition compiled for one day: names resolved, parameters and `asOf` folded in. */
export type Node = Leaf | Junction | Negation | GroupNode;

/** A place within a place: `all/0` and `any/1` are `all/0/any/1`; either may be empty. */
export function joinPaths(prefix: string, path: string): string {
  return prefix && path ? `${prefix}/${path}` : prefix + path;
}

/** Every leaf of a tree in document order, with the group it stands in. */
export function leavesOf(node: Node, group: string | null = null): readonly GroupedLeaf[] {
  switch (node.kind) {
    case "leaf":
      return [{ leaf: node, group }];
    case "not":
      return leavesOf(node.node, group);
    case "every":
    case "some":
      return leavesOf(node.node, node.group);
    default:
      return node.nodes.flatMap((child) => leavesOf(child, group));
  }
}

/** The tree with each leaf as it is changed. */
export function withLeaves(node: Node, change: (leaf: Leaf) => Leaf): Node {
  switch (node.kind) {
    case "leaf":
      return change(node);
    case "not":
    case "every":
    case "some":
      return { ...node, node: withLeaves(node.node, change) };
    default:
      return { ...node, nodes: node.nodes.map((child) => withLeaves(child, change)) };
  }
}

export interface GroupedLeaf {
  readonly leaf: Leaf;
  readonly group: string | null;
}

/** The name under which evidence tells an operand; `null` for a literal. */
export function nameOf(operand: Operand): string | null {
  return operand.kind === "constant" ? (operand.from ?? null) : operand.id;
}

/** What an operand reads: a fact, group or parameter, and the parameter that moves it. */
export function namesOf(operand: Operand): readonly string[] {
  if (operand.kind === "count") return [operand.group];
  return [nameOf(operand) ?? [], operand.shift?.params.from ?? []].flat();
}
