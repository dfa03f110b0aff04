import type { Terms } from "../../allocation/allocate.ts";
import type { Commitment } from "../../allocation/commitment.ts";
import { type Match, readMatch } from "../../allocation/match.ts";
import type { Side } from "../../allocation/person.ts";
import { type Priority, readPriority } from "../../allocation/priority.ts";
import { todayInJakarta } from "../../api/today.ts";
import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { AllocateOptions } from "../allocate.ts";
import { InputTrouble } from "../input.ts";
import type { Lists } from "./lists.ts";
import type { Step } from "./step.ts";

/** A policy, and which version of it decides where not the one in force. */
interface AskedPolicy {
  readonly service: string;
  readonly version: string | undefined;
}

/** What an allocation is asked to go by. */
interface Asked {
  readonly asOf: string;
  readonly policies: Readonly<Record<Side, AskedPolicy>>;
  readonly match: readonly string[];
  readonly priority: string | null;
}

export function askedByOptions(
  step: Extract<Step, { readonly kind: "commit" }>,
  { asOf, workerPolicyVersion, sponsorPolicyVersion, match, priority }: AllocateOptions,
): Asked {
  return {
    asOf: asOf ?? todayInJakarta(new Date()),
    policies: {
      workers: { service: step.workerPolicy, version: workerPolicyVersion },
      sponsors: { service: step.sponsorPolicy, version: sponsorPolicyVersion },
    },
    match: match ?? [],
    priority: priority ?? null,
  };
}

export function askedByCommitment(commitment: Commitment): Asked {
  const { asOf, workers, sponsors, match, priority } = commitment;
  return {
    asOf,
    policies: { workers: policyOf(workers), sponsors: policyOf(sponsors) },
    match: match.map(({ worker, sponsor }) => `${worker}=${sponsor}`),
    priority: priority === null ? null : `${priority.fact}:${priority.order}`,
  };
}

function policyOf({ policy }: Commitment[Side]): AskedPolicy {
  const { service, from, chosen } = policy;
  return { service, version: chosen === true ? from : undefined };
}

/** @throws InputTrouble and LayakError where a policy, a fact or the day cannot be used. */
export function termsOf(pack: Pack, asked: Asked, { people, earlier }: Lists): Terms {
  const { workers, sponsors } = asked.policies;
  const policies = {
    workers: prepareOn(pack, asked.asOf, workers),
    sponsors: prepareOn(pack, asked.asOf, sponsors),
  };
  const matches = asked.match.map((text) => matchOf(pack, text));
  const priority = asked.priority === null ? null : priorityOf(pack, asked.priority);
  return { pack, people, policies, matches, priority, earlier };
}

function prepareOn(pack: Pack, asOf: string, { service, version }: AskedPolicy): PreparedPolicy {
  return prepare(pack, { service, asOf, ...(version !== undefined && { version }) });
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
