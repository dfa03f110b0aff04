import type { Node } from "../../engine/conditions/tree.ts";
import type { CompiledRequirement, Program } from "../../engine/decision/program.ts";
import type { Goal } from "../solver/goal.ts";
import { passes, requiredOf, scopeOf } from "../solver/outcomes.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";

/** One demand of a requirement that can fail while its others hold. */
export interface Clause {
  readonly requirement: CompiledRequirement;
  readonly node: Node;
  /** The requirement's other demands. */
  readonly others: readonly Node[];
}

/** Every demand of every requirement that decides. */
export function clausesOf(program: Program): readonly Clause[] {
  return requiredOf(program).flatMap((requirement) => {
    const demands = demandsOf(requirement.conditions.tree);
    return demands.map((node) => ({
      requirement,
      node,
      others: demands.filter((other) => other !== node),
    }));
  });
}

function demandsOf(node: Node): readonly Node[] {
  return node.kind === "all" ? node.nodes.flatMap(demandsOf) : [node];
}

/** Refused for this clause, whatever else stands in the way. */
export function refusedFor(program: Program, { requirement, node }: Clause): readonly Goal[] {
  return [
    { node: scopeOf(program), want: ONLY_TRUE },
    ...(requirement.when === null ? [] : [{ node: requirement.when.tree, want: ONLY_TRUE }]),
    { node, want: ONLY_FALSE },
  ];
}

/** Refused for this clause, and for nothing else. */
export function refusedOnlyFor(program: Program, clause: Clause): readonly Goal[] {
  const others = requiredOf(program).filter((other) => other !== clause.requirement);
  return [
    ...refusedFor(program, clause),
    ...[...clause.others, ...others.map(passes)].map((node) => ({ node, want: ONLY_TRUE })),
  ];
}
