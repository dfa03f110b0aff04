import { AS_OF, readReference } from "../conditions/references.ts";
import { durationIn } from "../conditions/shift.ts";
import type { LeafTrace, Trace } from "../conditions/trace.ts";
import type { Facts } from "../model/catalogue.ts";
import type { Evidence } from "../model/decision.ts";
import { evidenceOf } from "./evidence.ts";
import type { Program } from "./program.ts";
import { tracesOf } from "./traces.ts";

/**
 * Why two days decide the same facts differently: another version, else the parameters with
 * another value, else the facts whose comparison with the day turned.
 */
export function causesOf(before: Program, after: Program, facts: Facts): readonly string[] {
  if (before.version.from !== after.version.from) return [`policy:${after.version.from}`];
  const names = new Set<string>();
  const first = tracesOf(before, evidenceOf(before, facts));
  const second = tracesOf(after, evidenceOf(after, facts));
  compare(first.scope, second.scope, before, names);
  for (const [index, earlier] of first.requirements.entries()) {
    const later = second.requirements[index];
    if (later === undefined || earlier.enforcement === "advisory") continue;
    if (earlier.outcome === later.outcome) continue;
    compare(earlier.when, later.when, before, names);
    compare(earlier.conditions, later.conditions, before, names);
  }
  return [...names];
}

/** Walks both trees where the truth changed, down to the leaves that turned. */
function compare(before: Trace | null, after: Trace | null, program: Program, names: Set<string>) {
  if (before === null || after === null || before.truth === after.truth) return;
  if (before.kind === "leaf" && after.kind === "leaf") {
    for (const name of turnedBy(before, after, program)) names.add(name);
  } else if ("children" in before && "children" in after) {
    for (const [index, child] of before.children.entries()) {
      compare(child, after.children[index] ?? null, program, names);
    }
  }
}

function turnedBy(before: LeafTrace, after: LeafTrace, program: Program): readonly string[] {
  const earlier = parametersIn(before.evidence, program);
  const later = parametersIn(after.evidence, program);
  const changed = [...earlier].flatMap(([name, value]) =>
    later.get(name) === value ? [] : [name],
  );
  if (changed.length > 0) return changed;
  const { fact, expectedFrom } = before.evidence;
  const facts = [fact, ...(expectedFrom === undefined ? [] : [expectedFrom])].filter((name) => {
    const { kind } = readReference(name, program.pack.groups);
    return kind === "fact" || kind === "count";
  });
  return facts.length > 0 ? facts : [AS_OF];
}

/** The parameters that a leaf read, each with its value as text. */
function parametersIn(evidence: Evidence, program: Program): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const add = (name: string | undefined, value: unknown) => {
    if (name === undefined) return;
    if (readReference(name, program.pack.groups).kind !== "parameter") return;
    values.set(name, JSON.stringify(value));
  };
  add(evidence.fact, evidence.actual);
  add(evidence.expectedFrom, evidence.expected);
  for (const params of [evidence.params, evidence.expectedParams]) {
    add(params?.from, durationIn(params));
  }
  return values;
}
