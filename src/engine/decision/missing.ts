import type { LeafTrace, Trace } from "../conditions/trace.ts";
import { UNKNOWN } from "../conditions/truth.ts";
import type { Evidence, EvidenceParams } from "../model/decision.ts";
import type { DecisionTraces } from "./traces.ts";

/**
 * The absent facts that strong Kleene logic leaves open in what is still undecided, in document
 * order. A settled node has the same truth for every completion, so no fact below it can matter.
 */
export function missingFacts({ scope, requirements }: DecisionTraces): readonly string[] {
  const names = new Set<string>();
  if (scope !== null) collect(scope, names);
  const blocked = requirements.some(
    ({ outcome, enforcement }) => outcome === "unmet" && enforcement === "required",
  );
  if (blocked) return [...names];
  for (const { outcome, enforcement, when, conditions } of requirements) {
    if (outcome !== "unknown" || enforcement === "advisory") continue;
    if (when !== null) collect(when, names);
    collect(conditions, names);
  }
  return [...names];
}

/** The absent facts that keep any of these conditions open. */
export function openFacts(traces: readonly Trace[]): readonly string[] {
  const names = new Set<string>();
  for (const trace of traces) collect(trace, names);
  return [...names];
}

function collect(trace: Trace, names: Set<string>): void {
  if (trace.truth !== UNKNOWN) return;
  if (trace.kind === "leaf") for (const name of unknownOf(trace)) names.add(name);
  else if (trace.kind === "absent-group") names.add(trace.node.group);
  else for (const child of trace.children) collect(child, names);
}

/** Whatever keeps a leaf from being settled: an absent side, a duration, an item of a list. */
function unknownOf({ node, evidence }: LeafTrace): readonly string[] {
  const { actual, expected, expectedFrom, params, expectedParams } = evidence;
  const names: string[] = [];
  if (actual === null) names.push(node.left.kind === "count" ? node.left.group : evidence.fact);
  else names.push(...unknownItems(evidence.fact, actual));
  names.push(...unknownDuration(params));
  if (expectedFrom === undefined) return names;
  const durations = unknownDuration(expectedParams);
  const { right } = node;
  if (expected === null && (durations.length === 0 || right.kind === "fact")) {
    names.push(right.kind === "count" ? right.group : expectedFrom);
  } else if (expected !== null) names.push(...unknownItems(expectedFrom, expected));
  return [...names, ...durations];
}

function unknownDuration(params: EvidenceParams | undefined): readonly string[] {
  if (params?.from === undefined) return [];
  const text = "plus" in params ? params.plus : params.minus;
  return text === null ? [params.from] : [];
}

function unknownItems(name: string, value: Evidence["actual"]): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return value.flatMap((item, index) => (item === null ? [`${name}[${index}]`] : []));
}
