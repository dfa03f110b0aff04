import { type Leaf, leavesOf, type Node, type Operand } from "../../engine/conditions/tree.ts";

/** One side of a leaf that reads an application. */
export interface Use {
  readonly leaf: Leaf;
  readonly side: "left" | "right";
  readonly own: Exclude<Operand, { readonly kind: "constant" }>;
  readonly other: Operand;
  /** The domain of the other side, where that reads the application too. */
  readonly link: string | null;
}

/** Every side of every leaf that reads an application, by the domain that it reads. */
export function usesOf(trees: readonly Node[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { leaf, group } of trees.flatMap((tree) => leavesOf(tree))) {
    const { left, right } = leaf;
    for (const [side, own, other] of [
      ["left", left, right],
      ["right", right, left],
    ] as const) {
      if (own.kind === "constant") continue;
      const link = other.kind === "constant" ? null : domainName(other, group);
      const use = { leaf, side, own, other, link };
      const domain = domainName(own, group);
      const known = uses.get(domain);
      if (known === undefined) uses.set(domain, [use]);
      else known.push(use);
    }
  }
  return uses;
}

/** Names the domain of what an operand reads; the items of a group share theirs. */
export function domainName(operand: Pick<Use["own"], "kind" | "id">, group: string | null): string {
  return group === null || operand.kind === "count" ? operand.id : `${group}[].${operand.id}`;
}
