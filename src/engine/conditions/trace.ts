import { LayakError } from "../errors.ts";
import type { Evidence } from "../model/decision.ts";
import { type GroupNode, joinPaths, type Leaf, type Node } from "./tree.ts";
import { and, not, or, type Truth, truthOf, UNKNOWN } from "./truth.ts";

/** Which item of which group a leaf was asked of. */
export interface ItemPlace {
  readonly group: string;
  readonly index: number;
}

/** `drivers[2]`, and within it `drivers[2].coverage.status`. */
export function nameOfItem({ group, index }: ItemPlace): string {
  return `${group}[${index}]`;
}

export interface LeafTrace {
  readonly kind: "leaf";
  readonly node: Leaf;
  readonly truth: Truth;
  readonly evidence: Evidence;
  readonly item: ItemPlace | null;
}

/** `children`: of a group one for each item; none where it is empty, or absent and so unknown. */
export interface BranchTrace {
  readonly kind: "all" | "any" | "not" | "every" | "some";
  readonly node: Exclude<Node, Leaf>;
  readonly truth: Truth;
  readonly children: readonly Trace[];
  readonly item: ItemPlace | null;
}

/** A tree with the truth of every node, rebuilt from the evidence of its leaves. */
export type Trace = LeafTrace | BranchTrace;

/** Evidence that does not belong to the tree it is read with. */
export function foreignDecision(): LayakError {
  return new LayakError("decision-foreign", {
    id: "Keputusan ini dibuat dengan teks aturan lain.",
    en: "Another policy text made this decision.",
  });
}

/**
 * Rebuilds what a decision found, from its evidence alone.
 * @throws LayakError `decision-foreign` where the evidence was not made by this tree.
 */
export function traceOf(tree: Node, evidence: readonly Evidence[]): Trace {
  const cursor: Cursor = { evidence, next: 0 };
  const trace = traceAt(tree, cursor, null, "");
  if (cursor.next !== evidence.length) throw foreignDecision();
  return trace;
}

interface Cursor {
  readonly evidence: readonly Evidence[];
  next: number;
}

function traceAt(node: Node, cursor: Cursor, item: ItemPlace | null, prefix: string): Trace {
  switch (node.kind) {
    case "leaf": {
      const evidence = take(cursor, joinPaths(prefix, node.path));
      return { kind: "leaf", node, truth: truthOf(evidence.holds), evidence, item };
    }
    case "not": {
      const child = traceAt(node.node, cursor, item, prefix);
      return { kind: "not", node, truth: not(child.truth), children: [child], item };
    }
    case "every":
    case "some":
      return groupTrace(node, cursor);
    default: {
      const children = node.nodes.map((child) => traceAt(child, cursor, item, prefix));
      return { kind: node.kind, node, truth: truthOfAll(node.kind, children), children, item };
    }
  }
}

function groupTrace(node: GroupNode, cursor: Cursor): Trace {
  const { kind, path } = node;
  if (cursor.evidence[cursor.next]?.path === path) {
    take(cursor, path);
    return { kind, node, truth: UNKNOWN, children: [], item: null };
  }
  const children: Trace[] = [];
  for (let index = 0; ; index++) {
    const prefix = `${path}/${index}`;
    const next = cursor.evidence[cursor.next]?.path;
    if (next !== prefix && !next?.startsWith(`${prefix}/`)) break;
    children.push(traceAt(node.node, cursor, { group: node.group, index }, prefix));
  }
  return { kind, node, truth: truthOfAll(kind, children), children, item: null };
}

function truthOfAll(kind: BranchTrace["kind"], children: readonly Trace[]): Truth {
  const truths = children.map(({ truth }) => truth);
  return kind === "all" || kind === "every" ? and(truths) : or(truths);
}

function take(cursor: Cursor, path: string): Evidence {
  const evidence = cursor.evidence[cursor.next];
  if (evidence === undefined || evidence.path !== path) throw foreignDecision();
  cursor.next += 1;
  return evidence;
}
