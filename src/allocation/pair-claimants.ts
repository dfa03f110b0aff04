import { edgesBetween, kindsOf } from "./kinds.ts";
import type { Match } from "./match.ts";
import { pairInOrder } from "./pair-in-order.ts";
import type { Pair, Person, Side } from "./person.ts";

/** An eligible person for whom there is no partner. */
export interface LeftOver {
  readonly nik: string;
  readonly state: "left";
  /** `no-match`: nobody of the other side who may be paired now agrees with him. */
  readonly because: "no-match" | "all-matches-taken";
}

/** Who of the claimants is paired with whom, and who is not. */
export interface Paired {
  readonly pairs: readonly Pair[];
  readonly left: Readonly<Record<Side, readonly LeftOver[]>>;
}

/**
 * Pairs those who agree in every match.
 * @param claimants of each side, in the order of their claims; all that a match reads is known
 */
export function pairClaimants(
  { workers, sponsors }: Readonly<Record<Side, readonly Person[]>>,
  matches: readonly Match[],
): Paired {
  const workerKinds = kindsOf(
    workers.map(({ facts }) => facts),
    matches.map(({ worker }) => worker),
  );
  const sponsorKinds = kindsOf(
    sponsors.map(({ facts }) => facts),
    matches.map(({ sponsor }) => sponsor),
  );
  const edges = edgesBetween(workerKinds, sponsorKinds);
  const places = pairInOrder(workerKinds.kinds, sponsorKinds.kinds, edges);
  const fitting = {
    workers: new Set(edges.flatMap((rights, kind) => (rights.length > 0 ? [kind] : []))),
    sponsors: new Set(edges.flat()),
  };
  return {
    pairs: places.flatMap(([worker, sponsor]) => {
      const [one, other] = [workers[worker], sponsors[sponsor]];
      return one && other ? [{ worker: one.nik, sponsor: other.nik }] : [];
    }),
    left: {
      workers: leftOver(workers, new Set(places.map(([worker]) => worker)), (place) =>
        fitting.workers.has(workerKinds.kinds[place] ?? -1),
      ),
      sponsors: leftOver(sponsors, new Set(places.map(([, sponsor]) => sponsor)), (place) =>
        fitting.sponsors.has(sponsorKinds.kinds[place] ?? -1),
      ),
    },
  };
}

function leftOver(
  people: readonly Person[],
  taken: ReadonlySet<number>,
  fits: (place: number) => boolean,
): readonly LeftOver[] {
  return people.flatMap(({ nik }, place) => {
    if (taken.has(place)) return [];
    const because = fits(place) ? "all-matches-taken" : "no-match";
    return [{ nik, state: "left", because } as const];
  });
}
