import { parameterNamed, parameterOn } from "../conditions/references.ts";
import { leavesOf, namesOf } from "../conditions/tree.ts";
import type { Service } from "../model/pack.ts";
import type { Condition } from "../model/policy.ts";
import { placeholdersIn } from "../model/text.ts";
import { canonicalJson } from "../values/canonical.ts";
import { allTrees, computedIn, type Program } from "./program.ts";

/**
 * Names a policy by its content: SHA-256 over the RFC 8785 form of the policy without `$schema`
 * and `note`, its named conditions written out, with the parameters it reads, each with its
 * one value of the day, and the catalogue and source entries it uses; also those that only its
 * texts tell.
 */
export function digestOf(program: Program): string {
  return `sha256:${program.pack.sha256(canonicalJson(canonicalPolicy(program)))}`;
}

/** What {@link digestOf} hashes: all that it takes to decide, and to tell, the same again on that day. */
export function canonicalPolicy(program: Program): object {
  const { pack, service, version, asOf } = program;
  const { scope, requirements, grants } = version.policy;
  const policy = {
    ...hashed(version.policy),
    scope: scope && inlined(scope, service),
    requirements: requirements.map((requirement) => ({
      ...hashed(requirement),
      when: requirement.when && inlined(requirement.when, service),
      conditions: inlined(requirement.conditions, service),
    })),
    grants: grants?.map((grant) => ({
      ...hashed(grant),
      conditions: grant.conditions && inlined(grant.conditions, service),
    })),
  };
  const names = [...namesIn(program), ...placeholdersIn(policy)];
  const cited = [...requirements, ...(grants ?? [])].flatMap(({ sources }) =>
    sources.map(({ source }) => source),
  );
  const parameters = names.map((name) => {
    const parameter = parameterNamed(name, service);
    return [
      name,
      parameter && { ...hashed(parameter), values: hashed(parameterOn(parameter, asOf)) },
    ];
  });
  return {
    policy,
    parameters: Object.fromEntries(parameters),
    facts: entriesOf(pack.facts, names),
    groups: entriesOf(pack.groups, names),
    sources: entriesOf(service.sources, cited),
  };
}

/** Words between staff change nothing that a policy says. */
function hashed(record: object | null): object {
  return { ...record, $schema: undefined, note: undefined };
}

/** Every fact, group and parameter that the policy's conditions read. */
function namesIn(program: Program): readonly string[] {
  const read = allTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf, group }) => [group ?? [], namesOf(leaf.left), namesOf(leaf.right)].flat());
  const computed = computedIn(program)
    .flatMap(({ reads }) => reads)
    .flatMap(({ id, group }) => [group ?? [], id].flat());
  return [...read, ...computed];
}

function inlined(condition: Condition, service: Service): object {
  const again = (child: Condition): object => inlined(child, service);
  const written = hashed(condition);
  if ("condition" in condition) {
    const named = service.conditions.get(condition.condition);
    return { ...written, condition: named === undefined ? null : again(named) };
  }
  if ("all" in condition) return { ...written, all: condition.all.map(again) };
  if ("any" in condition) return { ...written, any: condition.any.map(again) };
  if ("not" in condition) return { ...written, not: again(condition.not) };
  if ("conditions" in condition) return { ...written, conditions: again(condition.conditions) };
  return written;
}

function entriesOf(entries: ReadonlyMap<string, object>, names: readonly string[]): object {
  return Object.fromEntries(
    names.map((name) => {
      const entry = entries.get(name);
      return [name, entry && hashed(entry)];
    }),
  );
}
