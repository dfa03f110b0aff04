import { FALSE, TRUE, type Truth, UNKNOWN } from "../conditions/truth.ts";
import type { FactRecord } from "../conditions/values.ts";
import type { Outcome, RequirementDecision, RequirementOutcome } from "../model/decision.ts";
import { completedBy, type Program } from "./program.ts";

/** The lean answer: the outcome, and each requirement's in the policy's order. */
export interface OutcomeOnly {
  readonly outcome: Outcome;
  readonly requirements: readonly RequirementOutcome[];
}

/** What of a program tells its outcome. */
export type Outcomes = Pick<Program, "pack" | "scope" | "requirements" | "asked">;

/** Decides checked facts without evidence. */
export function outcomeOf(program: Outcomes, given: FactRecord): OutcomeOnly {
  const facts = completedBy(program, given);
  const scope = program.scope === null ? TRUE : program.scope.judge(facts, null);
  const requirements: RequirementOutcome[] = [];
  for (const { when, conditions } of program.requirements) {
    const applies = when === null ? TRUE : when.judge(facts, null);
    const truth = applies === FALSE ? UNKNOWN : conditions.judge(facts, null);
    requirements.push(outcomeWhere(applies, truth));
  }
  return { outcome: combine(program, scope, requirements), requirements };
}

/**
 * One requirement's outcome. It is met where its conditions hold even if it is not known whether
 * it applies, for then it stands in nobody's way.
 */
export function outcomeWhere(applies: Truth, truth: Truth): RequirementOutcome {
  if (applies === FALSE) return "not-applicable";
  if (truth === TRUE) return "met";
  return truth === FALSE && applies === TRUE ? "unmet" : "unknown";
}

/** The policy's outcome from its parts; advisory requirements have no say. */
export function combine(
  program: Pick<Program, "requirements">,
  scope: Truth,
  outcomes: readonly RequirementOutcome[],
): Outcome {
  if (scope === FALSE) return "out-of-scope";
  let unmet = false;
  let unknown = scope !== TRUE;
  for (let index = 0; index < outcomes.length; index++) {
    const outcome = outcomes[index];
    if (!program.requirements[index]?.decides) continue;
    if (outcome === "unmet") unmet = true;
    else if (outcome === "unknown") unknown = true;
  }
  if (unmet && scope === TRUE) return "ineligible";
  return unknown ? "undetermined" : "eligible";
}

type Decided = Pick<RequirementDecision, "outcome" | "enforcement">;

/** True where a required requirement is unmet: whatever else is unknown can't make it eligible. */
export function isBlocked(requirements: readonly Decided[]): boolean {
  return requirements.some(blocks);
}

/** True of one requirement that stands in the way by itself. */
export function blocks({ outcome, enforcement }: Decided): boolean {
  return outcome === "unmet" && enforcement === "required";
}
