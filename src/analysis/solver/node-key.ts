import type { Node, Operand } from "../../engine/conditions/tree.ts";

/** Tells what a condition asks, so that the same one written twice is known to be the same. */
export type NodeKey = (node: Node) => string;

/** Remembers the keys of the nodes that it was asked about. */
export function nodeKeys(): NodeKey {
  const known = new WeakMap<Node, string>();
  const keyOf: NodeKey = (node) => {
    const key = known.get(node) ?? written(node, keyOf);
    known.set(node, key);
    return key;
  };
  return keyOf;
}

function written(node: Node, keyOf: NodeKey): string {
  switch (node.kind) {
    case "leaf":
      return JSON.stringify([operandKey(node.left), node.operator.name, operandKey(node.right)]);
    case "not":
      return `not(${keyOf(node.node)})`;
    case "every":
    case "some":
      return `${node.kind} ${node.group}(${keyOf(node.node)})`;
    default:
      return `${node.kind}(${node.nodes.map(keyOf).join()})`;
  }
}

function operandKey(operand: Operand): unknown {
  if (operand.kind === "constant") return [operand.value];
  return operand.kind === "count" ? operand.id : [operand.id, operand.shift?.params];
}
