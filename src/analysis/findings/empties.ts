import { type LeafOperator, readOperator } from "../../engine/conditions/operators.ts";
import type { FactOperand, Leaf, Node, Operand } from "../../engine/conditions/tree.ts";
import { outcomeOf } from "../../engine/decision/outcome.ts";
import type { Scalar, ScalarShape } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { emptyPasses } from "../../pack/diagnostics/meaning/clauses.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { allOf, anyOf } from "../solver/outcomes.ts";
import { createSolver } from "../solver/solver.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import type { Notes } from "./notes.ts";
import { everythingIn, type Placed } from "./placed.ts";
import {
  applies,
  inScope,
  type PlacedPolicy,
  type PlacedRequirement,
  passing,
  requiredIn,
  treesOf,
} from "./policy.ts";
import { replaced } from "./trees.ts";

/** Steps of the search for one application that passes with an empty list. */
const STEPS = 20_000;

/**
 * *every* over a group, or over the list of a fact, that lets an application pass because there is
 * nothing in it. Told where such an application was found, and decided so by the engine.
 */
export function judgeEmpties(
  pack: Pack,
  policy: PlacedPolicy,
  one: PlacedRequirement,
  index: number,
  notes: Notes,
): void {
  for (const part of everythingIn(one.conditions)) {
    if (part.named !== null) continue;
    const empty = emptyIn(pack, part);
    if (empty === null) continue;
    const goals = [
      { node: inScope(policy), want: ONLY_TRUE },
      { node: applies(one), want: ONLY_TRUE },
      { node: one.conditions.node, want: ONLY_TRUE },
      { node: replaced(one.conditions.node, part.node, anyOf([])), want: ONLY_FALSE },
      { node: empty.isEmpty, want: ONLY_TRUE },
      ...(one.requirement.enforcement === "advisory"
        ? []
        : requiredIn(policy).map((other) => ({ node: passing(other), want: ONLY_TRUE }))),
    ];
    const solver = createSolver({
      trees: [...treesOf(policy), empty.isEmpty],
      limitsOf: groupLimitsIn(pack),
      steps: STEPS,
    });
    const solved = solver.solve(goals);
    if (solved.kind === "unsettled") notes.leaveOpen(part.place, "LYK908");
    if (solved.kind !== "found") continue;
    const decided = outcomeOf(policy.program, solved.facts).requirements[index];
    if (decided === "met") notes.tell(part.place, emptyPasses(empty.kind, empty.name));
  }
}

interface Empty {
  readonly kind: "group" | "list";
  readonly name: string;
  /** Holds only where it is empty. */
  readonly isEmpty: Node;
}

function emptyIn(pack: Pack, { node, condition }: Placed): Empty | null {
  if (node.kind === "every") {
    const { group } = node;
    if ((pack.groups.get(group)?.minItems ?? 0) > 0) return null;
    const count: Operand = { kind: "count", id: `${group}.count`, group };
    const isEmpty = leafOf(count, operatorNamed("equal"), 0, { type: "integer" });
    return { kind: "group", name: group, isEmpty };
  }
  if (node.kind !== "leaf" || !("fact" in condition)) return null;
  const list = listOf(node, Array.isArray(condition.value));
  if (list === null || list.shape.type !== "list" || list.shift !== undefined) return null;
  // Both hold of every item only where there is none.
  const { items } = list.shape;
  const some = someOf(items);
  const isEmpty = allOf(
    ["everyFact:equal", "everyFact:notEqual"].map((name) =>
      leafOf(list, operatorNamed(name), some, items),
    ),
  );
  return { kind: "list", name: list.id, isEmpty };
}

/** The list of the application that a leaf goes through with *every*. */
function listOf({ left, right, operator }: Leaf, isLiteral: boolean): FactOperand | null {
  if (operator.negated) return null;
  // Of everyFact:in with a list that is written down the pack itself tells.
  if (operator.quantifier === "everyFact" && !(operator.baseName === "in" && isLiteral)) {
    return left.kind === "fact" ? left : null;
  }
  return operator.quantifier === "everyValue" && right.kind === "fact" ? right : null;
}

function leafOf(left: Operand, operator: LeafOperator, value: Scalar, shape: ScalarShape): Leaf {
  const right: Operand = { kind: "constant", value, shape };
  return { kind: "leaf", path: "", left, operator, right, annotations: {} };
}

function operatorNamed(name: string): LeafOperator {
  const operator = readOperator(name);
  if (operator === null) throw new TypeError(`no operator: ${name}`);
  return operator;
}

function someOf(shape: ScalarShape): Scalar {
  switch (shape.type) {
    case "boolean":
      return true;
    case "date":
      return "2000-01-01";
    case "code":
      return Object.keys(shape.codes)[0] ?? "";
    case "string":
      return "";
    default:
      return 0;
  }
}
