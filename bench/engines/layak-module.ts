import type { Facts, OutcomeOnly, Pack } from "../../src/index.ts";
import { policyModule } from "../../src/module/policy-module.ts";
import { datedPolicies } from "../../src/module/stretches.ts";
import { AS_OF } from "../applications/generate.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "../rules/pack.ts";
import { type Entrant, synchronous } from "./engine.ts";

export const GENERATED = "Layak, generated module";

/** The outcome and each requirement's, by the module that `layak build` writes of the policy. */
export const layakModule: Entrant = async (applications) => {
  const { outcome } = await generatedModule(benchmarkPack(), BENCHMARK_SERVICE);
  return synchronous({
    name: GENERATED,
    threeValued: true,
    forms: applications,
    decide: (facts) => outcome(facts, AS_OF),
    read: (result) => result,
  });
};

interface Generated {
  readonly outcome: (facts: Facts, asOf: string) => OutcomeOnly;
}

/** Imports the module of the service's first policy, without a file. */
export async function generatedModule(pack: Pack, id: string): Promise<Generated> {
  const service = pack.services.get(id);
  const [policy] = service === undefined ? [] : datedPolicies(pack, service);
  if (policy === undefined) throw new Error(`there is no policy of ${id}`);
  const text = Buffer.from(policyModule(policy)).toString("base64");
  return await import(`data:text/javascript;base64,${text}`);
}
