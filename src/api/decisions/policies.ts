import { type PreparedPolicy, prepare } from "../../engine/decision/prepare.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { type PolicyReads, readsOf } from "./reads.ts";

/** The policy that answers for a service on a day, made ready. */
export interface PolicyOfDay {
  readonly prepared: PreparedPolicy;
  readonly reads: PolicyReads;
}

/** @throws LayakError `service-unknown`, `policy-not-in-force`. */
export type Policies = (service: string, asOf: string) => PolicyOfDay;

const MOST_KEPT = 64;

/** Prepares policies as they are asked for, and keeps those that were asked for last. */
export function createPolicies(pack: Pack): Policies {
  const kept = new Map<string, PolicyOfDay>();
  return (service, asOf) => {
    const key = `${asOf} ${service}`;
    const policy = kept.get(key) ?? policyOfDay(pack, service, asOf);
    kept.delete(key);
    kept.set(key, policy);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return policy;
  };
}

function policyOfDay(pack: Pack, service: string, asOf: string): PolicyOfDay {
  const prepared = prepare(pack, { service, asOf });
  return { prepared, reads: readsOf(prepared.program) };
}
