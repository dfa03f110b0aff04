import { type ItemPlace, nameOfItem } from "../conditions/trace.ts";
import { type FactRecord, itemsOf } from "../conditions/values.ts";
import type { FactValue } from "../model/catalogue.ts";

/** Where a fact stands: in the application, or in one item of a group. */
export interface FactPlace {
  readonly id: string;
  readonly item: ItemPlace | null;
}

/** The name that evidence and remedies give it: `drivers[2].coverage.status`. */
export function nameOfPlace({ id, item }: FactPlace): string {
  return item === null ? id : `${nameOfItem(item)}.${id}`;
}

/** The same facts with one of them changed; nothing that was given is touched. */
export function withFact(facts: FactRecord, { id, item }: FactPlace, value: FactValue): FactRecord {
  if (item === null) return { ...facts, [id]: value };
  const items = itemsOf(facts, item.group) ?? [];
  const changed = items.map((record, index) =>
    index === item.index ? { ...record, [id]: value } : record,
  );
  return { ...facts, [item.group]: changed };
}
