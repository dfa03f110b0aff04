import type { BranchTrace, Trace } from "../../engine/conditions/trace.ts";
import { FALSE, not, TRUE, type Truth, UNKNOWN } from "../../engine/conditions/truth.ts";
import type { Evidence } from "../../engine/model/decision.ts";

/** An `every` or `some` with what was found of each item of its group. */
export interface Quantified {
  readonly quantifier: "every" | "some";
  readonly path: string;
  readonly group: string;
  readonly truth: Truth;
  /** True where it stands under a *not*, so that holding counts against the applicant. */
  readonly inverted: boolean;
  readonly items: readonly QuantifiedItem[];
}

export interface QuantifiedItem {
  readonly index: number;
  readonly truth: Truth;
  /** The entries of its leaves, as they stand in the decision. */
  readonly evidence: readonly Evidence[];
}

/** Every `every` and `some` of a tree whose group has items, in document order. */
export function quantifiedIn(trace: Trace, inverted = false): readonly Quantified[] {
  if (trace.kind === "leaf") return [];
  const { node, truth, children } = trace;
  if (!("group" in node)) {
    const below = trace.kind === "not" ? !inverted : inverted;
    return children.flatMap((child) => quantifiedIn(child, below));
  }
  if (children.length === 0) return [];
  const { kind: quantifier, path, group } = node;
  return [{ quantifier, path, group, truth, inverted, items: children.map(itemOf) }];
}

function itemOf(trace: BranchTrace["children"][number], index: number): QuantifiedItem {
  return { index, truth: trace.truth, evidence: evidenceIn(trace) };
}

function evidenceIn(trace: Trace): readonly Evidence[] {
  return trace.kind === "leaf" ? [trace.evidence] : trace.children.flatMap(evidenceIn);
}

/**
 * The items that decide, each in the group's order. Where the quantifier counts against the
 * applicant: the ones that do so, then the ones that are not known. Where it is not known: those
 * that are not. Else the ones that settle it alone; where all do so together, none is singled out.
 */
export function decidingItems(quantified: Quantified): readonly QuantifiedItem[] {
  const { quantifier, truth, inverted, items } = quantified;
  const having = (sought: Truth) => items.filter((item) => item.truth === sought);
  if (truth === UNKNOWN) return having(UNKNOWN);
  const against = inverted ? TRUE : FALSE;
  if (truth === against) return [...having(against), ...having(UNKNOWN)];
  const settling = quantifier === "every" ? FALSE : TRUE;
  return settling === not(against) ? having(settling) : [];
}
