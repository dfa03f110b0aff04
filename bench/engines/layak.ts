import { prepare } from "../../src/index.ts";
import { AS_OF } from "../applications/generate.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "../rules/pack.ts";
import { type Entrant, synchronous } from "./engine.ts";

export const LEAN = "Layak, lean";
export const FULL = "Layak, checked, with evidence";

/** The outcome and each requirement's, of facts that were checked before. */
export const layakLean: Entrant = (applications) =>
  synchronous({
    name: LEAN,
    threeValued: true,
    forms: applications,
    decide: prepare(benchmarkPack(), { service: BENCHMARK_SERVICE, asOf: AS_OF }).outcome,
    read: (result) => result,
  });

/** Everything: the facts checked, the outcome, every leaf as it was found, what is missing. */
export const layakFull: Entrant = (applications) =>
  synchronous({
    name: FULL,
    threeValued: true,
    forms: applications,
    decide: prepare(benchmarkPack(), { service: BENCHMARK_SERVICE, asOf: AS_OF }).decide,
    read: ({ outcome, requirements }) => ({
      outcome,
      requirements: requirements.map((requirement) => requirement.outcome),
    }),
  });
