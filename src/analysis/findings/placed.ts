import type { Leaf, Node } from "../../engine/conditions/tree.ts";
import type { Service } from "../../engine/model/pack.ts";
import type { Condition } from "../../engine/model/policy.ts";
import { below, type JsonPlace } from "./places.ts";

/** A compiled condition with the place where it is written. */
export interface Placed {
  readonly node: Node;
  readonly condition: Condition;
  readonly place: JsonPlace;
  /** The group whose items it is about. */
  readonly group: string | null;
  /** The named condition that stands here, placed where it is defined. */
  readonly named: Placed | null;
  readonly children: readonly Placed[];
}

/** Goes through a condition and what it was compiled to side by side. */
export function placed(
  condition: Condition,
  node: Node,
  place: JsonPlace,
  service: Service,
  group: string | null = null,
): Placed {
  if ("condition" in condition) {
    const name = condition.condition;
    const definition = service.conditions.get(name);
    if (definition === undefined) throw new TypeError(`not in the pack: ${name}`);
    const named = placed(definition, node, placeOfNamed(service, name), service, group);
    return { node, condition, place, group, named, children: named.children };
  }
  const children = childrenOf(condition, node, place, service, group);
  return { node, condition, place, group, named: null, children };
}

function childrenOf(
  condition: Condition,
  node: Node,
  place: JsonPlace,
  service: Service,
  group: string | null,
): readonly Placed[] {
  const inside = "group" in node ? node.group : group;
  const at = (inner: Condition, node: Node, ...steps: readonly PropertyKey[]) =>
    placed(inner, node, below(place, ...steps), service, inside);
  if ("all" in condition || "any" in condition) {
    const [key, conditions] =
      "all" in condition ? (["all", condition.all] as const) : (["any", condition.any] as const);
    const nodes = "nodes" in node ? node.nodes : [];
    return conditions.flatMap((inner, index) => {
      const child = nodes[index];
      return child === undefined ? [] : [at(inner, child, key, index)];
    });
  }
  if ("not" in condition) return node.kind === "not" ? [at(condition.not, node.node, "not")] : [];
  if ("every" in condition || "some" in condition) {
    return "group" in node ? [at(condition.conditions, node.node, "conditions")] : [];
  }
  return [];
}

/** Where a city defines a named condition. */
export function placeOfNamed({ id }: Pick<Service, "id">, name: string): JsonPlace {
  return { file: `${cityOf(id)}/conditions.json`, path: ["conditions", name] };
}

export function cityOf(service: string): string {
  return service.slice(0, service.indexOf("/"));
}

/** All of a tree in document order, itself first; named conditions are not gone into. */
export function writtenIn(tree: Placed): readonly Placed[] {
  return [tree, ...(tree.named === null ? tree.children.flatMap(writtenIn) : [])];
}

/** As {@link writtenIn}, with named conditions written out. */
export function everythingIn(tree: Placed): readonly Placed[] {
  return [tree, ...(tree.named === null ? tree.children : [tree.named]).flatMap(everythingIn)];
}

/** A leaf with its place. */
export type PlacedLeaf = Placed & { readonly node: Leaf };

export function isLeaf(one: Placed): one is PlacedLeaf {
  return one.node.kind === "leaf" && one.named === null;
}
