import { type Decision, explain, type PreparedPolicy, prepare } from "../../src/index.ts";
import { AS_OF } from "../applications/generate.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "../rules/pack.ts";
import { type Entrant, synchronous } from "./engine.ts";

export const LEAN = "Layak, lean";
export const FULL = "Layak, full";
export const FULL_WITH_CHECK = "Layak, full, checking the facts";
export const EXPLAINED = "Layak, full, checked, in sentences";

/** The outcome and each requirement's, of facts that were checked before. */
export const layakLean: Entrant = (applications) =>
  synchronous({
    name: LEAN,
    threeValued: true,
    forms: applications,
    decide: prepared().outcome,
    read: (result) => result,
  });

/** The outcome, every leaf as it was found and what is missing, of facts checked before. */
export const layakFull: Entrant = (applications) =>
  synchronous({
    name: FULL,
    threeValued: true,
    forms: applications,
    decide: prepared().decideChecked,
    read,
  });

/** As {@link layakFull}, the facts held against the catalogue each time. */
export const layakFullWithCheck: Entrant = (applications) =>
  synchronous({
    name: FULL_WITH_CHECK,
    threeValued: true,
    forms: applications,
    decide: prepared().decide,
    read,
  });

/** As {@link layakFullWithCheck}, with the texts that a citizen reads. */
export const layakExplained: Entrant = (applications) => {
  const policy = prepared();
  return synchronous({
    name: EXPLAINED,
    threeValued: true,
    forms: applications,
    decide: (application) => {
      const decision = policy.decide(application);
      return { decision, explanation: explain(policy, decision, "id") };
    },
    read: ({ decision }) => read(decision),
  });
};

function prepared(): PreparedPolicy {
  return prepare(benchmarkPack(), { service: BENCHMARK_SERVICE, asOf: AS_OF });
}

function read({ outcome, requirements }: Decision) {
  return { outcome, requirements: requirements.map((requirement) => requirement.outcome) };
}
