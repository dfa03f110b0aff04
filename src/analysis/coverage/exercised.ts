import type { LeafTrace, Trace } from "../../engine/conditions/trace.ts";
import type { Leaf } from "../../engine/conditions/tree.ts";
import { holds } from "../../engine/conditions/truth.ts";
import type { Program } from "../../engine/decision/program.ts";
import { tracesOf } from "../../engine/decision/traces.ts";
import { grantTraces } from "../../engine/granting/traces.ts";
import type { FactValue } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import { requiredOf } from "../solver/outcomes.ts";
import { type Boundary, boundaryOf, sideTestedBy } from "./boundary.ts";
import { type PolicyLeaf, policyLeavesOf } from "./policy-leaves.ts";
import { keyOfTarget } from "./target.ts";

/** Tells the keys of the targets that a decision of its program exercises. */
export type Exercised = (decision: Decision) => ReadonlySet<string>;

/** Reads decisions of one compiled policy. */
export function exercisedBy(program: Program): Exercised {
  const leaves = new Map<Leaf, LeafToTell>(
    policyLeavesOf(program).map((at) => [at.leaf, { at, boundary: boundaryOf(at.leaf) }]),
  );
  const required = new Set(requiredOf(program).map(({ id }) => id));
  return (decision) => {
    const keys = new Set<string>([keyOfTarget({ kind: "outcome", outcome: decision.outcome })]);
    const sole = soleReasonOf(decision, required);
    if (sole !== null) keys.add(keyOfTarget({ kind: "sole-reason", requirement: sole }));
    const { scope, requirements } = tracesOf(program, decision);
    const traces = [
      scope,
      ...requirements.flatMap(({ when, conditions }) => [when, conditions]),
      ...grantTraces(program, decision).values(),
    ];
    for (const trace of traces.flatMap((trace) => (trace === null ? [] : leafTracesOf(trace)))) {
      const told = leaves.get(trace.node);
      if (told !== undefined) for (const key of keysOf(told, trace)) keys.add(key);
    }
    return keys;
  };
}

interface LeafToTell {
  readonly at: PolicyLeaf;
  readonly boundary: Boundary | null;
}

function keysOf({ at, boundary }: LeafToTell, trace: LeafTrace): readonly string[] {
  const truth = keyOfTarget({ kind: "leaf", at, holds: holds(trace.truth) });
  const side = boundary && sideTestedBy(boundary, givenOn(boundary, trace));
  return side === null ? [truth] : [truth, keyOfTarget({ kind: "boundary", at, side })];
}

/** The value of the compared fact before any move. */
function givenOn({ use }: Boundary, { evidence }: LeafTrace): FactValue {
  if (use.side === "left") return evidence.actual;
  return evidence.expectedGiven ?? evidence.expected;
}

function leafTracesOf(trace: Trace): readonly LeafTrace[] {
  return trace.kind === "leaf" ? [trace] : trace.children.flatMap(leafTracesOf);
}

/** The one required requirement that is unmet, where all others pass. */
function soleReasonOf(
  { outcome, requirements }: Decision,
  required: ReadonlySet<string>,
): string | null {
  if (outcome !== "ineligible") return null;
  const inTheWay = requirements.filter(
    ({ id, outcome }) => required.has(id) && (outcome === "unmet" || outcome === "unknown"),
  );
  const [only] = inTheWay;
  return only?.outcome === "unmet" && inTheWay.length === 1 ? only.id : null;
}
