import type { Trace } from "../conditions/trace.ts";
import { FALSE, TRUE } from "../conditions/truth.ts";
import { blocks } from "../decision/outcome.ts";
import type { DecisionTraces } from "../decision/traces.ts";
import type { FactPlace } from "./place.ts";

/**
 * Facts of which every remedy must change at least one, or null where nothing stands in the way.
 * Looking only at these keeps the search complete and small.
 */
export function blockersOf({ scope, requirements }: DecisionTraces): readonly FactPlace[] | null {
  if (scope !== null && scope.truth !== TRUE) return toTurn(scope);
  const blocking = requirements.find(blocks);
  return blocking ? [blocking.conditions, blocking.when].flatMap(toTurn) : null;
}

/** Facts of which at least one must change for the node to have another truth than it has. */
function toTurn(trace: Trace | null): readonly FactPlace[] {
  if (trace === null) return [];
  if (trace.kind === "leaf") {
    const { node, item } = trace;
    return [node.left, node.right].flatMap((operand) =>
      operand.kind === "fact" ? [{ id: operand.id, item }] : [],
    );
  }
  const settling = trace.kind === "all" || trace.kind === "every" ? FALSE : TRUE;
  const first = trace.children.find(({ truth }) => truth === settling);
  const one = trace.kind !== "not" && trace.truth === settling && first !== undefined;
  return one ? toTurn(first) : trace.children.flatMap(toTurn);
}
