import { parameterNamed } from "../../engine/conditions/references.ts";
import { leavesOf, namesOf } from "../../engine/conditions/tree.ts";
import { allTrees } from "../../engine/decision/program.ts";
import type { Service } from "../../engine/model/pack.ts";
import type { Citation } from "../../engine/model/policy.ts";
import { noValueYet, sourceExpired } from "../../pack/diagnostics/meaning/declarations.ts";
import { memberOf } from "../../pack/json/nodes.ts";
import type { Notes } from "./notes.ts";
import { cityOf, everythingIn, isLeaf } from "./placed.ts";
import { below, type JsonPlace, type OpenRules } from "./places.ts";
import type { PlacedPolicy } from "./policy.ts";
import type { LivingVersion } from "./versions.ts";

/** Sources that have expired, of requirements and of the parameters that a version reads. */
export function judgeSources(
  living: LivingVersion,
  policy: PlacedPolicy,
  rules: OpenRules,
  notes: Notes,
): void {
  const { service, file, from } = living;
  const check = (citations: readonly Citation[], owner: JsonPlace, policyFile: string) => {
    for (const [index, { source }] of citations.entries()) {
      const until = service.sources.get(source)?.until;
      if (until === undefined || from.slice(0, until.length) <= until) continue;
      notes.tell(
        below(owner, "sources", index, "source"),
        sourceExpired(source, until, policyFile),
      );
    }
  };
  for (const { requirement, place } of policy.requirements) {
    check(requirement.sources, place, file);
  }
  for (const id of parametersRead(policy)) {
    const parameter = service.parameters.get(id);
    if (parameter !== undefined)
      check(parameter.sources, placeOfParameter(service, id, rules), file);
  }
}

/** Parameters that have no value yet on the first day that matters. */
export function judgeValues(living: LivingVersion, policy: PlacedPolicy, notes: Notes): void {
  const { service, from } = living;
  const { scope, requirements } = policy;
  const parts = [scope, ...requirements.flatMap(({ when, conditions }) => [when, conditions])];
  for (const leaf of parts
    .flatMap((part) => (part === null ? [] : everythingIn(part)))
    .filter(isLeaf)) {
    for (const name of [leaf.node.left, leaf.node.right].flatMap(namesOf)) {
      const first = parameterNamed(name, service)?.values[0]?.from;
      if (first !== undefined && first > from)
        notes.tell(leaf.place, noValueYet(name, from, first));
    }
  }
}

/** The ids of the parameters that a policy's conditions read. */
export function parametersRead({ program }: PlacedPolicy): ReadonlySet<string> {
  const names = allTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [leaf.left, leaf.right])
    .flatMap(namesOf);
  return new Set(
    names.flatMap((name) =>
      name.startsWith("parameter.") ? [name.slice("parameter.".length)] : [],
    ),
  );
}

/** Where a parameter is declared: the city's own file goes before the national one. */
export function placeOfParameter(
  { id: service }: Pick<Service, "id">,
  id: string,
  rules: OpenRules,
): JsonPlace {
  const own = `${cityOf(service)}/parameters.json`;
  const declared = memberOf(rules.fileAt(own)?.root, "parameters");
  const file = memberOf(declared, id) === undefined ? "parameters.json" : own;
  return { file, path: ["parameters", id] };
}
