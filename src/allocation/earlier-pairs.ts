import { agree, factOf, isKnown, type Match } from "./match.ts";
import type { Pair, Person } from "./person.ts";
import type { Standing } from "./standing.ts";

/** Why an earlier pair cannot go on. */
export type EndReason =
  | "worker-not-listed"
  | "sponsor-not-listed"
  | "worker-refused"
  | "sponsor-refused"
  | "no-match";

/** An earlier pair that ends; whoever of the two is still eligible is paired anew. */
export interface EndedPair extends Pair {
  readonly because: readonly EndReason[];
}

/** An earlier pair that goes on, though something is not known that could end it. */
export interface HeldPair extends Pair {
  readonly missing: {
    readonly worker: readonly string[];
    readonly sponsor: readonly string[];
  };
}

/** What becomes of the pairs of before. */
export interface EarlierPairs {
  readonly kept: readonly Pair[];
  readonly held: readonly HeldPair[];
  readonly ended: readonly EndedPair[];
}

/** A person and what his policy says. */
export interface Judged {
  readonly person: Person;
  readonly standing: Standing;
}

/** Sorts the pairs of before; each of the three comes in the order of the workers' NIK. */
export function sortEarlierPairs(
  pairs: readonly Pair[],
  workers: ReadonlyMap<string, Judged>,
  sponsors: ReadonlyMap<string, Judged>,
  matches: readonly Match[],
): EarlierPairs {
  const kept: Pair[] = [];
  const held: HeldPair[] = [];
  const ended: EndedPair[] = [];
  for (const { worker, sponsor } of pairs.toSorted(byWorker)) {
    const pair = { worker, sponsor };
    const sides = { worker: workers.get(worker), sponsor: sponsors.get(sponsor) };
    const because = endReasons(sides.worker, sides.sponsor, matches);
    const missing = { worker: missingOf(sides.worker), sponsor: missingOf(sides.sponsor) };
    if (because.length > 0) ended.push({ ...pair, because });
    else if (missing.worker.length + missing.sponsor.length > 0) held.push({ ...pair, missing });
    else kept.push(pair);
  }
  return { kept, held, ended };
}

function byWorker(one: Pair, other: Pair): number {
  return one.worker < other.worker ? -1 : 1;
}

function endReasons(
  worker: Judged | undefined,
  sponsor: Judged | undefined,
  matches: readonly Match[],
): readonly EndReason[] {
  const reasons: EndReason[] = [];
  if (worker === undefined) reasons.push("worker-not-listed");
  else if (worker.standing.state === "refused") reasons.push("worker-refused");
  if (sponsor === undefined) reasons.push("sponsor-not-listed");
  else if (sponsor.standing.state === "refused") reasons.push("sponsor-refused");
  if (reasons.length > 0 || worker === undefined || sponsor === undefined) return reasons;
  const isApart = matches.some((match) => {
    const own = factOf(worker.person.facts, match.worker);
    const other = factOf(sponsor.person.facts, match.sponsor);
    return isKnown(own) && isKnown(other) && !agree(own, other);
  });
  return isApart ? ["no-match"] : [];
}

function missingOf(judged: Judged | undefined): readonly string[] {
  return judged?.standing.state === "undetermined" ? judged.standing.missing : [];
}
