import { foreignDecision, type Trace } from "../conditions/trace.ts";
import { UNKNOWN } from "../conditions/truth.ts";
import { openFacts } from "../decision/missing.ts";
import { type PreparedPolicy, prepare } from "../decision/prepare.ts";
import type { Program } from "../decision/program.ts";
import { type DecisionTraces, type RequirementTraces, tracesOf } from "../decision/traces.ts";
import type {
  CitedSource,
  Decision,
  Evidence,
  Explanation,
  RequirementExplanation,
} from "../model/decision.ts";
import type { Pack } from "../model/pack.ts";
import type { Citation } from "../model/policy.ts";
import { type Language, say } from "../model/text.ts";
import type { Vocabulary } from "./names.ts";
import { labelOfName } from "./names.ts";
import { type Reason, reasonsOf } from "./reasons.ts";
import { filled, remedyOf, sentenceOf } from "./sentences.ts";
import { summaryOf } from "./summary.ts";

/**
 * Tells a decision in words, from its evidence alone: nothing is decided again. Of a pack, the policy
 * is prepared each time; whoever explains many decisions gives the policy that made them.
 * @throws LayakError `decision-foreign` where the pack holds another text of that policy, or the
 *   policy is not the one that decided on that day, and `service-unknown` or `version-unknown` where
 *   the pack holds none.
 */
export function explain(
  by: Pack | PreparedPolicy,
  decision: Decision,
  language: Language,
): Explanation {
  const { service, asOf, policy } = decision;
  const { program, policy: prepared } =
    "program" in by ? by : prepare(by, { service, asOf, version: policy.from });
  if (program.asOf !== asOf || prepared.digest !== policy.digest) throw foreignDecision();
  return explanationOf(program, decision, language);
}

/** As {@link explain}, for a decision that this compiled policy made. */
export function explanationOf(
  program: Program,
  decision: Decision,
  language: Language,
): Explanation {
  const { pack, service, asOf, version } = program;
  const traces = tracesOf(program, decision);
  const { computed: computedValues = [] } = decision;
  const vocabulary = { pack, service, asOf, language, computedValues };
  const { policy } = version;
  const scope = scopeExplanation(vocabulary, traces, decision);
  const granted = decision.grants && pack.granting.explain(vocabulary, program, decision.grants);
  return {
    language,
    summary: summaryOf(vocabulary, policy, decision, granted?.summary),
    ...(scope && { scope }),
    requirements: traces.requirements.map((requirement) =>
      explainRequirement(vocabulary, requirement, decision.outcome !== "out-of-scope"),
    ),
    ...(granted && { grants: granted.grants }),
    ...(policy.contact && { contact: filled(vocabulary, policy.contact, [], "") }),
    ...(policy.objection && { objection: filled(vocabulary, policy.objection, [], "") }),
  };
}

type Told = Pick<RequirementExplanation, "reasons" | "remedy">;

function scopeExplanation(
  vocabulary: Vocabulary,
  { scope }: DecisionTraces,
  decision: Decision,
): Told | null {
  if (scope === null || decision.scope === undefined || decision.scope.holds === true) return null;
  if (scope.truth === UNKNOWN) return notKnown(vocabulary, [scope]);
  return told(vocabulary, reasonsOf(scope, {}), decision.scope.evidence);
}

function explainRequirement(
  vocabulary: Vocabulary,
  traces: RequirementTraces,
  governs: boolean,
): RequirementExplanation {
  const { requirement, outcome, enforcement, evidence } = traces;
  const computed = vocabulary.pack.computing.formulas(vocabulary, evidence);
  return {
    id: requirement.id,
    title: filled(vocabulary, requirement.title, evidence, ""),
    outcome,
    enforcement,
    // A policy that does not govern asks nothing of the applicant.
    ...(governs ? requirementReasons(vocabulary, traces) : { reasons: [] }),
    ...(computed.length > 0 && { computed }),
    sources: requirement.sources.map((citation) => cited(vocabulary, citation)),
  };
}

function requirementReasons(
  vocabulary: Vocabulary,
  { requirement, outcome, evidence, when, conditions }: RequirementTraces,
): Told {
  if (outcome === "unknown") return notKnown(vocabulary, [when, conditions]);
  if (outcome !== "unmet") return { reasons: [] };
  return told(vocabulary, reasonsOf(conditions, requirement), evidence);
}

function told(
  vocabulary: Vocabulary,
  reasons: readonly Reason[],
  evidence: readonly Evidence[],
): Told {
  const remedies = reasons.flatMap((reason) =>
    reason.remedy === undefined ? [] : [remedyOf(vocabulary, reason.remedy, reason, evidence)],
  );
  const remedy = [...new Set(remedies)].join(" ");
  return {
    reasons: reasons.map((reason) => sentenceOf(vocabulary, reason, evidence)),
    ...(remedy !== "" && { remedy }),
  };
}

function notKnown(vocabulary: Vocabulary, traces: readonly (Trace | null)[]): Told {
  const before = say({ id: "Belum diketahui", en: "Not yet known" }, vocabulary.language);
  const names = openFacts(traces, vocabulary.computedValues, vocabulary.pack);
  return { reasons: names.map((name) => `${before}: ${labelOfName(vocabulary, name)}.`) };
}

/** A citation as people read it. */
export function cited(
  { service, language }: Vocabulary,
  { source, article }: Citation,
): CitedSource {
  const entry = service.sources.get(source);
  return {
    id: source,
    title: entry === undefined ? source : say(entry.title, language),
    ...(article && { article }),
    ...(entry?.reference && { reference: entry.reference }),
  };
}
