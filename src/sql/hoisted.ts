import type { Node, Operand } from "../engine/conditions/tree.ts";
import type { Program } from "../engine/decision/program.ts";

/** A part of a condition that has a column of its own, so that it is written once. */
export interface HoistedPart {
  readonly node: Node;
  readonly column: string;
  /** Parts of one step read only those of the steps before. */
  readonly step: number;
}

/** The columns of parts of conditions. */
export type HoistedColumns = ReadonlyMap<Node, string>;

/**
 * The parts of a policy's conditions that have columns: what is asked of a list or a group, and every
 * *any* in an *all* and the other way, for what is missing asks of each whether it is open.
 */
export function hoistedParts(program: Program): readonly HoistedPart[] {
  const { scope, requirements, grants } = program;
  const trees = [
    ...(scope === null ? [] : [["scope", scope.tree] as const]),
    ...requirements.flatMap(({ id, when, conditions }) => [
      ...(when === null ? [] : [[`when ${id}`, when.tree] as const]),
      [id, conditions.tree] as const,
    ]),
    ...(grants?.requirements ?? []).map(
      ({ id, conditions }, place) => [`grant ${id} ${place}`, conditions.tree] as const,
    ),
  ];
  return trees.flatMap(([name, tree]) => {
    const parts: HoistedPart[] = [];
    const visit = (node: Node, settling: Settling | null, isRoot: boolean): number => {
      const own = settlingOf(node, settling);
      const below = childrenOf(node).map((child) => visit(child, own.within, false));
      const step = Math.max(0, ...below);
      if (isRoot || !(own.alternates || readsList(node))) return step;
      parts.push({ node, column: `${name} ${parts.length + 1}`, step });
      return step + 1;
    };
    visit(tree, null, true);
    return parts;
  });
}

/** The truth that settles a junction at once, seen from outside all negations. */
export type Settling = boolean;

/**
 * How a node stands in what is around it. One *all* in another needs no look of its own: where the
 * inner is false, so is the outer. Only where they alternate may the one be settled and the other open.
 */
export function settlingOf(
  node: Node,
  around: Settling | null,
): { readonly alternates: boolean; readonly within: Settling | null } {
  switch (node.kind) {
    case "leaf":
      return { alternates: false, within: around };
    case "not":
      return { alternates: false, within: around === null ? null : !around };
    case "every":
    case "some":
      return { alternates: true, within: null };
    default: {
      const own = node.kind === "any";
      return { alternates: around !== null && around !== own, within: own };
    }
  }
}

/** What is asked of an item has no column. */
function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "not") return [node.node];
  return "nodes" in node ? node.nodes : [];
}

function readsList(node: Node): boolean {
  return node.kind === "leaf" && [node.left, node.right].some(isListFact);
}

function isListFact(operand: Operand): boolean {
  return operand.kind === "fact" && operand.shape.type === "list";
}
