import { type Trace, traceOf } from "../conditions/trace.ts";
import type { Evidence, RequirementDecision, RequirementOutcome } from "../model/decision.ts";
import type { Enforcement, Requirement } from "../model/policy.ts";
import type { Found } from "./evidence.ts";
import type { CompiledRequirement, Program } from "./program.ts";

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
export function tracesOf(program: Program, decision: Found): DecisionTraces {
  return {
    scope: scopeTrace(program, decision),
    requirements: program.requirements.map((compiled, index) =>
      requirementTraces(compiled, decision.requirements[index]),
    ),
  };
}

/** As {@link tracesOf}, for the policy's scope alone. */
export function scopeTrace({ scope }: Program, decision: Found): Trace | null {
  return scope === null ? null : traceOf(scope.tree, decision.scope?.evidence ?? []);
}

/** As {@link tracesOf}, for one requirement. */
export function requirementTraces(
  { requirement, when, conditions }: CompiledRequirement,
  decided: RequirementDecision | undefined,
): RequirementTraces {
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
}
