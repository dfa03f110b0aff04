import type { Node } from "../../engine/conditions/tree.ts";
import type { CompiledRequirement, Program } from "../../engine/decision/program.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import type { Goal } from "./goal.ts";
import { ONLY_FALSE, ONLY_TRUE, ONLY_UNKNOWN, type Truths } from "./truths.ts";

const UNMARKED = { annotations: {} };

/** Holds always. */
export const ALWAYS: Node = { kind: "all", nodes: [], ...UNMARKED };

export function allOf(nodes: readonly Node[]): Node {
  return { kind: "all", nodes, ...UNMARKED };
}

export function anyOf(nodes: readonly Node[]): Node {
  return { kind: "any", nodes, ...UNMARKED };
}

export function notOf(node: Node): Node {
  return { kind: "not", node, ...UNMARKED };
}

/** Where a policy governs. */
export function scopeOf({ scope }: Pick<Program, "scope">): Node {
  return scope?.tree ?? ALWAYS;
}

/** Holds where a requirement stands in nobody's way: it is met, or it does not apply. */
export function passes({ when, conditions }: CompiledRequirement): Node {
  return when === null ? conditions.tree : anyOf([notOf(when.tree), conditions.tree]);
}

export function requiredOf({ requirements }: Program): readonly CompiledRequirement[] {
  return requirements.filter(({ enforcement }) => enforcement === "required");
}

/**
 * The goals of an outcome, as the engine combines it from the parts; an application has the outcome
 * where it reaches all goals of one of these lists.
 */
export function goalsOf(program: Program, outcome: Outcome): readonly (readonly Goal[])[] {
  const scope = scopeOf(program);
  const required = allOf(requiredOf(program).map(passes));
  const goals = (inScope: Truths, passing?: Truths): readonly Goal[] => [
    { node: scope, want: inScope },
    ...(passing === undefined ? [] : [{ node: required, want: passing }]),
  ];
  switch (outcome) {
    case "eligible":
      return [goals(ONLY_TRUE, ONLY_TRUE)];
    case "ineligible":
      return [goals(ONLY_TRUE, ONLY_FALSE)];
    case "out-of-scope":
      return [goals(ONLY_FALSE)];
    default:
      return [goals(ONLY_TRUE, ONLY_UNKNOWN), goals(ONLY_UNKNOWN)];
  }
}
