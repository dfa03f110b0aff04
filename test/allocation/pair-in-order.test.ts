import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairInOrder } from "../../src/allocation/pair-in-order.ts";

/** People of a few kinds on each side, and which kinds may be paired. */
const situation = fc
  .record({
    workerKinds: fc.integer({ min: 1, max: 4 }),
    sponsorKinds: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ workerKinds, sponsorKinds }) =>
    fc.record({
      workers: fc.array(fc.nat(workerKinds - 1), { maxLength: 6 }),
      sponsors: fc.array(fc.nat(sponsorKinds - 1), { maxLength: 6 }),
      edges: fc.array(fc.subarray(Array.from({ length: sponsorKinds }, (_, kind) => kind)), {
        minLength: workerKinds,
        maxLength: workerKinds,
      }),
    }),
  );

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

/** Every pairing there is, as for each worker his sponsor's place or null. */
function* everyPairing(
  { workers, sponsors, edges }: Situation,
  before: readonly (number | null)[] = [],
): Generator<readonly (number | null)[]> {
  const kind = workers[before.length];
  if (kind === undefined) {
    yield before;
    return;
  }
  yield* everyPairing({ workers, sponsors, edges }, [...before, null]);
  for (const [place, sponsor] of sponsors.entries()) {
    if (before.includes(place) || !edges[kind]?.includes(sponsor)) continue;
    yield* everyPairing({ workers, sponsors, edges }, [...before, place]);
  }
}

function* largestPairings(one: Situation): Generator<readonly (number | null)[]> {
  let size = 0;
  for (const pairing of everyPairing(one)) size = Math.max(size, pairedIn(pairing));
  for (const pairing of everyPairing(one)) if (pairedIn(pairing) === size) yield pairing;
}

const pairedIn = (pairing: readonly (number | null)[]) =>
  pairing.filter((place) => place !== null).length;

/** Sorted places as text: the set that stands first in the order is the smallest. */
const asText = (places: Iterable<number>) => [...places].sort((a, b) => a - b).join();

function firstOf(sets: readonly string[]): string {
  return sets.toSorted()[0] ?? "";
}

describe("pairing in an order", () => {
  it("gives the k-th worker the k-th sponsor where everyone may pair with everyone", () => {
    expect(pairInOrder([0, 0, 0], [0, 0], [[0]])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("moves a pair to make room, and gives nobody up for it", () => {
    // The first worker fits both sponsors, the second only the first.
    expect(pairInOrder([0, 1], [0, 1], [[0, 1], [0]])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it("leaves over whoever comes later, on both sides", () => {
    // Two kinds of workers compete for one sponsor; of the sponsors, the second and third for one worker.
    const edges = [[0], [0], [1]];
    expect(pairInOrder([1, 2, 0], [0, 1, 1], edges)).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("pairs only those who may be paired, and nobody twice", () => {
    fc.assert(
      fc.property(situation, ({ workers, sponsors, edges }) => {
        const pairs = pairInOrder(workers, sponsors, edges);
        for (const [worker, sponsor] of pairs) {
          expect(edges[workers[worker] ?? -1]).toContain(sponsors[sponsor]);
        }
        expect(new Set(pairs.map(([worker]) => worker)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, sponsor]) => sponsor)).size).toBe(pairs.length);
      }),
    );
  });

  it("pairs the first of all largest sets, of workers and of sponsors at once", () => {
    fc.assert(
      fc.property(situation, (one) => {
        const pairs = pairInOrder(one.workers, one.sponsors, one.edges);
        const largest = [...largestPairings(one)];
        const workers = largest.map((pairing) =>
          asText(pairing.flatMap((place, worker) => (place === null ? [] : [worker]))),
        );
        const sponsors = largest.map((pairing) =>
          asText(pairing.filter((place) => place !== null)),
        );
        expect({
          workers: asText(pairs.map(([worker]) => worker)),
          sponsors: asText(pairs.map(([, sponsor]) => sponsor)),
        }).toEqual({ workers: firstOf(workers), sponsors: firstOf(sponsors) });
      }),
      { numRuns: 300 },
    );
  });

  it("pairs thousands of people of thousands of kinds in a second or two", () => {
    const [many, few] = [6000, 3000];
    const workers = Array.from({ length: many }, (_, index) => index);
    const sponsors = Array.from({ length: few }, (_, index) => index);
    const edges = workers.map((index) =>
      Array.from({ length: 5 }, (_, step) => (index * 7 + step * step * 31) % few),
    );
    const start = performance.now();
    const pairs = pairInOrder(
      workers,
      sponsors,
      edges.map((kinds) => [...new Set(kinds)]),
    );
    expect(pairs.length).toBeGreaterThan(few * 0.95);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
