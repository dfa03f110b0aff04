import type { EvidenceSink } from "../conditions/evidence.ts";
import { holds, TRUE, type Truth, truthOf } from "../conditions/truth.ts";
import type { FactRecord } from "../conditions/values.ts";
import type { ComputedFact } from "../model/compute.ts";
import type {
  ComputedEvidence,
  Decision,
  Evidence,
  RequirementDecision,
} from "../model/decision.ts";
import { outcomeWhere } from "./outcome.ts";
import { completedBy, type Program } from "./program.ts";

/** What a policy found about one application, before anything is concluded from it. */
export interface Found {
  readonly scope?: NonNullable<Decision["scope"]>;
  readonly requirements: readonly RequirementDecision[];
  readonly computed?: readonly ComputedEvidence[];
}

/** Asks every leaf of the policy, and tells what was computed: for conditions and texts, unless stated. */
export function evidenceOf(
  program: Program,
  given: FactRecord,
  computed: readonly ComputedFact[] = program.computed,
): Found {
  const facts = completedBy(program, given, computed);
  const found = askedOf(program, facts);
  return computed.length === 0
    ? found
    : { ...found, computed: program.pack.computing.evidence(computed, facts) };
}

/** Asks every leaf of the policy about completed facts, short-circuiting nothing. */
export function askedOf(program: Program, facts: FactRecord): Found {
  const requirements = program.requirements.map(({ id, enforcement, when, conditions }) => {
    const evidence: Evidence[] = [];
    const applies = when === null ? TRUE : when.judge(facts, sink(evidence, "when"));
    const outcome = outcomeWhere(applies, conditions.judge(facts, sink(evidence, null)));
    return { id, outcome, enforcement, evidence };
  });
  if (program.scope === null) return { requirements };
  const evidence: Evidence[] = [];
  const truth = program.scope.judge(facts, sink(evidence, null));
  return { scope: { holds: holds(truth), evidence }, requirements };
}

function sink(evidence: Evidence[], part: "when" | null): EvidenceSink {
  return { evidence, part, path: "", item: "" };
}

/** The truth of the scope; a policy without one governs everything. */
export function scopeTruth({ scope }: Found): Truth {
  return scope ? truthOf(scope.holds) : TRUE;
}
