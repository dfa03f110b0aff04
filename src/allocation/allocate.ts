import type { PreparedPolicy } from "../engine/decision/prepare.ts";
import type { Pack } from "../engine/model/pack.ts";
import { inOrder } from "./claims.ts";
import { countsOf, type SideCounts } from "./counts.ts";
import { type EndedPair, type HeldPair, type Judged, sortEarlierPairs } from "./earlier-pairs.ts";
import type { Match } from "./match.ts";
import { type LeftOver, pairClaimants } from "./pair-claimants.ts";
import type { Pair, Person, Side } from "./person.ts";
import type { Priority } from "./priority.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Everything that an allocation follows from, but the seed. */
export interface Terms {
  readonly pack: Pack;
  /** No person stands twice, neither in a list nor in both. */
  readonly people: Readonly<Record<Side, readonly Person[]>>;
  readonly policies: Readonly<Record<Side, PreparedPolicy>>;
  /** A worker and a sponsor may be paired if all of them hold. */
  readonly matches: readonly Match[];
  readonly priority: Priority | null;
  /** Pairs of before; nobody stands in two of them. */
  readonly earlier: readonly Pair[];
}

/** Whoever is in no pair, and why. */
export type Unpaired =
  | LeftOver
  | ({ readonly nik: string } & Exclude<Standing, { readonly state: "eligible" }>);

/** Who is paired with whom. Every person of both lists stands in exactly one place. */
export interface Allocation {
  readonly counts: {
    readonly pairs: Readonly<Record<"new" | "kept" | "held" | "ended", number>>;
  } & Readonly<Record<Side, SideCounts>>;
  /** In the order of the workers' claims. */
  readonly pairs: readonly Pair[];
  readonly kept: readonly Pair[];
  readonly held: readonly HeldPair[];
  readonly ended: readonly EndedPair[];
  /** In no pair: those left in the order of their claims, then the others by NIK. */
  readonly workers: readonly Unpaired[];
  readonly sponsors: readonly Unpaired[];
}

/**
 * Pairs workers with sponsors. Earlier pairs that still hold stay; of all others, as many are paired
 * as can be, whoever has the better claim before the rest. The order of rows has no part in it.
 * @throws LayakError `date-out-of-range`.
 */
export function allocate(terms: Terms, seed: string): Allocation {
  const { pack, policies, people, matches, earlier, priority } = terms;
  const read = {
    workers: matches.map(({ worker }) => worker),
    sponsors: matches.map(({ sponsor }) => sponsor),
  };
  const ordering = priority === null ? [] : [priority.fact];
  const workers = judge(people.workers, policies.workers, [...ordering, ...read.workers]);
  const sponsors = judge(people.sponsors, policies.sponsors, read.sponsors);
  const { kept, held, ended } = sortEarlierPairs(earlier, workers, sponsors, matches);
  const going = inPairs([...kept, ...held]);
  const { pairs, left } = pairClaimants(
    {
      workers: inOrder(eligible(workers, going), seed, pack, priority),
      sponsors: inOrder(eligible(sponsors, going), seed, pack, null),
    },
    matches,
  );
  const unpaired = {
    workers: [...left.workers, ...undecided(workers, going)],
    sponsors: [...left.sponsors, ...undecided(sponsors, going)],
  };
  const counts = countsOf({ pairs, kept, held, ended }, unpaired);
  return { counts, pairs, kept, held, ended, ...unpaired };
}

function inPairs(pairs: readonly Pair[]): ReadonlySet<string> {
  return new Set(pairs.flatMap(({ worker, sponsor }) => [worker, sponsor]));
}

function judge(
  people: readonly Person[],
  policy: PreparedPolicy,
  needed: readonly string[],
): ReadonlyMap<string, Judged> {
  return new Map(
    people.map((person) => {
      return [person.nik, { person, standing: standingOf(policy, person.facts, needed) }];
    }),
  );
}

function eligible(
  judged: ReadonlyMap<string, Judged>,
  going: ReadonlySet<string>,
): readonly Person[] {
  return [...judged.values()].flatMap(({ person, standing }) =>
    standing.state === "eligible" && !going.has(person.nik) ? [person] : [],
  );
}

function undecided(
  judged: ReadonlyMap<string, Judged>,
  going: ReadonlySet<string>,
): readonly Unpaired[] {
  return [...judged.values()]
    .flatMap(({ person: { nik }, standing }) =>
      standing.state === "eligible" || going.has(nik) ? [] : [{ nik, ...standing }],
    )
    .toSorted((one, other) => (one.nik < other.nik ? -1 : 1));
}
