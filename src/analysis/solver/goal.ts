import type { Node } from "../../engine/conditions/tree.ts";
import { ONLY_FALSE, ONLY_TRUE, opposite, type Truths } from "./truths.ts";

/** A condition that is to have one of these truths. */
export interface Goal {
  readonly node: Node;
  readonly want: Truths;
}

/** The same goals, in parts that can be reached one without the other where that is possible. */
export function partsOf({ node, want }: Goal): readonly Goal[] {
  if (node.kind === "not") return partsOf({ node: node.node, want: opposite(want) });
  const needsEach =
    (node.kind === "all" && want === ONLY_TRUE) || (node.kind === "any" && want === ONLY_FALSE);
  if (!needsEach) return [{ node, want }];
  return node.nodes.flatMap((child) => partsOf({ node: child, want }));
}
