import type { EvidenceSink } from "../conditions/judge.ts";
import { FALSE, TRUE, type Truth } from "../conditions/truth.ts";
import type { FactRecord } from "../conditions/values.ts";
import type { Evidence, Outcome, RequirementOutcome } from "../model/decision.ts";
import type { CompiledRequirement, Program } from "./program.ts";

/** The lean answer: the outcome, and each requirement's in the policy's order. */
export interface OutcomeOnly {
  readonly outcome: Outcome;
  readonly requirements: readonly RequirementOutcome[];
}

/** Decides checked facts without evidence. */
export function outcomeOf(program: Program, facts: FactRecord): OutcomeOnly {
  const scope = program.scope === null ? TRUE : program.scope.judge(facts, null);
  const requirements = program.requirements.map((requirement) =>
    requirementOutcome(requirement, facts, null),
  );
  return { outcome: combine(program, scope, requirements), requirements };
}

/**
 * One requirement's outcome. It is met where its conditions hold even if it is not known whether
 * it applies, for then it stands in nobody's way.
 */
export function requirementOutcome(
  { when, conditions }: CompiledRequirement,
  facts: FactRecord,
  evidence: Evidence[] | null,
): RequirementOutcome {
  const applies = when === null ? TRUE : when.judge(facts, sink(evidence, "when"));
  if (evidence === null && applies === FALSE) return "not-applicable";
  const truth = conditions.judge(facts, sink(evidence, null));
  if (applies === FALSE) return "not-applicable";
  if (truth === TRUE) return "met";
  return truth === FALSE && applies === TRUE ? "unmet" : "unknown";
}

export function sink(evidence: Evidence[] | null, part: "when" | null): EvidenceSink | null {
  return evidence === null ? null : { evidence, part, path: "", item: "" };
}

/** The policy's outcome from its parts; advisory requirements have no say. */
export function combine(
  program: Program,
  scope: Truth,
  outcomes: readonly RequirementOutcome[],
): Outcome {
  if (scope === FALSE) return "out-of-scope";
  let unmet = false;
  let unknown = scope !== TRUE;
  for (const [index, { requirement }] of program.requirements.entries()) {
    if (requirement.enforcement === "advisory") continue;
    const outcome = outcomes[index];
    if (outcome === "unmet") unmet = true;
    else if (outcome === "unknown") unknown = true;
  }
  if (unmet && scope === TRUE) return "ineligible";
  return unknown ? "undetermined" : "eligible";
}
