import { leavesOf, type Node, type Operand, withLeaves } from "../../engine/conditions/tree.ts";

/** A tree without some of its nodes: what is left of an *all* or *any* stands. */
export function without(tree: Node, removed: ReadonlySet<Node>): Node {
  switch (tree.kind) {
    case "leaf":
      return tree;
    case "not":
    case "every":
    case "some": {
      const node = without(tree.node, removed);
      return node === tree.node ? tree : { ...tree, node };
    }
    default: {
      const kept = tree.nodes.filter((node) => !removed.has(node));
      const nodes = kept.map((node) => without(node, removed));
      const same =
        nodes.length === tree.nodes.length && nodes.every((node, at) => node === tree.nodes[at]);
      return same ? tree : { ...tree, nodes };
    }
  }
}

/** A tree with one of its nodes another. */
export function replaced(tree: Node, old: Node, other: Node): Node {
  if (tree === old) return other;
  switch (tree.kind) {
    case "leaf":
      return tree;
    case "not":
    case "every":
    case "some":
      return { ...tree, node: replaced(tree.node, old, other) };
    default:
      return { ...tree, nodes: tree.nodes.map((node) => replaced(node, old, other)) };
  }
}

/**
 * A tree in which a parameter that is compared with no fact may have any value: such a leaf is a
 * switch, and how it stands today says nothing of the rule.
 */
export function withFreeSwitches(tree: Node): Node {
  return withLeaves(tree, (leaf) =>
    [leaf.left, leaf.right].every(({ kind }) => kind === "constant")
      ? { ...leaf, left: freed(leaf.left), right: freed(leaf.right) }
      : leaf,
  );
}

function freed(operand: Operand): Operand {
  if (operand.kind !== "constant" || operand.from?.startsWith("parameter.") !== true)
    return operand;
  const { from: id, shape, shift } = operand;
  return { kind: "fact", id, shape, ...(shift && { shift }) };
}

/** Whether a leaf of the tree can never be known, since a parameter has no value. */
export function lacksValue(tree: Node): boolean {
  return leavesOf(tree).some(({ leaf }) =>
    [leaf.left, leaf.right].some(
      (operand) =>
        (operand.kind === "constant" && operand.value === null) ||
        (operand.kind !== "count" && operand.shift?.duration === null),
    ),
  );
}
