import type { Terms } from "../../allocation/allocate.ts";
import type { Commitment } from "../../allocation/commitment.ts";
import { type Match, readMatch } from "../../allocation/match.ts";
import { type Priority, readPriority } from "../../allocation/priority.ts";
import { todayInJakarta } from "../../api/today.ts";
import { prepare } from "../../engine/decision/prepare.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { AllocateOptions } from "../allocate.ts";
import { InputTrouble } from "../input.ts";
import type { Lists } from "./lists.ts";
import type { Step } from "./step.ts";

/** What an allocation is asked to go by. */
interface Asked {
  readonly asOf: string;
  readonly workerPolicy: string;
  readonly sponsorPolicy: string;
  readonly match: readonly string[];
  readonly priority: string | null;
}

export function askedByOptions(
  step: Extract<Step, { readonly kind: "commit" }>,
  { asOf, match, priority }: AllocateOptions,
): Asked {
  return {
    asOf: asOf ?? todayInJakarta(new Date()),
    workerPolicy: step.workerPolicy,
    sponsorPolicy: step.sponsorPolicy,
    match: match ?? [],
    priority: priority ?? null,
  };
}

export function askedByCommitment(commitment: Commitment): Asked {
  const { asOf, workers, sponsors, match, priority } = commitment;
  return {
    asOf,
    workerPolicy: workers.policy.service,
    sponsorPolicy: sponsors.policy.service,
    match: match.map(({ worker, sponsor }) => `${worker}=${sponsor}`),
    priority: priority === null ? null : `${priority.fact}:${priority.order}`,
  };
}

/** @throws InputTrouble and LayakError where a policy, a fact or the day cannot be used. */
export function termsOf(pack: Pack, asked: Asked, { people, earlier }: Lists): Terms {
  const { asOf, workerPolicy, sponsorPolicy } = asked;
  const policies = {
    workers: prepare(pack, { service: workerPolicy, asOf }),
    sponsors: prepare(pack, { service: sponsorPolicy, asOf }),
  };
  const matches = asked.match.map((text) => matchOf(pack, text));
  const priority = asked.priority === null ? null : priorityOf(pack, asked.priority);
  return { pack, people, policies, matches, priority, earlier };
}

function matchOf(pack: Pack, text: string): Match {
  const read = readMatch(pack, text);
  if (!read.ok) throw new InputTrouble(read.problem);
  return read.match;
}

function priorityOf(pack: Pack, text: string): Priority {
  const read = readPriority(pack, text);
  if (!read.ok) throw new InputTrouble(read.problem);
  return read.priority;
}
