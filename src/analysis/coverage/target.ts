import type { Program } from "../../engine/decision/program.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import { requiredOf } from "../solver/outcomes.ts";
import { type BoundarySide, boundaryOf } from "./boundary.ts";
import { type PolicyLeaf, policyLeavesOf } from "./policy-leaves.ts";

/** Something that the cases of a policy are to exercise. */
export type Target =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  /** The requirement is unmet, the policy governs, and no other requirement stands in the way. */
  | { readonly kind: "sole-reason"; readonly requirement: string }
  /** The nearest value on one side of what the leaf compares its fact with. */
  | { readonly kind: "boundary"; readonly at: PolicyLeaf; readonly side: BoundarySide }
  /** `null`: not known. */
  | { readonly kind: "leaf"; readonly at: PolicyLeaf; readonly holds: boolean | null };

export type TargetKind = Target["kind"];

/** Names a target within its policy, the same on every day. */
export function keyOfTarget(target: Target): string {
  switch (target.kind) {
    case "outcome":
      return `outcome:${target.outcome}`;
    case "sole-reason":
      return `sole-reason:${target.requirement}`;
    case "boundary":
      return `boundary:${target.at.key}:${target.side.holds}`;
    default:
      return `leaf:${target.at.key}:${target.holds}`;
  }
}

const OUTCOMES: readonly Outcome[] = ["eligible", "ineligible", "undetermined"];
const TRUTHS: readonly (boolean | null)[] = [true, false, null];

/**
 * All that cases are to exercise of a policy on a day, whether or not it can happen. The boundaries
 * are those of the day: a parameter without a value draws none.
 */
export function targetsOf(program: Program): readonly Target[] {
  const leaves = policyLeavesOf(program);
  return [
    ...outcomesOf(program).map((outcome): Target => ({ kind: "outcome", outcome })),
    ...requiredOf(program).map(({ id }): Target => ({ kind: "sole-reason", requirement: id })),
    ...leaves.flatMap((at) =>
      (boundaryOf(at.leaf)?.sides ?? []).map((side): Target => ({ kind: "boundary", at, side })),
    ),
    ...leaves.flatMap((at) => TRUTHS.map((holds): Target => ({ kind: "leaf", at, holds }))),
  ];
}

/** A policy without a scope governs every application. */
function outcomesOf({ scope }: Program): readonly Outcome[] {
  return scope === null ? OUTCOMES : [...OUTCOMES, "out-of-scope"];
}
