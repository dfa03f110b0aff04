import type { KnownValue } from "../../engine/conditions/values.ts";
import type { Given, Part, Space } from "./part.ts";
import { areAll, type Truths } from "./truths.ts";

/** A goal as it is asked. */
export interface Target {
  readonly part: Part;
  readonly want: Truths;
}

/** How a search ended: values that reach all goals, none that do, or neither within the limit. */
export type Searched = "found" | "none" | "unsettled";

export interface Search {
  readonly space: Pick<Space, "valuesAt">;
  /** The values given so far, by their place. */
  readonly given: (KnownValue | null | undefined)[];
  /** The places that were given one, in that order. */
  readonly trail: number[];
  /** Steps that may still be taken. */
  steps: number;
}

/**
 * Gives places values until every target has a truth that it wants. Targets that share no open place
 * are reached one by one: where one of them can't be, no other is looked at again.
 */
export function reach(search: Search, targets: readonly Target[]): Searched {
  const open: Target[] = [];
  for (const target of targets) {
    const truths = target.part.truths(search.given);
    if ((truths & target.want) === 0) return "none";
    if (!areAll(truths, target.want)) open.push(target);
  }
  const mark = search.trail.length;
  for (const cluster of clustersOf(search.given, open)) {
    const reached = reachCluster(search, cluster);
    if (reached === "found") continue;
    takeBack(search, mark);
    return reached;
  }
  return "found";
}

function takeBack({ given, trail }: Search, mark: number): void {
  for (const place of trail.splice(mark)) given[place] = undefined;
}

/** Tries each value of one place. */
function reachCluster(search: Search, cluster: Cluster): Searched {
  const place = placeToTry(search, cluster);
  const targets = [...cluster.places.keys()];
  const mark = search.trail.length;
  let isSettled = true;
  for (const value of search.space.valuesAt(place)) {
    if (search.steps-- <= 0) return "unsettled";
    search.given[place] = value;
    search.trail.push(place);
    const reached = reach(search, targets);
    if (reached === "found") return "found";
    if (reached === "unsettled") isSettled = false;
    takeBack(search, mark);
  }
  return isSettled ? "none" : "unsettled";
}

/** Targets that share open places, with those of each. */
interface Cluster {
  readonly places: Map<Target, ReadonlySet<number>>;
  readonly all: Set<number>;
}

/** Of the target with the fewest open places the one that most targets depend on, for its values. */
function placeToTry({ space }: Search, { places }: Cluster): number {
  const counts = new Map<number, number>();
  let narrowest: ReadonlySet<number> = new Set();
  for (const found of places.values()) {
    if (narrowest.size === 0 || found.size < narrowest.size) narrowest = found;
    for (const place of found) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const weightOf = (place: number) => (counts.get(place) ?? 0) / space.valuesAt(place).length;
  const [best] = [...narrowest].sort((first, second) => weightOf(second) - weightOf(first));
  if (best === undefined) throw new Error("an open goal depends on nothing");
  return best;
}

/** Open targets in groups that share no open place, those with the fewest places first. */
function clustersOf(given: Given, open: readonly Target[]): readonly Cluster[] {
  let clusters: readonly Cluster[] = [];
  for (const target of open) {
    const found = new Set<number>();
    target.part.open(given, (place) => found.add(place));
    const shares = ({ all }: Cluster) => [...found].some((place) => all.has(place));
    const joined: Cluster = { places: new Map([[target, found]]), all: new Set(found) };
    for (const { places, all } of clusters.filter(shares)) {
      for (const [one, its] of places) joined.places.set(one, its);
      for (const place of all) joined.all.add(place);
    }
    clusters = [...clusters.filter((cluster) => !shares(cluster)), joined];
  }
  return [...clusters].sort((first, second) => first.all.size - second.all.size);
}
