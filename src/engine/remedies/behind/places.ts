import { type FactRecord, itemsOf } from "../../conditions/values.ts";
import type { Program } from "../../decision/program.ts";
import { type FactPlace, nameOfPlace } from "../place.ts";

/** People of one group who are looked at; no more remedies are told. */
const MOST_ITEMS = 10;

/**
 * In place of facts that are computed those that they are computed from, in the application or in the
 * items of a group, where an applicant can change them; each once.
 */
export function placesBehind(
  { computed, pack }: Program,
  facts: FactRecord,
  places: readonly FactPlace[],
): readonly FactPlace[] {
  if (computed.length === 0) return places;
  const found = new Map<string, FactPlace>();
  const visit = (place: FactPlace): void => {
    const { id, item } = place;
    const own = computed.find((one) => one.id === id && one.group === (item?.group ?? null));
    if (own === undefined) {
      if (pack.facts.get(id)?.actionable !== undefined) found.set(nameOfPlace(place), place);
      return;
    }
    for (const { id: read, group } of own.reads) {
      if (group === own.group) visit({ id: read, item });
      else if (group !== null) {
        const items = (itemsOf(facts, group) ?? []).slice(0, MOST_ITEMS);
        for (const index of items.keys()) visit({ id: read, item: { group, index } });
      }
    }
  };
  for (const place of places) visit(place);
  return [...found.values()];
}
