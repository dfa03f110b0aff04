import type { Trace } from "../conditions/trace.ts";
import type { Operand } from "../conditions/tree.ts";
import { FALSE, TRUE } from "../conditions/truth.ts";
import type { DecisionTraces } from "../decision/traces.ts";
import type { FactPlace } from "./place.ts";

/**
 * Facts of which every remedy must change at least one, or null where nothing stands in the way.
 * Looking only at these keeps the search complete and small.
 */
export function blockersOf({ scope, requirements }: DecisionTraces): readonly FactPlace[] | null {
  if (scope !== null && scope.truth !== TRUE) return toTurn(scope);
  const unmet = requirements.find(
    ({ outcome, enforcement }) => outcome === "unmet" && enforcement === "required",
  );
  if (unmet === undefined) return null;
  const { when, conditions } = unmet;
  return when === null ? toTurn(conditions) : [...toTurn(conditions), ...toTurn(when)];
}

/** Facts of which at least one must change for the node to have another truth than it has. */
function toTurn(trace: Trace): readonly FactPlace[] {
  if (trace.kind === "absent-group") return [];
  if (trace.kind === "leaf") {
    return [trace.node.left, trace.node.right].flatMap((operand) => factIn(operand, trace));
  }
  if (trace.kind === "not") return trace.children.flatMap(toTurn);
  const conjunction = trace.kind === "all" || trace.kind === "every";
  const settling = conjunction ? FALSE : TRUE;
  if (trace.truth !== settling) {
    if (trace.truth === FALSE || trace.truth === TRUE) return trace.children.flatMap(toTurn);
    return trace.children.filter(({ truth }) => truth !== TRUE).flatMap(toTurn);
  }
  const first = trace.children.find(({ truth }) => truth === settling);
  return first === undefined ? [] : toTurn(first);
}

function factIn(operand: Operand, { item }: Extract<Trace, { kind: "leaf" }>): FactPlace[] {
  return operand.kind === "fact" ? [{ id: operand.id, item }] : [];
}
