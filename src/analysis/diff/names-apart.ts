import type { Node, Operand } from "../../engine/conditions/tree.ts";
import type { Compiled, Program } from "../../engine/decision/program.ts";

/** No id holds it. */
const LATER = " (later)";

/** What a name is for the side whose values are its own. */
export function nameApart(name: string): string {
  return `${name}${LATER}`;
}

/**
 * A policy whose conditions read some computed facts by names of their own, so that the other policy
 * may compute another value for the same application. Only to ask a solver: nothing decides by it.
 */
export function withNamesApart(program: Program, ids: ReadonlySet<string>): Program {
  if (ids.size === 0) return program;
  const { scope, requirements, grants } = program;
  const compiled = (of: Compiled): Compiled => ({ ...of, tree: renamed(of.tree, ids) });
  return {
    ...program,
    scope: scope && compiled(scope),
    requirements: requirements.map((requirement) => ({
      ...requirement,
      when: requirement.when && compiled(requirement.when),
      conditions: compiled(requirement.conditions),
    })),
    grants: grants && withNamesApart(grants, ids),
  };
}

function renamed(node: Node, ids: ReadonlySet<string>): Node {
  switch (node.kind) {
    case "leaf":
      return { ...node, left: operandOf(node.left, ids), right: operandOf(node.right, ids) };
    case "not":
    case "every":
    case "some":
      return { ...node, node: renamed(node.node, ids) };
    default:
      return { ...node, nodes: node.nodes.map((child) => renamed(child, ids)) };
  }
}

function operandOf(operand: Operand, ids: ReadonlySet<string>): Operand {
  const isApart = operand.kind === "fact" && ids.has(operand.id);
  return isApart ? { ...operand, id: nameApart(operand.id) } : operand;
}
