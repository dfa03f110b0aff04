import type { ItemPlace } from "../conditions/trace.ts";
import type { Leaf, Operand } from "../conditions/tree.ts";
import { type FactRecord, itemsOf, resolve, scalarsIn, stated } from "../conditions/values.ts";
import type { Program } from "../decision/program.ts";
import { faultOf } from "../facts/shapes.ts";
import type { Fact, Scalar, ScalarShape } from "../model/catalogue.ts";
import type { Change } from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import { neighbours, preimages } from "./neighbours.ts";
import { type FactPlace, nameOfPlace } from "./place.ts";

/** A value that a remedy may give a fact. */
type Value = Scalar | readonly (Scalar | null)[];

/** Facts compared with facts are followed this far, as a remedy changes at most three. */
const FURTHEST = 2;

/** Lists that one list may become, beyond which no further are tried. */
const MOST_LISTS = 500;

/**
 * The changes of an actionable, known fact to the other values that the policy's leaves can tell
 * apart: every code, and of ordered types each value it is compared with and its neighbours.
 */
export function changesOf(
  program: Program,
  facts: FactRecord,
  place: FactPlace,
  behind: Pack["behind"],
): readonly Change[] {
  const record = place.item === null ? facts : itemAt(facts, place.item);
  const from = stated(record?.[place.id]);
  if (record === null || from === null) return [];
  const fact = nameOfPlace(place);
  const turning = behind?.turningValues(program, facts, place);
  return candidates(program, record, place, FURTHEST, turning).map((to) => ({ fact, from, to }));
}

function itemAt(facts: FactRecord, { group, index }: ItemPlace): FactRecord | null {
  return itemsOf(facts, group)?.[index] ?? null;
}

function candidates(
  program: Program,
  record: FactRecord,
  place: FactPlace,
  depth: number,
  turning: readonly Scalar[] = [],
): readonly Value[] {
  const fact = program.pack.facts.get(place.id);
  const current = stated(record[place.id]);
  if (fact?.actionable === undefined || current === null) return [];
  const found = new Map<string, Value>();
  const values = [...told(program, record, place, fact, depth), ...turning];
  for (const value of reachable(fact, current, values)) {
    if (faultOf(fact, value) === null) found.set(JSON.stringify(value), value);
  }
  found.delete(JSON.stringify(current));
  return [...found.values()];
}

/** What the applicant can bring about: of what is told, or of a closed set, the actionable part. */
function reachable(fact: Fact, current: Value, values: readonly Scalar[]): readonly Value[] {
  const shape = fact.type === "list" ? fact.items : fact;
  const { actionable } = fact;
  const allowed = (value: Scalar) => actionable === true || actionable?.includes(value) === true;
  const listed = typeof actionable === "object" ? actionable : [];
  const named = closedSet(shape) ?? [...listed, ...values];
  const reached = named.filter((value) => allowed(value) && faultOf(shape, value) === null);
  return typeof current === "object" ? lists(current, reached, actionable === true) : reached;
}

function closedSet(shape: ScalarShape): readonly Scalar[] | null {
  if (shape.type === "boolean") return [false, true];
  return shape.type === "code" ? Object.keys(shape.codes) : null;
}

/** The list with items gained, and some of its own lost where that is allowed. */
function lists(
  current: readonly (Scalar | null)[],
  reached: readonly Scalar[],
  mayLose: boolean,
): readonly Value[] {
  const gains = [...new Set(reached)].filter((item) => !current.includes(item));
  const losses = mayLose ? [...new Set(current)].filter((item) => item !== null) : [];
  // What is lost is seldom much, so it is tried before the many items that could be gained.
  return smallestSubsets([...losses, ...gains], MOST_LISTS).map((changed) => [
    ...current.filter((item) => item === null || !changed.includes(item)),
    ...changed.filter((item) => !current.includes(item)),
  ]);
}

/** So many subsets at most, those of the fewest items first. */
function smallestSubsets<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const found: { readonly subset: readonly Item[]; readonly next: number }[] = [
    { subset: [], next: 0 },
  ];
  for (const { subset, next } of found) {
    for (const [index, item] of items.entries()) {
      if (index >= next && found.length < most) {
        found.push({ subset: [...subset, item], next: index + 1 });
      }
    }
  }
  return found.map(({ subset }) => subset);
}

/** The values that leaves hold this fact against, as values of the fact itself. */
function told(
  program: Program,
  record: FactRecord,
  place: FactPlace,
  fact: Fact,
  depth: number,
): readonly Scalar[] {
  const shape = fact.type === "list" ? fact.items : fact;
  const own = place.item?.group ?? null;
  return program.deciding.flatMap(({ leaf, group }) =>
    group === own ? toldByLeaf(program, record, place, shape, leaf, depth) : [],
  );
}

function toldByLeaf(
  program: Program,
  record: FactRecord,
  place: FactPlace,
  shape: ScalarShape,
  leaf: Leaf,
  depth: number,
): readonly Scalar[] {
  const sides: readonly (readonly [Operand, Operand])[] = [
    [leaf.left, leaf.right],
    [leaf.right, leaf.left],
  ];
  return sides.flatMap(([own, other]) => {
    if (own.kind !== "fact" || own.id !== place.id) return [];
    const values = valuesOf(program, record, place, other, depth);
    if (own.shift === undefined) return values.flatMap((value) => neighbours(shape, value));
    const { shift } = own;
    return values.flatMap((value) => (typeof value === "string" ? preimages(shift, value) : []));
  });
}

/** The other side's value, and what it could become if it is an actionable fact itself. */
function valuesOf(
  program: Program,
  record: FactRecord,
  place: FactPlace,
  other: Operand,
  depth: number,
): readonly Scalar[] {
  const own = scalarsIn(resolve(other, record));
  if (other.kind !== "fact" || depth === 0 || other.id === place.id) return own;
  const linked = { id: other.id, item: place.item };
  const possible = candidates(program, record, linked, depth - 1).flatMap((value) =>
    scalarsIn(resolve(other, { ...record, [other.id]: value })),
  );
  return [...new Set([...own, ...possible])];
}
