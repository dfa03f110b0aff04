import { matchInOrder } from "./match-in-order.ts";

/** The people of one side who may be paired, first claim first, each by his kind. */
export type KindsInOrder = readonly number[];

/**
 * Pairs as many as can be. Among all largest sets of workers the one that stands first is paired, and
 * so among sponsors: both at once, as some pairing covers any two sets of which each can be covered
 * (Mendelsohn and Dulmage, 1958). Where everyone may pair with everyone, the first worker gets the
 * first sponsor, and so on.
 *
 * @param edges for each kind of worker, the kinds of sponsor that it may be paired with
 * @returns places in the two orders, by the worker's
 */
export function pairInOrder(
  workers: KindsInOrder,
  sponsors: KindsInOrder,
  edges: readonly (readonly number[])[],
): readonly (readonly [worker: number, sponsor: number])[] {
  const reversed = reverse(edges, sponsors);
  const takenWorkers = taken(workers, edges, sponsors, reversed.length);
  const takenSponsors = taken(sponsors, reversed, workers, edges.length);
  const kindOf = (place: number) => sponsors[place] ?? 0;
  const capacities = countKinds(takenSponsors.map(kindOf), reversed.length);
  const lefts = takenWorkers.map((place) => workers[place] ?? 0);
  const { between } = matchInOrder(lefts, { edges, capacities });
  const waiting = capacities.map((): number[] => []);
  for (const place of takenSponsors.toReversed()) waiting[kindOf(place)]?.push(place);
  const remaining = remainingOf(between, edges.length);
  return takenWorkers.map((worker) => {
    const counts = remaining[workers[worker] ?? 0];
    const [kind = -1, count = 0] = counts?.entries().next().value ?? [];
    if (count > 1) counts?.set(kind, count - 1);
    else counts?.delete(kind);
    const sponsor = waiting[kind]?.pop();
    if (sponsor === undefined) throw new Error("two sets that can each be paired can be together");
    return [worker, sponsor] as const;
  });
}

/** The places of those on one side who are paired, ascending. */
function taken(
  lefts: KindsInOrder,
  edges: readonly (readonly number[])[],
  rights: KindsInOrder,
  rightKinds: number,
): readonly number[] {
  const { matched } = matchInOrder(lefts, { edges, capacities: countKinds(rights, rightKinds) });
  return matched.flatMap((isPaired, place) => (isPaired ? [place] : []));
}

function countKinds(kinds: KindsInOrder, size: number): readonly number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function reverse(
  edges: readonly (readonly number[])[],
  sponsors: KindsInOrder,
): readonly (readonly number[])[] {
  const size = sponsors.reduce((most, kind) => Math.max(most, kind + 1), 0);
  const reversed = Array.from({ length: size }, (): number[] => []);
  for (const [left, rights] of edges.entries()) {
    for (const right of rights) reversed[right]?.push(left);
  }
  return reversed;
}

/** For each kind of worker, how many sponsors of each kind it still gets. */
function remainingOf(
  between: readonly ReadonlyMap<number, number>[],
  size: number,
): readonly Map<number, number>[] {
  const remaining = Array.from({ length: size }, () => new Map<number, number>());
  for (const [right, counts] of between.entries()) {
    for (const [left, count] of counts) remaining[left]?.set(right, count);
  }
  return remaining;
}
