import { leavesOf } from "../../engine/conditions/tree.ts";
import { type FactRecord, itemsOf, scalarsIn } from "../../engine/conditions/values.ts";
import { allTrees, completedBy, computedIn, type Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Facts, FactValue, ItemFacts } from "../../engine/model/catalogue.ts";
import { turningValues } from "../../engine/remedies/behind/turning-values.ts";
import type { FactPlace } from "../../engine/remedies/place.ts";
import { movedValue, valuesNear } from "./domain.ts";
import { groupLimitsIn } from "./group-limits.ts";
import { numbersIn, operandValues } from "./operand-values.ts";
import { usesOf } from "./uses.ts";

/** Applications that are made for one question before nobody looks further. */
const MOST_TRIES = 400;

/** Of these, so many are starts from which each operand alone is moved to where a condition turns. */
const MOST_STARTS = 8;

/** How much may be tried for questions that belong together; each uses it up. */
export interface Effort {
  left: number;
}

/** Enough for some questions that are answered in vain. */
export function someEffort(left = 5_000): Effort {
  return { left };
}

/** To find where conditions turn takes as long as to decide so many applications. */
const COST_OF_TURNS = 40;

/**
 * The application with values for what its policies compute from, so that it is accepted: values near
 * what the conditions and parameters name, and one of them where a condition turns by what is computed
 * from it. Null where none was found. Nobody promises more.
 */
export function withOperands(
  programs: readonly Program[],
  facts: Facts,
  isSo: (facts: Facts) => boolean,
  effort: Effort = someEffort(),
): Facts | null {
  const accepts = (tried: Facts) => {
    effort.left -= 1;
    return isSo(tried);
  };
  const asked = programs.flatMap((program) => [program, program.grants ?? []].flat());
  const slots = slotsOf(asked, facts);
  if (slots.length === 0) return null;
  const all = slots.reduce((product, { values }) => product * values.length, 1);
  const pick = all <= MOST_TRIES ? inOrder : scattered();
  for (let attempt = 0; attempt < Math.min(all, MOST_TRIES) && effort.left > 0; attempt++) {
    let [rest, tried] = [attempt, facts];
    for (const { put, values } of slots) {
      // The first attempt keeps what other conditions have asked for.
      const value = values[attempt === 0 ? 0 : pick(rest, values.length)];
      rest = Math.floor(rest / values.length);
      if (value !== undefined) tried = put(tried, value);
    }
    if (accepts(tried)) return tried;
    if (attempt >= MOST_STARTS) continue;
    effort.left -= COST_OF_TURNS * slots.length;
    const found = turned(asked, slots, tried, accepts) ?? beside(asked, tried, accepts);
    if (found !== null) return found;
  }
  return null;
}

/** With one operand moved to where a condition turns by what is computed from it. */
function turned(
  programs: readonly Program[],
  slots: readonly Slot[],
  facts: Facts,
  accepts: (facts: Facts) => boolean,
): Facts | null {
  for (const { place } of slots) {
    if (place === null) continue;
    for (const program of programs) {
      const leaves = allTrees(program).flatMap((tree) => leavesOf(tree));
      for (const value of turningValues(program, facts, place, leaves, program.computed)) {
        const tried = withValue(facts, place, value);
        if (accepts(tried)) return tried;
      }
    }
  }
  return null;
}

/** With one fact moved next to what is computed, where a condition compares the two. */
function beside(
  programs: readonly Program[],
  facts: Facts,
  accepts: (facts: Facts) => boolean,
): Facts | null {
  for (const program of programs) {
    const computed = new Set(program.computed.map(({ id }) => id));
    const whole = completedOrNull(program, facts);
    const uses = [...usesOf(allTrees(program))].flatMap(([name, found]) =>
      found.map((use) => ({
        group: name.includes("[].") ? (name.split("[].")[0] ?? "") : null,
        use,
      })),
    );
    for (const { group, use } of uses) {
      const { own, other } = use;
      if (own.kind !== "fact" || other.kind !== "fact") continue;
      if (computed.has(own.id) || !computed.has(other.id) || whole === null) continue;
      const record = group === null ? whole : itemsOf(whole, group)?.[0];
      const item = group === null ? null : { group, index: 0 };
      const values = scalarsIn(record?.[other.id] ?? null).flatMap((value) =>
        scalarsIn(movedValue(value, other.shift)).flatMap((moved) => valuesNear(use, moved)),
      );
      for (const value of values) {
        const tried = withValue(facts, { id: own.id, item }, value);
        if (accepts(tried)) return tried;
      }
    }
  }
  return null;
}

/** Null where a date leaves the calendar, or what is computed becomes too large. */
function completedOrNull(program: Program, facts: Facts): FactRecord | null {
  try {
    return completedBy(program, facts, program.computed);
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

function inOrder(rest: number, length: number): number {
  return rest % length;
}

/** The same numbers in every run, so that the same question has the same answer. */
function scattered(): typeof inOrder {
  let state = 1;
  return (_, length) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % length;
  };
}

/** Something that is computed from, with values to try: a fact, one of each item, or how many items. */
interface Slot {
  /** Where a single value of it stands; null of how many items a group has. */
  readonly place: FactPlace | null;
  readonly values: readonly FactValue[];
  readonly put: (facts: Facts, value: FactValue) => Facts;
}

function slotsOf(programs: readonly Program[], given: Facts): readonly Slot[] {
  const slots = new Map<string, Slot>();
  const add = (key: string, slot: Slot): void => {
    const values = [...(slots.get(key)?.values ?? []), ...slot.values];
    slots.set(key, { ...slot, values: [...new Set(values)] });
  };
  for (const program of programs) {
    const { pack, asOf } = program;
    const numbers = numbersIn(program);
    const sizesOf = (group: string) => {
      const { minItems, maxItems } = groupLimitsIn(pack)(group);
      const told = itemsIn(given[group])?.length ?? [];
      return [told, minItems, 1, 2, 3, 0, numbers]
        .flat()
        .filter((size) => Number.isInteger(size) && size >= minItems && size <= maxItems)
        .filter((size) => size <= MOST_ITEMS);
    };
    for (const { reads } of computedIn(program)) {
      for (const { id, group } of reads) {
        const counted = group ?? id;
        if (pack.groups.has(counted)) {
          add(`size ${counted}`, {
            place: null,
            values: sizesOf(counted),
            put: (facts, size) => withSize(facts, counted, Number(size)),
          });
        }
        const fact = pack.facts.get(id);
        if (fact === undefined || fact.compute !== undefined) continue;
        const values = operandValues(fact, numbers, asOf);
        if (group === null) {
          const own = factValueIn(given[id]);
          const place: FactPlace = { id, item: null };
          add(id, {
            place,
            values: own === null ? values : [own, ...values],
            put: (facts, value) => ({ ...facts, [id]: value }),
          });
        } else {
          const own = itemsIn(given[group])?.[0]?.[id] ?? null;
          add(`${group} ${id}`, {
            place: { id, item: { group, index: 0 } },
            values: own === null ? values : [own, ...values],
            put: (facts, value) => ({
              ...facts,
              [group]: (itemsIn(facts[group]) ?? []).map((item) => ({ ...item, [id]: value })),
            }),
          });
        }
      }
    }
  }
  // Items are there before anything is told of them.
  return [...slots.values()].sort((one, other) => rankOf(one) - rankOf(other));
}

/** More items say nothing that these do not, and take long to decide. */
const MOST_ITEMS = 12;

function rankOf({ place }: Slot): number {
  return place === null ? 0 : 1;
}

function withSize(facts: Facts, group: string, size: number): Facts {
  const items = itemsIn(facts[group]) ?? [];
  const told = Array.from({ length: size }, (_, index) => items[index] ?? items.at(-1) ?? {});
  return { ...facts, [group]: told };
}

function withValue(facts: Facts, { id, item }: FactPlace, value: FactValue): Facts {
  if (item === null) return { ...facts, [id]: value };
  const items = (itemsIn(facts[item.group]) ?? []).map((one, index) =>
    index === item.index ? { ...one, [id]: value } : one,
  );
  return { ...facts, [item.group]: items };
}

function itemsIn(value: Facts[string]): readonly (ItemFacts | null)[] | null {
  return isItems(value) ? value : null;
}

function factValueIn(value: Facts[string]): FactValue {
  return value === undefined || isItems(value) ? null : value;
}

function isItems(value: Facts[string]): value is readonly (ItemFacts | null)[] {
  return Array.isArray(value) && value.length > 0
    ? value.every((item) => typeof item === "object")
    : false;
}
