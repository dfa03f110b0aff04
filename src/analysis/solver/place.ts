import type { ItemPlace } from "../../engine/conditions/trace.ts";

/** What the solver gives a value: a fact, a fact of a group's item, or how many items a group has. */
export type Place =
  | { readonly kind: "fact"; readonly id: string }
  | {
      readonly kind: "item-fact";
      readonly group: string;
      readonly index: number;
      readonly id: string;
    }
  | { readonly kind: "size"; readonly group: string };

/** A fact as an operand of a tree names it, within an item or not. */
export function placeOfFact(id: string, item: ItemPlace | null): Place {
  return item === null ? { kind: "fact", id } : { kind: "item-fact", ...item, id };
}

/** Names a place; no two have one name. */
export function keyOfPlace(place: Place): string {
  if (place.kind === "fact") return place.id;
  if (place.kind === "size") return `${place.group}.count`;
  return `${place.group}[${place.index}].${place.id}`;
}

/** Items of one group are alike: their facts have the same values to choose from. */
export function keyOfDomain(place: Place): string {
  return place.kind === "item-fact" ? `${place.group}[].${place.id}` : keyOfPlace(place);
}
