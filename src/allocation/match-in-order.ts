/** Who may be paired with whom, told of kinds of people instead of every single one. */
export interface Network {
  /** For each kind on the left, the kinds on the right that it may be paired with. */
  readonly edges: readonly (readonly number[])[];
  /** How many there are of each kind on the right. */
  readonly capacities: readonly number[];
}

export interface Matching {
  /** Whether each on the left, in the order given, is paired. */
  readonly matched: readonly boolean[];
  /** For each kind on the right, how many of each kind on the left are paired with it. */
  readonly between: readonly ReadonlyMap<number, number>[];
}

/**
 * Pairs as many as can be, and among all ways to do so those who stand first: each in turn is paired
 * if that can be done without giving up anyone before him, if need be by pairing those before him
 * otherwise. Sets that can be paired at once are a transversal matroid (Edmonds and Fulkerson, 1965),
 * so taking each in turn that still fits gives a largest set, and the first one in the order.
 *
 * @param lefts the kind of each on the left, in the order of their claims
 */
export function matchInOrder(lefts: readonly number[], network: Network): Matching {
  const { edges, capacities } = network;
  const between = capacities.map(() => new Map<number, number>());
  const used = capacities.map(() => 0);
  const closed = capacities.map(() => false);

  /** Shortest augmenting path, breadth first; the right kinds seen are closed where there is none. */
  const augment = (root: number): boolean => {
    const reachedFrom = new Map<number, number>();
    const leftFrom = new Map<number, number>();
    const queue = [root];
    for (const left of queue) {
      for (const right of edges[left] ?? []) {
        if (closed[right] || reachedFrom.has(right)) continue;
        reachedFrom.set(right, left);
        if ((used[right] ?? 0) < (capacities[right] ?? 0)) {
          used[right] = (used[right] ?? 0) + 1;
          shiftAlong(right, root, reachedFrom, leftFrom, between);
          return true;
        }
        for (const other of between[right]?.keys() ?? []) {
          if (other === root || leftFrom.has(other)) continue;
          leftFrom.set(other, right);
          queue.push(other);
        }
      }
    }
    // All of them are full, and whoever is paired there can go nowhere else: they stay full.
    for (const right of reachedFrom.keys()) closed[right] = true;
    return false;
  };

  const spent = new Set<number>();
  const matched = lefts.map((left) => {
    if (spent.has(left)) return false;
    const isPaired = augment(left);
    if (!isPaired) spent.add(left);
    return isPaired;
  });
  return { matched, between };
}

/** Pairs the root along the path that ends at a free place, everyone on it moving up by one. */
function shiftAlong(
  end: number,
  root: number,
  reachedFrom: ReadonlyMap<number, number>,
  leftFrom: ReadonlyMap<number, number>,
  between: readonly Map<number, number>[],
): void {
  let right = end;
  for (;;) {
    const left = reachedFrom.get(right) ?? root;
    add(between[right], left, 1);
    const before = left === root ? undefined : leftFrom.get(left);
    if (before === undefined) return;
    add(between[before], left, -1);
    right = before;
  }
}

function add(counts: Map<number, number> | undefined, kind: number, change: 1 | -1): void {
  const count = (counts?.get(kind) ?? 0) + change;
  if (count === 0) counts?.delete(kind);
  else counts?.set(kind, count);
}
