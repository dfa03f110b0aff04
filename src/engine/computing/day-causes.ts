import { AS_OF, isReserved } from "../conditions/references.ts";
import { durationIn } from "../conditions/shift.ts";
import type { LeafTrace, Trace } from "../conditions/trace.ts";
import { evidenceOf } from "../decision/evidence.ts";
import { tracesOf } from "../decision/traces.ts";
import type { Evidence } from "../model/decision.ts";
import type { Computing } from "../model/pack.ts";
import { causesBehind } from "./causes.ts";

/** Also of what is computed, down to what it is computed from. */
export const causesOf: Computing["causes"] = (before, after, facts) => {
  if (before.version.from !== after.version.from) return [`policy:${after.version.from}`];
  const names = new Set<string>();
  const found = evidenceOf(before, facts, before.asked);
  const foundLater = evidenceOf(after, facts, after.asked);
  const first = tracesOf(before, found);
  const second = tracesOf(after, foundLater);
  const causes: Causes = (turned) => causesBehind(turned, found.computed, foundLater.computed);
  compare(first.scope, second.scope, names, causes);
  for (const [index, earlier] of first.requirements.entries()) {
    const later = second.requirements[index];
    if (later === undefined || earlier.enforcement === "advisory") continue;
    if (earlier.outcome === later.outcome) continue;
    compare(earlier.when, later.when, names, causes);
    compare(earlier.conditions, later.conditions, names, causes);
  }
  return [...names];
};

/** Tells why facts that stood the test turned, where they are computed. */
type Causes = (names: readonly string[]) => readonly string[];

/** Walks both trees where the truth changed, down to the leaves that turned. */
function compare(
  before: Trace | null,
  after: Trace | null,
  names: Set<string>,
  causes: Causes,
): void {
  if (before === null || after === null || before.truth === after.truth) return;
  if (before.kind === "leaf" && after.kind === "leaf") {
    for (const name of causes(turnedBy(before, after))) names.add(name);
  } else if ("children" in before && "children" in after) {
    for (const [index, child] of before.children.entries()) {
      compare(child, after.children[index] ?? null, names, causes);
    }
  }
}

function turnedBy({ evidence }: LeafTrace, after: LeafTrace): readonly string[] {
  const later = parametersIn(after.evidence);
  const changed = [...parametersIn(evidence)].flatMap(([name, value]) =>
    later.get(name) === value ? [] : [name],
  );
  if (changed.length > 0) return changed;
  const facts = [evidence.fact, evidence.expectedFrom ?? AS_OF].filter((name) => !isReserved(name));
  return facts.length > 0 ? facts : [AS_OF];
}

/** The parameters that a leaf read, each with its value as text. */
function parametersIn(evidence: Evidence): ReadonlyMap<string, string> {
  const { fact, actual, expectedFrom, expected, params, expectedParams } = evidence;
  const read: readonly (readonly [string | undefined, unknown])[] = [
    [fact, actual],
    [expectedFrom, expected],
    [params?.from, durationIn(params)],
    [expectedParams?.from, durationIn(expectedParams)],
  ];
  return new Map(
    read.flatMap(([name = AS_OF, value]): [string, string][] =>
      isReserved(name) && name !== AS_OF ? [[name, JSON.stringify(value)]] : [],
    ),
  );
}
