import { parameterNamed } from "../../engine/conditions/references.ts";
import { type Node, namesOf } from "../../engine/conditions/tree.ts";
import type { Service } from "../../engine/model/pack.ts";
import type { Citation } from "../../engine/model/policy.ts";
import { withAllBehind } from "../../pack/adoptions/reads.ts";
import {
  noValueToTell,
  noValueYet,
  sourceExpired,
} from "../../pack/diagnostics/meaning/declarations.ts";
import { noValueToGrant } from "../../pack/diagnostics/meaning/grants.ts";
import { memberOf } from "../../pack/json/nodes.ts";
import type { Notes } from "./notes.ts";
import { cityOf, isLeaf } from "./placed.ts";
import { below, type JsonPlace, type OpenRules } from "./places.ts";
import { everythingWritten, grantsWritten, type PlacedPolicy } from "./policy.ts";
import { placeholdersIn, textsAt, type WrittenText } from "./texts.ts";
import { fileOf, type LivingVersion } from "./versions.ts";

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
  for (const [index, { sources }] of (living.version.policy.grants ?? []).entries()) {
    check(sources, { file, path: ["grants", index] }, file);
  }
  for (const id of parametersUsed(policy, rules)) {
    const parameter = service.parameters.get(id);
    if (parameter !== undefined)
      check(parameter.sources, placeOfParameter(service, id, rules), file);
  }
}

/** Parameters that have no value yet on the first day that matters. */
export function judgeValues(
  living: LivingVersion,
  policy: PlacedPolicy,
  rules: OpenRules,
  notes: Notes,
): void {
  const { service, from } = living;
  const firstDayOf = (name: string) => {
    const first = parameterNamed(name, service)?.values[0]?.from;
    return first !== undefined && first > from ? first : null;
  };
  for (const leaf of everythingWritten(policy).filter(isLeaf)) {
    for (const name of withOperands(namesRead(leaf.node), policy)) {
      const first = firstDayOf(name);
      if (first !== null) notes.tell(leaf.place, noValueYet(name, from, first));
    }
  }
  for (const { place, names } of readToGrant(policy)) {
    for (const name of withOperands(names, policy)) {
      const first = firstDayOf(name);
      if (first !== null) notes.tell(place, noValueToGrant(name, from, first));
    }
  }
  const grants = readToGrant(policy).flatMap(({ names }) => names);
  const written = [...everythingWritten(policy).flatMap(({ node }) => namesRead(node)), ...grants];
  const read = withOperands(written, policy);
  for (const text of textsOf(policy, rules)) {
    for (const name of placeholdersIn(text)) {
      const first = read.has(name) ? null : firstDayOf(name);
      if (first !== null) notes.tell(text.place, noValueToTell(name, from, first));
    }
  }
}

/** The ids of the parameters that a policy's conditions read, or that its texts tell. */
export function parametersUsed(policy: PlacedPolicy, rules: OpenRules): ReadonlySet<string> {
  const names = [
    ...everythingWritten(policy).flatMap(({ node }) => namesRead(node)),
    ...textsOf(policy, rules).flatMap((text) => [...placeholdersIn(text)]),
    ...readToGrant(policy).flatMap(({ names }) => names),
  ];
  return new Set(
    [...withOperands(names, policy)].flatMap((name) =>
      name.startsWith("parameter.") ? [name.slice("parameter.".length)] : [],
    ),
  );
}

/** Names, and all that is read where they are computed. */
function withOperands(
  names: readonly string[],
  { program: { pack, service } }: PlacedPolicy,
): ReadonlySet<string> {
  return withAllBehind(new Set(names), pack, service);
}

/** What each amount of a grant, and each leaf of its conditions, reads. */
function readToGrant(
  policy: PlacedPolicy,
): readonly { readonly place: JsonPlace; readonly names: readonly string[] }[] {
  const leaves = grantsWritten(policy).filter(isLeaf);
  return [
    ...policy.grants.flatMap(({ grant: { amount }, place }) =>
      typeof amount === "object" ? [{ place: below(place, "amount"), names: [amount.fact] }] : [],
    ),
    ...leaves.map(({ place, node }) => ({ place, names: namesRead(node) })),
  ];
}

/** What a leaf by itself reads. */
function namesRead(node: Node): readonly string[] {
  return node.kind === "leaf" ? [node.left, node.right].flatMap(namesOf) : [];
}

/** The texts of a policy and of the shared conditions that it refers to. */
function textsOf(policy: PlacedPolicy, rules: OpenRules): readonly WrittenText[] {
  const { service, version } = policy.program;
  const all = [...everythingWritten(policy), ...grantsWritten(policy)];
  const named = all.flatMap((part) => part.named?.place ?? []);
  const own: JsonPlace = { file: fileOf(service, version), path: [] };
  return [own, ...named].flatMap((place) => textsAt(rules, place));
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
