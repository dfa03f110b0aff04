import type { SourceJunction, SourceNode } from "./source-tree.ts";

/** A function longer than this many comparisons is cut, so that it is still made fast. */
const MOST = 32;

/**
 * Cuts a condition into parts of a size that an engine keeps optimising: each has a function of its
 * own. `next` gives numbers that no other part of the module has.
 */
export function inParts(node: SourceNode, next: () => number): SourceNode {
  switch (node.kind) {
    case "leaf":
    case "part":
      return node;
    case "not":
    case "every":
    case "some":
      return { ...node, node: inParts(node.node, next) };
    default:
      return weightOf(node) <= MOST ? withinGroups(node, next) : cut(node, next);
  }
}

function withinGroups(node: SourceJunction, next: () => number): SourceNode {
  return { ...node, nodes: node.nodes.map((child) => inParts(child, next)) };
}

function cut({ kind, nodes }: SourceJunction, next: () => number): SourceNode {
  let pieces = nodes.map((child): SourceNode => {
    const own = inParts(child, next);
    return weightOf(own) > MOST / 2 ? { kind: "part", number: next(), node: own } : own;
  });
  while (weightOfAll(pieces) > MOST) {
    pieces = bundles(pieces).map((bundle): SourceNode => {
      const [only] = bundle;
      if (bundle.length === 1 && only !== undefined) return only;
      return { kind: "part", number: next(), node: { kind, nodes: bundle } };
    });
  }
  return { kind, nodes: pieces };
}

/** Neighbours together, each bundle of no more than the most. */
function bundles(nodes: readonly SourceNode[]): readonly (readonly SourceNode[])[] {
  const found: SourceNode[][] = [];
  let weight = MOST;
  for (const node of nodes) {
    const own = weightOf(node);
    const last = found.at(-1);
    if (last === undefined || weight + own > MOST) {
      found.push([node]);
      weight = own;
    } else {
      last.push(node);
      weight += own;
    }
  }
  return found;
}

/** How much of a function a node takes: what is called counts as one. */
function weightOf(node: SourceNode): number {
  switch (node.kind) {
    case "leaf":
      return node.quantifier === null ? 1 : 2;
    case "not":
      return weightOf(node.node);
    case "every":
    case "some":
      return 2;
    case "part":
      return 1;
    default:
      return weightOfAll(node.nodes);
  }
}

function weightOfAll(nodes: readonly SourceNode[]): number {
  return nodes.reduce((sum, node) => sum + weightOf(node), 0);
}
