import type { OutcomeOnly } from "../../../src/engine/decision/outcome.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Decision, GrantDecision } from "../../../src/engine/model/decision.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { policyModule } from "../../../src/module/policy-module.ts";
import { datedPolicies } from "../../../src/module/stretches.ts";

/** What a module says of facts and a day. */
export interface ModuleDecision {
  readonly service: string;
  readonly policy: Decision["policy"];
  readonly asOf: string;
  readonly outcome: Decision["outcome"];
  readonly requirements: readonly Pick<
    Decision["requirements"][number],
    "id" | "outcome" | "enforcement"
  >[];
  readonly missing: readonly string[];
  readonly grants?: readonly Pick<GrantDecision, "id" | "state" | "amount" | "missing">[];
}

export interface PolicyModule {
  readonly outcome: (facts: Facts, asOf: string) => OutcomeOnly;
  readonly decide: (facts: Facts, asOf: string) => ModuleDecision;
}

/** Imports source as Node would, from nowhere on the disk. */
export async function imported(source: string): Promise<PolicyModule> {
  const text = Buffer.from(source).toString("base64");
  return await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`);
}

/** The module of the policy that is in force on a day. */
export function sourceOn(pack: Pack, service: string, asOf: string): string {
  const found = pack.services.get(service);
  const policies = found === undefined ? [] : datedPolicies(pack, found);
  const policy = policies.find(
    ({ from, until }) => from <= asOf && (until === null || asOf <= until),
  );
  if (policy === undefined) throw new Error(`no policy of ${service} is in force on ${asOf}`);
  return policyModule(policy);
}

/** A module's own decision, out of what the engine decides. */
export function asModuleDecides(decision: Decision): ModuleDecision {
  const { service, policy, asOf, outcome, requirements, missing, grants } = decision;
  return {
    service,
    policy,
    asOf,
    outcome,
    requirements: requirements.map(({ id, outcome, enforcement }) => ({
      id,
      outcome,
      enforcement,
    })),
    missing,
    ...(grants !== undefined && {
      grants: grants.map(({ id, state, amount, missing: lacking }) => ({
        id,
        state,
        ...(amount !== undefined && { amount }),
        missing: lacking,
      })),
    }),
  };
}
