import type { GroupNode, Node } from "../../engine/conditions/tree.ts";
import { scalarsIn } from "../../engine/conditions/values.ts";
import type { Group } from "../../engine/model/catalogue.ts";
import {
  constantsAt,
  type Domain,
  domainOf,
  type Growing,
  grow,
  movedValue,
  valuesNear,
} from "./domain.ts";
import { nodeKeys } from "./node-key.ts";
import { othersOf } from "./others.ts";
import { domainName, type Use, usesOf } from "./uses.ts";

/** The least and the most items that a group can have. */
export type GroupLimits = Required<Pick<Group, "minItems" | "maxItems">>;

export interface Domains {
  readonly of: (domain: string) => Domain;
  /** Different items that a group needs so that each of its conditions can have one of its own. */
  readonly itemsOf: (group: string) => number;
  /** False where some value that might make a difference is not among these. */
  readonly complete: boolean;
}

/** Values flow between facts that are compared so often; further ones are not followed. */
const MOST_ROUNDS = 4;

/** Items that are told apart in one group. */
const MOST_ITEMS = 6;

/**
 * For each fact the finite set of values that the leaves of some conditions can tell apart: constants
 * and their neighbours, what other facts that it is compared with can be, and of closed sets all.
 */
export function domainsOf(
  trees: readonly Node[],
  limitsOf: (group: string) => GroupLimits,
): Domains {
  const uses = usesOf(trees);
  const growing = new Map([...uses].map(([name, used]) => [name, growingFrom(used)]));
  for (const place of growing.values()) grow(place, constantsAt(place));
  const settled = flow(growing);
  const keyOf = nodeKeys();
  const written = trees.flatMap(groupNodesOf).map((node) => [keyOf(node), node] as const);
  const nodes = [...new Map(written).values()];
  const groups = new Set(nodes.map(({ group }) => group));
  const itemsOf = (group: string) => itemsTold(nodes, group).told;
  const domains = new Map<string, Domain>();
  for (const [name, place] of growing) domains.set(name, domainOf(place));
  for (const group of new Set([...groups, ...countedIn(uses)])) {
    const name = domainName({ kind: "count", id: `${group}.count` }, null);
    domains.set(name, sizesOf(growing.get(name), limitsOf(group), itemsOf(group)));
  }
  return {
    of: (name) => domains.get(name) ?? NOTHING,
    itemsOf,
    complete:
      settled &&
      [...domains.values()].every(({ complete }) => complete) &&
      [...groups].every((group) => itemsTold(nodes, group).complete),
  };
}

const NOTHING: Domain = { values: [], complete: false };

function growingFrom(uses: readonly Use[]): Growing {
  const shapes = uses.flatMap(({ own }) => (own.kind === "fact" ? [own.shape] : []));
  return { shapes, uses, scalars: new Set(), complete: true };
}

/** Lets values flow between what is compared; false where they still flowed in the end. */
function flow(growing: ReadonlyMap<string, Growing>): boolean {
  const linked = [...growing.values()].filter(({ uses }) => uses.some(({ link }) => link !== null));
  for (const place of linked) if (place.scalars.size === 0) seed(place);
  for (let round = 0; round < Math.min(MOST_ROUNDS, linked.length); round++) {
    let grown = false;
    for (const place of linked) {
      for (const use of place.uses) {
        const other = use.link === null ? undefined : growing.get(use.link);
        if (other === undefined) continue;
        const values = [...other.scalars].flatMap((value) => readBy(use, value));
        grown =
          grow(
            place,
            values.flatMap((value) => valuesNear(use, value)),
          ) || grown;
      }
    }
    if (!grown) return true;
  }
  // As many rounds as there are facts put each beside every value of every other.
  return linked.length <= MOST_ROUNDS;
}

function seed(place: Growing): void {
  const [shape] = place.shapes;
  if (shape === undefined) grow(place, [0, 1]);
  else grow(place, othersOf(shape.type === "list" ? shape.items : shape, place.scalars) ?? []);
}

/** What the other side of a leaf makes of a value of its own. */
function readBy({ other }: Use, value: string | number | boolean) {
  return other.kind === "fact" ? scalarsIn(movedValue(value, other.shift)) : [value];
}

function groupNodesOf(node: Node): readonly GroupNode[] {
  switch (node.kind) {
    case "leaf":
      return [];
    case "not":
      return groupNodesOf(node.node);
    case "every":
    case "some":
      return [node];
    default:
      return node.nodes.flatMap(groupNodesOf);
  }
}

function itemsTold(nodes: readonly GroupNode[], group: string) {
  const wanted = Math.max(1, nodes.filter((node) => node.group === group).length);
  return { told: Math.min(wanted, MOST_ITEMS), complete: wanted <= MOST_ITEMS };
}

function countedIn(uses: ReadonlyMap<string, readonly Use[]>): readonly string[] {
  return [...uses.values()].flatMap((used) =>
    used.flatMap(({ own }) => (own.kind === "count" ? [own.group] : [])),
  );
}

/** Few items before many, and none at all last. */
function sizesOf(
  counted: Growing | undefined,
  { minItems, maxItems }: GroupLimits,
  told: number,
): Domain {
  const numbers = [...(counted?.scalars ?? [])].filter((value) => typeof value === "number");
  const wanted = [minItems, 1, Math.min(told, maxItems), 0, ...numbers];
  const sizes = [...new Set(wanted)]
    .filter((size) => size >= minItems && size <= maxItems)
    .sort((first, second) => first - second);
  const filled = sizes.filter((size) => size > 0);
  return {
    values: [...filled, ...sizes.filter((size) => size === 0)],
    complete: counted?.complete ?? true,
  };
}
