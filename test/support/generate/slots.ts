import type {
  Fact,
  Facts,
  FactValue,
  Group,
  ItemFacts,
  Scalar,
} from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { isListValue, scalarsOf, valuesOf } from "./domains.ts";

/** One thing that is not known, named as a decision's `missing` names it. */
export interface Slot {
  readonly name: string;
  /** The same facts with this thing known, in each way that it can be. */
  readonly completions: readonly ((facts: Facts) => Facts)[];
}

/** Absent groups are completed in at most so many ways. */
const MOST_LISTS = 60;

/**
 * Everything that is not known in an application, of the facts and groups that are read. What
 * nobody reads cannot matter, and would only multiply the completions.
 */
export function slotsOf(
  pack: Pack,
  facts: Facts,
  isRead: (id: string) => boolean,
): readonly Slot[] {
  const slots = [...pack.facts].flatMap(([id, fact]) =>
    isRead(id) && !isComputed(pack, id)
      ? factSlots(id, fact, factValueOf(facts[id]), rootChange(id))
      : [],
  );
  for (const [id, group] of pack.groups) {
    if (!isRead(id) && !isRead(`${id}.count`)) continue;
    const read = group.facts.filter((fact) => isRead(fact) && !isComputed(pack, fact));
    const items = itemsOf(facts[id]);
    if (items === null) slots.push(groupSlot(pack, id, group, read));
    else
      slots.push(...items.flatMap((item, index) => itemSlots(pack, id, index, item ?? {}, read)));
  }
  return slots;
}

function isComputed(pack: Pack, id: string): boolean {
  return pack.facts.get(id)?.compute !== undefined;
}

type Change = (facts: Facts, change: (value: FactValue) => FactValue) => Facts;

function rootChange(id: string): Change {
  return (facts, change) => ({ ...facts, [id]: change(factValueOf(facts[id])) });
}

function itemChange(group: string, index: number, id: string): Change {
  return (facts, change) => {
    const items = (itemsOf(facts[group]) ?? []).map((item, place) =>
      place === index ? { ...item, [id]: change(item?.[id] ?? null) } : item,
    );
    return { ...facts, [group]: items };
  };
}

function itemSlots(
  pack: Pack,
  group: string,
  index: number,
  item: ItemFacts,
  ids: readonly string[],
): readonly Slot[] {
  return ids.flatMap((id) => {
    const fact = pack.facts.get(id);
    if (fact === undefined) return [];
    const name = `${group}[${index}].${id}`;
    return factSlots(name, fact, item[id] ?? null, itemChange(group, index, id));
  });
}

/** A fact that is absent, or each unknown item of a list that is there. */
function factSlots(name: string, fact: Fact, value: FactValue, change: Change): Slot[] {
  if (value === null) {
    const completions = valuesOf(fact).map((known) => (facts: Facts) => change(facts, () => known));
    return [{ name, completions }];
  }
  if (!isListValue(value) || fact.type !== "list") return [];
  const items = scalarsOf(fact.items);
  return value.flatMap((item, index) =>
    item === null
      ? [{ name: `${name}[${index}]`, completions: items.map(itemCompletion(change, index)) }]
      : [],
  );
}

function itemCompletion(change: Change, index: number): (known: Scalar) => Slot["completions"][0] {
  return (known) => (facts) =>
    change(facts, (value) =>
      isListValue(value) ? value.map((item, place) => (place === index ? known : item)) : value,
    );
}

function groupSlot(pack: Pack, id: string, group: Group, read: readonly string[]): Slot {
  const items = recordsOf(pack, read);
  const { minItems = 0, maxItems = 2 } = group;
  const lists: (readonly ItemFacts[])[] = minItems === 0 ? [[]] : [];
  lists.push(...items.map((item) => [item]));
  if (maxItems > 1) lists.push(...items.flatMap((one) => items.map((other) => [one, other])));
  const step = Math.ceil(lists.length / MOST_LISTS);
  const taken = lists.filter((_, index) => index % step === 0);
  return {
    name: id,
    completions: taken.map((list) => (facts: Facts) => ({ ...facts, [id]: list })),
  };
}

/** Every record of these facts. */
function recordsOf(pack: Pack, ids: readonly string[]): readonly ItemFacts[] {
  const [id, ...rest] = ids;
  if (id === undefined) return [{}];
  const fact = pack.facts.get(id);
  const values = fact === undefined ? [] : valuesOf(fact);
  return recordsOf(pack, rest).flatMap((record) =>
    values.map((value) => ({ ...record, [id]: value })),
  );
}

/** The value of a fact that is no group. */
export function factValueOf(value: Facts[string]): FactValue {
  if (!Array.isArray(value)) return isScalar(value) ? value : null;
  return value.map((item: unknown) => (isScalar(item) ? item : null));
}

/** The items of a group, or null where it is absent. */
export function itemsOf(value: Facts[string]): readonly (ItemFacts | null)[] | null {
  if (!Array.isArray(value)) return null;
  return value.map((item) => (typeof item === "object" ? item : null));
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
