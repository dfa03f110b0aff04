import type { Fact, Facts, FactValue, Scalar } from "../../../src/engine/model/catalogue.ts";
import type { Change, Remedy } from "../../../src/engine/model/decision.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { addDays, dayNumber } from "../../../src/engine/values/calendar.ts";
import { DAYS, isListValue, scalarsOf } from "./domains.ts";
import { factValueOf, itemsOf } from "./slots.ts";

/** A fact that is known and that the applicant can change, with every change that is tried. */
export interface Changeable {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** How finely dates are tried: around the days that generated rules name, or every day. */
export type Fineness = "around" | "every-day";

/** Everything that the applicant can change, of the facts that are read. */
export function changeablesOf(
  pack: Pack,
  facts: Facts,
  isRead: (id: string) => boolean,
  fineness: Fineness,
): readonly Changeable[] {
  const places = [...pack.facts.keys()].map((id) => ({
    name: id,
    id,
    value: factValueOf(facts[id]),
  }));
  for (const [group, { facts: ids }] of pack.groups) {
    for (const [index, item] of (itemsOf(facts[group]) ?? []).entries()) {
      for (const id of ids) {
        places.push({ name: `${group}[${index}].${id}`, id, value: item?.[id] ?? null });
      }
    }
  }
  return places.flatMap(({ name, id, value }) => {
    const fact = pack.facts.get(id);
    if (fact?.actionable === undefined || value === null || !isRead(id)) return [];
    const changes = reachableFrom(fact, value, fineness)
      .filter((to) => JSON.stringify(to) !== JSON.stringify(value))
      .map((to) => ({ fact: name, from: value, to }));
    return [{ name, changes }];
  });
}

function reachableFrom(fact: Fact, from: NonNullable<FactValue>, fineness: Fineness) {
  const { actionable } = fact;
  // Nobody can list what a free text may become: remedies name only texts that a rule names.
  if (fact.type === "string" && actionable === true) return [];
  const canBe = (value: Scalar) => actionable === true || actionable?.includes(value) === true;
  if (!isListValue(from)) {
    const values = fact.type === "date" ? daysTried(fineness) : scalarsIn(fact);
    return values.filter(canBe);
  }
  const gains = scalarsIn(fact).filter((item) => !from.includes(item) && canBe(item));
  const losses = actionable === true ? [...new Set(from)].filter((item) => item !== null) : [];
  const lists = subsets(losses).flatMap((lost) =>
    subsets(gains).map((gained) => [
      ...from.filter((item) => item === null || !lost.includes(item)),
      ...gained,
    ]),
  );
  const most = fact.type === "list" ? (fact.maxItems ?? 1_000) : 0;
  return lists.filter(({ length }) => length <= most);
}

function scalarsIn(fact: Fact): readonly Scalar[] {
  return scalarsOf(fact.type === "list" ? fact.items : fact);
}

function daysTried(fineness: Fineness): readonly string[] {
  if (fineness === "around") return DAYS.flatMap((day) => [-1, 0, 1].map((by) => moved(day, by)));
  return Array.from({ length: 1_300 }, (_, days) => moved("2024-06-01", days));
}

function moved(day: string, by: number): string {
  return addDays(day, by) ?? day;
}

function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.reduce<readonly (readonly Item[])[]>(
    (sets, item) => sets.flatMap((set) => [set, [...set, item]]),
    [[]],
  );
}

/** Every way to make so many changes, each of another fact. */
export function remediesOfSize(
  changeables: readonly Changeable[],
  size: number,
): readonly Remedy[] {
  if (size === 0) return [[]];
  return changeables.flatMap(({ changes }, index) =>
    remediesOfSize(changeables.slice(index + 1), size - 1).flatMap((rest) =>
      changes.map((change) => [change, ...rest]),
    ),
  );
}

/** The facts after the changes. */
export function changed(facts: Facts, remedy: Remedy): Facts {
  let after = facts;
  for (const change of remedy) after = changedOnce(after, change);
  return after;
}

function changedOnce(facts: Facts, { fact, to }: Change): Facts {
  const [group, index, id] = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(fact)?.slice(1) ?? [];
  if (group === undefined || id === undefined) return { ...facts, [fact]: to };
  const items = (itemsOf(facts[group]) ?? []).map((item, place) =>
    place === Number(index) ? { ...item, [id]: to } : item,
  );
  return { ...facts, [group]: items };
}

/** True where the fact is there as the change says, and its catalogue entry allows the change. */
export function isReachable(pack: Pack, facts: Facts, { fact: name, from, to }: Change): boolean {
  const [group, index, id] = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(name)?.slice(1) ?? [];
  const item = group === undefined ? null : itemsOf(facts[group])?.[Number(index)];
  const given = id === undefined ? factValueOf(facts[name]) : item?.[id];
  const actionable = pack.facts.get(id ?? name)?.actionable;
  if (actionable === undefined || JSON.stringify(given) !== JSON.stringify(from)) return false;
  if (actionable === true) return true;
  if (!isListValue(from) || !isListValue(to)) return !isListValue(to) && actionable.includes(to);
  const gained = to.filter((one) => !from.includes(one));
  return (
    from.every((one) => to.includes(one)) &&
    gained.every((one) => one !== null && actionable.includes(one))
  );
}

/** True where every change of the first is as near as its like in the second, of the same facts. */
export function isAsNear(first: Remedy, second: Remedy): boolean {
  return (
    first.length === second.length &&
    first.every((change) => {
      const other = second.find(({ fact }) => fact === change.fact);
      return other !== undefined && distanceOf(change) <= distanceOf(other, change.to);
    })
  );
}

/** Units, days, or items gained and lost; what has no distance is near only to itself. */
function distanceOf({ from, to }: Change, like: Change["to"] = to): number {
  if (typeof from === "number" && typeof to === "number") return Math.abs(to - from);
  if (isListValue(from) && isListValue(to)) {
    const lost = from.filter((item) => !to.includes(item)).length;
    return lost + to.filter((item) => !from.includes(item)).length;
  }
  if (typeof from === "string" && typeof to === "string" && isDay(from) && isDay(to)) {
    return Math.abs(dayNumber(to) - dayNumber(from));
  }
  return to === like ? 0 : -1;
}

function isDay(text: string): boolean {
  return /^\d{4}-/.test(text);
}
