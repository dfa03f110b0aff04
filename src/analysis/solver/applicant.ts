import { type KnownValue, stated } from "../../engine/conditions/values.ts";
import type { Facts, FactValue, ItemFacts } from "../../engine/model/catalogue.ts";
import type { Place } from "./place.ts";

/** An application with these values; what is not known is left out. */
export function applicantOf(
  places: readonly Place[],
  values: readonly (KnownValue | null)[],
  toldOf: (group: string) => number,
  /** False of what is computed, whose value nobody can give. */
  isGiven: (place: Place) => boolean,
): Facts {
  const facts: Record<string, FactValue | readonly ItemFacts[]> = {};
  const items = new Map<string, Record<string, FactValue>[]>();
  for (const [index, place] of places.entries()) {
    const value = stated(values[index]);
    if (value === null || place.kind === "size" || !isGiven(place)) continue;
    if (place.kind === "fact") facts[place.id] = value;
    else itemAt(items, place)[place.id] = value;
  }
  for (const [index, place] of places.entries()) {
    const size = values[index];
    if (place.kind !== "size" || typeof size !== "number") continue;
    const told = items.get(place.group) ?? [];
    const last = toldOf(place.group) - 1;
    facts[place.group] = Array.from({ length: size }, (_, at) => ({
      ...told[Math.min(at, last)],
    }));
  }
  return facts;
}

function itemAt(
  items: Map<string, Record<string, FactValue>[]>,
  { group, index }: { readonly group: string; readonly index: number },
): Record<string, FactValue> {
  const list = items.get(group) ?? [];
  const item = list[index] ?? {};
  list[index] = item;
  items.set(group, list);
  return item;
}
