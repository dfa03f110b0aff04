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
import { type Compiled, completedBy, type Program } from "./program.ts";

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
export function askedOf({ scope, requirements }: Program, facts: FactRecord): Found {
  const decided: RequirementDecision[] = [];
  for (const { id, enforcement, when, conditions } of requirements) {
    const sink = sinkFor(conditions, when);
    sink.part = "when";
    const applies = when === null ? TRUE : when.judge(facts, sink);
    sink.part = null;
    const outcome = outcomeWhere(applies, conditions.judge(facts, sink));
    decided.push({ id, outcome, enforcement, evidence: writtenIn(sink) });
  }
  if (scope === null) return { requirements: decided };
  const sink = sinkFor(scope, null);
  const truth = scope.judge(facts, sink);
  return { scope: { holds: holds(truth), evidence: writtenIn(sink) }, requirements: decided };
}

/** Has room for every leaf beforehand: a list that grows takes many times the memory. */
function sinkFor({ leaves }: Compiled, when: Compiled | null): EvidenceSink {
  const evidence = new Array<Evidence>(leaves.length + (when?.leaves.length ?? 0));
  return { evidence, count: 0, part: null, path: "", item: "" };
}

/** A group without items has fewer leaves than there was room for. */
function writtenIn({ evidence, count }: EvidenceSink): readonly Evidence[] {
  if (count < evidence.length) evidence.length = count;
  return evidence;
}

/** The truth of the scope; a policy without one governs everything. */
export function scopeTruth({ scope }: Found): Truth {
  return scope ? truthOf(scope.holds) : TRUE;
}
