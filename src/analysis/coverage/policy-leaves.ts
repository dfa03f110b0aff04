import { joinPaths, type Leaf, type Node } from "../../engine/conditions/tree.ts";
import type { Program } from "../../engine/decision/program.ts";
import { conditionalGrants } from "../../engine/granting/program.ts";

/** Which condition of a policy a leaf belongs to. */
export type Part =
  | { readonly kind: "scope" }
  | { readonly kind: "when" | "conditions"; readonly requirement: string }
  | { readonly kind: "grant"; readonly grant: string };

export function isSamePart(one: Part, other: Part): boolean {
  return keyOf(one, "") === keyOf(other, "");
}

/** One leaf of a policy; its key and path are the same on every day. */
export interface PolicyLeaf {
  /** Names it within its policy; no two have one name. */
  readonly key: string;
  readonly part: Part;
  /** Where it stands as evidence has it, but with `#` for an item's number: `every/#/all/0`. */
  readonly path: string;
  readonly leaf: Leaf;
  /** The group whose items are asked. */
  readonly group: string | null;
}

/** A condition of a policy with the part that it is. */
export interface PartTree {
  readonly part: Part;
  readonly tree: Node;
}

type PolicyParts = Pick<Program, "scope" | "requirements" | "version" | "grants">;

/** Every condition of a policy, in document order. */
export function partTreesOf(program: PolicyParts): readonly PartTree[] {
  const { scope, requirements } = program;
  const scoped: readonly PartTree[] =
    scope === null ? [] : [{ part: { kind: "scope" }, tree: scope.tree }];
  return [
    ...scoped,
    ...requirements.flatMap(({ id, when, conditions }): readonly PartTree[] => [
      ...(when === null
        ? []
        : [{ part: { kind: "when" as const, requirement: id }, tree: when.tree }]),
      { part: { kind: "conditions", requirement: id }, tree: conditions.tree },
    ]),
    ...conditionalGrants(program).map(({ id, compiled }): PartTree => {
      return { part: { kind: "grant", grant: id }, tree: compiled.tree };
    }),
  ];
}

/** Every leaf of a policy, in document order. */
export function policyLeavesOf(program: PolicyParts): readonly PolicyLeaf[] {
  return partTreesOf(program).flatMap(({ part, tree }) => leavesIn(tree, part, null, ""));
}

function leavesIn(
  node: Node,
  part: Part,
  group: string | null,
  prefix: string,
): readonly PolicyLeaf[] {
  switch (node.kind) {
    case "leaf": {
      const path = joinPaths(prefix, node.path);
      return [{ key: keyOf(part, path), part, path, leaf: node, group }];
    }
    case "not":
      return leavesIn(node.node, part, group, prefix);
    case "every":
    case "some":
      return leavesIn(node.node, part, node.group, `${node.path}/#`);
    default:
      return node.nodes.flatMap((child) => leavesIn(child, part, group, prefix));
  }
}

/** No requirement is named `scope`, and ids hold neither `/` nor `:`. */
function keyOf(part: Part, path: string): string {
  return [...wordsOf(part), path].filter(Boolean).join("/");
}

function wordsOf(part: Part): readonly string[] {
  switch (part.kind) {
    case "scope":
      return ["scope"];
    case "grant":
      return [`grant:${part.grant}`];
    default:
      return [part.requirement, part.kind];
  }
}
