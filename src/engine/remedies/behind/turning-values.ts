import { completed } from "../../computing/completed.ts";
import { leavesReading } from "../../computing/reading.ts";
import type { GroupedLeaf } from "../../conditions/tree.ts";
import {
  type FactRecord,
  isList,
  itemsOf,
  type KnownValue,
  resolve,
  scalarsIn,
} from "../../conditions/values.ts";
import type { Program } from "../../decision/program.ts";
import { LayakError } from "../../errors.ts";
import type { Scalar } from "../../model/catalogue.ts";
import type { ComputedFact } from "../../model/compute.ts";
import { type FactPlace, withFact } from "../place.ts";
import { gridOf, samplesOf } from "./grid.ts";

/** How the sides of a leaf stand to each other; null where one is not known. */
type Standing = -1 | 0 | 1 | null;

/**
 * The values of a fact next to which a leaf turns by what is computed from it, all else as it is: those
 * before and behind each turn, found by halving between some that are tried. None is left out where
 * what is computed only rises, or only falls, between two of these.
 */
export function turningValues(
  program: Program,
  facts: FactRecord,
  place: FactPlace,
  among: readonly GroupedLeaf[] = program.deciding,
  computed: readonly ComputedFact[] = program.asked,
): readonly Scalar[] {
  const group = place.item?.group ?? null;
  const leaves = leavesReading(
    among,
    computed,
    (read) => read.id === place.id && read.group === group,
  );
  const shape = program.pack.facts.get(place.id);
  const grid = shape === undefined ? null : gridOf(shape);
  const record = place.item === null ? facts : itemsOf(facts, place.item.group)?.[place.item.index];
  const current = record?.[place.id] ?? null;
  if (leaves.length === 0 || grid === null || current === null || isList(current)) return [];
  const standingsAt = (at: number): readonly Standing[] | null => {
    try {
      const changed = withFact(facts, place, grid.valueAt(at));
      return standingsOf(leaves, completed(computed, changed));
    } catch (error) {
      // What becomes too large, or leaves the calendar, can be nobody's value.
      if (error instanceof LayakError) return null;
      throw error;
    }
  };
  // Each leaf that turns is looked for by halving, mostly at the same places.
  const known = new Map<number, readonly Standing[] | null>();
  const standings = (at: number): readonly Standing[] | null => {
    if (!known.has(at)) known.set(at, standingsAt(at));
    return known.get(at) ?? null;
  };
  const samples = samplesOf(grid, grid.placeOf(current)).map((at) => ({ at, is: standings(at) }));
  const found = new Set<number>();
  for (const [index, { at: last, is: then }] of samples.entries()) {
    const { at: first, is: before } = samples[index - 1] ?? { at: last, is: then };
    const longest = Math.max(before?.length ?? 0, then?.length ?? 0);
    for (let leaf = 0; leaf < longest; leaf++) {
      if (before?.[leaf] === then?.[leaf]) continue;
      const leaving = halved(first, last, (at) => standings(at)?.[leaf] !== before?.[leaf]);
      const reaching = halved(first, last, (at) => standings(at)?.[leaf] === then?.[leaf]);
      for (const turn of [leaving, reaching]) found.add(turn - 1).add(turn);
    }
  }
  return [...found].flatMap((at) => (standings(at) === null ? [] : [grid.valueAt(at)]));
}

/** The first place, behind one and up to another, from which on something holds. */
function halved(before: number, last: number, holds: (at: number) => boolean): number {
  let [fails, found] = [before, last];
  while (found - fails > 1) {
    const middle = Math.floor((fails + found) / 2);
    if (holds(middle)) found = middle;
    else fails = middle;
  }
  return found;
}

function standingsOf(leaves: readonly GroupedLeaf[], facts: FactRecord): readonly Standing[] {
  return leaves.flatMap(({ leaf: { left, right }, group }) => {
    const records = group === null ? [facts] : (itemsOf(facts, group) ?? []);
    return records.flatMap((record) =>
      eachIn(resolve(left, record ?? {})).flatMap((one) =>
        eachIn(resolve(right, record ?? {})).map((other) => standing(one, other)),
      ),
    );
  });
}

function eachIn(value: KnownValue | null): readonly (Scalar | null)[] {
  return isList(value) ? scalarsIn(value) : [value];
}

function standing(one: Scalar | null, other: Scalar | null): Standing {
  if (one === null || other === null) return null;
  return one < other ? -1 : one > other ? 1 : 0;
}
