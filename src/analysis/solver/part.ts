import type { ItemPlace } from "../../engine/conditions/trace.ts";
import type { GroupNode, Leaf, Node, Operand } from "../../engine/conditions/tree.ts";
import type { KnownValue } from "../../engine/conditions/values.ts";
import { movedValue } from "./domain.ts";
import { type Place, placeOfFact } from "./place.ts";
import {
  both,
  either,
  ONLY_FALSE,
  ONLY_TRUE,
  ONLY_UNKNOWN,
  only,
  opposite,
  type Truths,
} from "./truths.ts";

/** The values given so far, by the number of their place; undefined where none is. */
export type Given = readonly (KnownValue | null | undefined)[];

/** A condition as the solver asks it. */
export interface Part {
  /** The truths that it may still have, whatever is given to the other places. */
  readonly truths: (given: Given) => Truths;
  /** Names the places without a value that it may still depend on. */
  readonly open: (given: Given, found: (place: number) => void) => void;
}

/** Where places and their values are looked up. */
export interface Space {
  /** The number of a place; each has one. */
  readonly numberOf: (place: Place) => number;
  readonly valuesAt: (place: number) => readonly (KnownValue | null)[];
  /** Different items that a group is given; further ones are like the last of them. */
  readonly itemsOf: (group: string) => number;
}

/** Makes a compiled condition into what the solver asks. */
export function partOf(node: Node, space: Space, item: ItemPlace | null = null): Part {
  switch (node.kind) {
    case "leaf":
      return leafPart(node, space, item);
    case "not":
      return opposed(partOf(node.node, space, item));
    case "every":
    case "some":
      return groupPart(node, space);
    default:
      return junctionPart(
        node.kind,
        node.nodes.map((child) => partOf(child, space, item)),
      );
  }
}

function opposed(part: Part): Part {
  return { truths: (given) => opposite(part.truths(given)), open: part.open };
}

function junctionPart(kind: "all" | "any", parts: readonly Part[]): Part {
  const [neutral, join] = kind === "all" ? [ONLY_TRUE, both] : [ONLY_FALSE, either];
  return {
    truths: (given) => {
      let truths = neutral;
      for (const part of parts) {
        truths = join(truths, part.truths(given));
        if (truths === opposite(neutral)) break;
      }
      return truths;
    },
    open: (given, found) => {
      for (const part of parts) if (part.truths(given) !== neutral) part.open(given, found);
    },
  };
}

/** Over the items of a group, as many as it may still have. */
function groupPart({ kind, group, node }: GroupNode, space: Space): Part {
  const size = space.numberOf({ kind: "size", group });
  const items = Array.from({ length: space.itemsOf(group) }, (_, index) =>
    partOf(node, space, { group, index }),
  );
  const [neutral, join] = kind === "every" ? [ONLY_TRUE, both] : [ONLY_FALSE, either];
  return {
    truths: (given) => {
      // What the first n items give together, for every n that is told apart.
      const first: Truths[] = [neutral];
      for (const item of items) first.push(join(first.at(-1) ?? neutral, item.truths(given)));
      const known = given[size];
      const sizes = known === undefined ? space.valuesAt(size) : [known];
      return sizes.reduce<Truths>((truths, count) => truths | truthsOf(first, count), 0);
    },
    open: (given, found) => {
      const known = given[size];
      if (known === undefined) found(size);
      const sizes = known === undefined ? space.valuesAt(size) : [known];
      const most = Math.max(0, ...sizes.map((count) => (typeof count === "number" ? count : 0)));
      for (const item of items.slice(0, most)) {
        if (item.truths(given) !== neutral) item.open(given, found);
      }
    },
  };
}

function truthsOf(first: readonly Truths[], count: KnownValue | null): Truths {
  if (typeof count !== "number") return ONLY_UNKNOWN;
  return first[Math.min(count, first.length - 1)] ?? ONLY_UNKNOWN;
}

/** What a side of a leaf reads: a value that stands, or a place. */
type Side =
  | { readonly kind: "value"; readonly value: KnownValue | null }
  | {
      readonly kind: "place";
      readonly place: number;
      readonly read: (value: KnownValue | null) => KnownValue | null;
    };

function leafPart({ left, right, operator }: Leaf, space: Space, item: ItemPlace | null): Part {
  const sides = [sideOf(left, space, item), sideOf(right, space, item)] as const;
  const [first, second] = sides;
  const known = new Map<
    KnownValue | null | undefined,
    Map<KnownValue | null | undefined, Truths>
  >();
  const valuesOf = (side: Side, given: Given): readonly (KnownValue | null)[] => {
    if (side.kind === "value") return [side.value];
    const value = given[side.place];
    return (value === undefined ? space.valuesAt(side.place) : [value]).map(side.read);
  };
  const truthsFor = (given: Given): Truths => {
    const rights = valuesOf(second, given);
    let truths = 0;
    for (const one of valuesOf(first, given)) {
      for (const other of rights) {
        truths |=
          one === null || other === null ? ONLY_UNKNOWN : only(operator.compare(one, other));
      }
    }
    return truths;
  };
  const at = (side: Side, given: Given) => (side.kind === "value" ? null : given[side.place]);
  return {
    truths: (given) => {
      const [one, other] = [at(first, given), at(second, given)];
      const row = known.get(one) ?? new Map<KnownValue | null | undefined, Truths>();
      const truths = row.get(other) ?? truthsFor(given);
      if (!row.has(other)) known.set(one, row.set(other, truths));
      return truths;
    },
    open: (given, found) => {
      for (const side of sides) {
        if (side.kind === "place" && given[side.place] === undefined) found(side.place);
      }
    },
  };
}

function sideOf(operand: Operand, space: Space, item: ItemPlace | null): Side {
  switch (operand.kind) {
    case "constant":
      return { kind: "value", value: operand.value };
    case "count": {
      const place = space.numberOf({ kind: "size", group: operand.group });
      return { kind: "place", place, read: (value) => value };
    }
    default: {
      const place = space.numberOf(placeOfFact(operand.id, item));
      return { kind: "place", place, read: (value) => movedValue(value, operand.shift) };
    }
  }
}
