import { shapeOf } from "../../engine/conditions/compile.ts";
import { readOperator } from "../../engine/conditions/operators.ts";
import type { GroupNode, Leaf, Node, Operand } from "../../engine/conditions/tree.ts";
import type { CompiledRequirement, Program } from "../../engine/decision/program.ts";
import type { Scalar } from "../../engine/model/catalogue.ts";
import { replaced } from "../findings/trees.ts";
import type { Goal } from "../solver/goal.ts";
import { ALWAYS, allOf, anyOf, goalsOf, passes, requiredOf, scopeOf } from "../solver/outcomes.ts";
import { ONLY_FALSE, ONLY_TRUE, ONLY_UNKNOWN, type Truths } from "../solver/truths.ts";
import { boundaryOf } from "./boundary.ts";
import { isSamePart, type PolicyLeaf, partTreesOf } from "./policy-leaves.ts";
import type { Target } from "./target.ts";

/** Goals that are to be reached together. */
export type Goals = readonly Goal[];

/**
 * Ways to reach a target, the most telling first: where the leaf alone decides its condition and
 * nothing else stands in the way, then where only the latter is so, then in any way. Where none of
 * the last can be reached, `exact`, the target cannot happen.
 */
export interface Ways {
  readonly telling: readonly Goals[];
  readonly exact: readonly Goals[];
  /** The conditions of these goals that are not the policy's own. */
  readonly own: readonly Node[];
}

export function waysTo(program: Program, target: Target): Ways {
  switch (target.kind) {
    case "outcome":
      return { telling: [], exact: goalsOf(program, target.outcome), own: [] };
    case "sole-reason":
      return { telling: [], exact: [soleReason(program, target.requirement)], own: [] };
    case "boundary":
      return waysToLeaf(program, target.at, atBoundary(target.at, target.side.value));
    default:
      return waysToLeaf(program, target.at, withTruth(target.at, target.holds));
  }
}

function soleReason(program: Program, requirement: string): Goals {
  const required = requiredOf(program);
  return [
    { node: scopeOf(program), want: ONLY_TRUE },
    ...required.filter(({ id }) => id === requirement).flatMap(broken),
    othersPass(required.filter(({ id }) => id !== requirement)),
  ];
}

function broken({ when, conditions }: CompiledRequirement): Goals {
  return [
    { node: when?.tree ?? ALWAYS, want: ONLY_TRUE },
    { node: conditions.tree, want: ONLY_FALSE },
  ];
}

function othersPass(others: readonly CompiledRequirement[]): Goal {
  return { node: allOf(others.map(passes)), want: ONLY_TRUE };
}

function waysToLeaf(program: Program, at: PolicyLeaf, goals: Goals): Ways {
  const clear = [...goals, ...clearOfOthers(program, at)];
  return {
    telling: [...decisive(program, at).map((alone) => [...clear, ...alone]), clear],
    // Of whoever is not eligible no grant is asked.
    exact: [at.part.kind === "grant" ? clear : goals],
    own: goals.flatMap(({ node }) => (node === at.leaf ? [] : [node])),
  };
}

/** The policy governs, and no other requirement stands in the way. */
function clearOfOthers(program: Program, { part }: PolicyLeaf): Goals {
  const own = "requirement" in part ? part.requirement : null;
  const others = othersPass(requiredOf(program).filter(({ id }) => id !== own));
  if (part.kind === "scope") return [others];
  const scope: Goal = { node: scopeOf(program), want: ONLY_TRUE };
  if (part.kind === "grant") return [scope, others];
  const compiled = program.requirements.find(({ id }) => id === own);
  const applies: Goal = { node: compiled?.when?.tree ?? ALWAYS, want: ONLY_TRUE };
  return part.kind === "conditions" ? [scope, applies, others] : [scope, others];
}

/** Where the truth of the whole condition is the leaf's own, or its opposite. */
function decisive(program: Program, at: PolicyLeaf): readonly Goals[] {
  const { part } = at;
  const tree = partTreesOf(program).find((one) => isSamePart(one.part, part))?.tree;
  if (tree === undefined) return [];
  const [holding, failing] = [replaced(tree, at.leaf, ALWAYS), replaced(tree, at.leaf, NEVER)];
  return [
    [
      { node: holding, want: ONLY_TRUE },
      { node: failing, want: ONLY_FALSE },
    ],
    [
      { node: holding, want: ONLY_FALSE },
      { node: failing, want: ONLY_TRUE },
    ],
  ];
}

const NEVER: Node = anyOf([]);

/** The leaf is asked and has this truth, of some item where it stands in a group. */
function withTruth({ leaf, group }: PolicyLeaf, holds: boolean | null): Goals {
  const want: Truths = holds === null ? ONLY_UNKNOWN : holds ? ONLY_TRUE : ONLY_FALSE;
  if (group === null) return [{ node: leaf, want }];
  const asked: Goal = { node: someItem(group), want: ONLY_TRUE };
  if (holds === false) return [asked, { node: overItems("every", group, leaf), want }];
  return [asked, { node: overItems("some", group, leaf), want }];
}

/** The fact that the leaf compares has exactly this value. */
function atBoundary({ leaf, group }: PolicyLeaf, value: Scalar): Goals {
  const boundary = boundaryOf(leaf);
  if (boundary === null) return [];
  const node = isExactly(boundary.use.own, value);
  return [{ node: group === null ? node : overItems("some", group, node), want: ONLY_TRUE }];
}

function isExactly(own: Operand, value: Scalar): Leaf {
  const left: Operand = own.kind === "fact" ? { kind: "fact", id: own.id, shape: own.shape } : own;
  return comparison(left, "equal", value);
}

function someItem(group: string): Leaf {
  return comparison({ kind: "count", id: `${group}.count`, group }, "greaterThanInclusive", 1);
}

function comparison(left: Operand, name: string, value: Scalar): Leaf {
  const operator = readOperator(name);
  if (operator === null) throw new Error(`no operator ${name}`);
  const right: Operand = { kind: "constant", value, shape: shapeOf(left) };
  return { kind: "leaf", path: "", left, operator, right, annotations: {} };
}

function overItems(kind: GroupNode["kind"], group: string, node: Node): GroupNode {
  return { kind, path: kind, group, node, annotations: {} };
}
