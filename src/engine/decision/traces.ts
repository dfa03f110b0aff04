import { type Trace, traceOf } from "../conditions/trace.ts";
import type { Decision, Evidence, RequirementOutcome } from "../model/decision.ts";
import type { Enforcement, Requirement } from "../model/policy.ts";
import type { Program } from "./program.ts";

/** A requirement with the truth of every node that was asked. */
export interface RequirementTraces {
  readonly requirement: Requirement;
  readonly outcome: RequirementOutcome;
  readonly enforcement: Enforcement;
  readonly evidence: readonly Evidence[];
  readonly when: Trace | null;
  readonly conditions: Trace;
}

export interface DecisionTraces {
  readonly scope: Trace | null;
  readonly requirements: readonly RequirementTraces[];
}

/**
 * Lays a decision's evidence over its policy's trees.
 * @throws LayakError `decision-foreign` where the decision was not made by this program.
 */
export function tracesOf(
  program: Program,
  decision: Pick<Decision, "scope" | "requirements">,
): DecisionTraces {
  const { scope } = program;
  return {
    scope: scope === null ? null : traceOf(scope.tree, decision.scope?.evidence ?? []),
    requirements: program.requirements.map(({ requirement, when, conditions }, index) => {
      const decided = decision.requirements[index];
      const evidence = decided?.evidence ?? [];
      const belongs = (part: "when" | undefined) => (entry: Evidence) => entry.part === part;
      return {
        requirement,
        outcome: decided?.outcome ?? "unknown",
        enforcement: requirement.enforcement,
        evidence,
        when: when === null ? null : traceOf(when.tree, evidence.filter(belongs("when"))),
        conditions: traceOf(conditions.tree, evidence.filter(belongs(undefined))),
      };
    }),
  };
}
