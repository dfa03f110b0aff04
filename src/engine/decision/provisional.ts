import { isUnconfirmed } from "../conditions/compile.ts";
import { parameterNamed, parameterOn } from "../conditions/references.ts";
import { leavesOf, type Node, namesOf } from "../conditions/tree.ts";
import { FALSE, TRUE, type Truth } from "../conditions/truth.ts";
import type { Outcome, RequirementDecision, RequirementOutcome } from "../model/decision.ts";
import type { Provenance } from "../model/policy.ts";
import { isBlocked } from "./outcome.ts";
import type { Program } from "./program.ts";

/** What stands in for a requirement's id where the policy's scope decides. */
export const SCOPE = "scope";

/** Which parts of a policy rest on something that nobody has confirmed. */
export interface Unconfirmed {
  readonly scope: boolean;
  /** Places in the policy's list of requirements; advisory ones decide nothing. */
  readonly requirements: readonly number[];
}

/** Everything in a pilot or draft is unconfirmed; in an adopted policy what its provenance says. */
export function unconfirmedParts(program: Program): Unconfirmed {
  const pilot = program.version.policy.status !== "adopted";
  const rests = (trees: readonly Node[], provenance?: Provenance): boolean =>
    pilot || isUnconfirmed(provenance) || trees.some((tree) => restsOnUnconfirmed(program, tree));
  return {
    scope: program.scope !== null && rests([program.scope.tree]),
    requirements: program.requirements.flatMap(({ requirement, when, conditions }, index) => {
      if (requirement.enforcement === "advisory") return [];
      const trees = when === null ? [conditions.tree] : [when.tree, conditions.tree];
      return rests(trees, requirement.provenance) ? [index] : [];
    }),
  };
}

function restsOnUnconfirmed({ service, asOf, computed }: Program, tree: Node): boolean {
  const names = leavesOf(tree).flatMap(({ leaf }) => [leaf.left, leaf.right].flatMap(namesOf));
  for (const { id, reads } of computed.toReversed()) {
    if (names.includes(id)) names.push(...reads.map((read) => read.id));
  }
  return (
    annotatedUnconfirmed(tree) ||
    names.some((name) =>
      isUnconfirmed(parameterOn(parameterNamed(name, service), asOf)?.provenance),
    )
  );
}

function annotatedUnconfirmed(node: Node): boolean {
  if (isUnconfirmed(node.annotations.provenance)) return true;
  if (node.kind === "leaf") return false;
  return "nodes" in node ? node.nodes.some(annotatedUnconfirmed) : annotatedUnconfirmed(node.node);
}

/** The unconfirmed parts that decide this outcome, in the policy's order. */
export function provisionalIds(
  unconfirmed: Unconfirmed,
  scope: Truth,
  outcome: Outcome,
  requirements: readonly RequirementDecision[],
): readonly string[] {
  const ids: string[] = unconfirmed.scope && scope !== TRUE ? [SCOPE] : [];
  // With the scope unknown and a requirement unmet, only the scope is still open.
  const scopeDecides = scope === FALSE || (scope !== TRUE && isBlocked(requirements));
  if (scopeDecides) return ids;
  const deciding = DECIDING[outcome];
  for (const index of unconfirmed.requirements) {
    const requirement = requirements[index];
    if (requirement === undefined) continue;
    if (deciding === null || requirement.outcome === deciding) ids.push(requirement.id);
  }
  return ids;
}

/** What the requirements that bring an outcome about come to; `null`: all of them do. */
const DECIDING: Readonly<Record<Outcome, RequirementOutcome | null>> = {
  ineligible: "unmet",
  undetermined: "unknown",
  eligible: null,
  "out-of-scope": null,
};
