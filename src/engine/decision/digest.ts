import { parameterOn } from "../conditions/compile.ts";
import { isFactReference, readReference } from "../conditions/references.ts";
import type { Fact, Group } from "../model/catalogue.ts";
import type { Pack, PolicyVersion, Service } from "../model/pack.ts";
import type { Condition, LeafCondition } from "../model/policy.ts";
import { canonicalJson, type Json, toJson, toJsonObject } from "../values/canonical.ts";

/** What a digest is about; a compiled policy is one. */
export interface PolicyOnDay {
  readonly pack: Pack;
  readonly service: Service;
  readonly version: PolicyVersion;
  readonly asOf: string;
}

/**
 * Names a policy by its content: SHA-256 over the RFC 8785 form of the policy without `$schema`
 * and `note`, its named conditions written out, with the parameters it reads at their value on
 * the day and the catalogue and source entries it uses.
 */
export function digestOf(program: PolicyOnDay): string {
  return `sha256:${program.pack.sha256(canonicalJson(canonicalPolicy(program)))}`;
}

/** What {@link digestOf} hashes, as plain JSON. */
export function canonicalPolicy({ pack, service, version, asOf }: PolicyOnDay): Json {
  const used: Used = { facts: new Map(), groups: new Map(), parameters: new Map() };
  const inline = (condition: Condition): Json =>
    inlined(condition, service, (id) => use(id, used, pack, service, asOf));
  const { scope, requirements } = version.policy;
  const policy: Json = {
    ...toJsonObject(version.policy, NOT_HASHED),
    ...(scope && { scope: inline(scope) }),
    requirements: requirements.map((requirement) => ({
      ...toJsonObject(requirement, NOT_HASHED),
      ...(requirement.when && { when: inline(requirement.when) }),
      conditions: inline(requirement.conditions),
    })),
  };
  const cited = requirements.flatMap(({ sources }) => sources.map(({ source }) => source));
  return {
    policy,
    parameters: Object.fromEntries(used.parameters),
    facts: entriesOf(used.facts),
    groups: entriesOf(used.groups),
    sources: entriesOf([...service.sources].filter(([id]) => cited.includes(id))),
  };
}

/** Words between staff change nothing that a policy says. */
const NOT_HASHED = ["$schema", "note"];

interface Used {
  readonly facts: Map<string, Fact>;
  readonly groups: Map<string, Group>;
  readonly parameters: Map<string, Json>;
}

function use(id: string, used: Used, pack: Pack, service: Service, asOf: string): void {
  const reference = readReference(id, pack.groups);
  if (reference.kind === "parameter") {
    const parameter = service.parameters.get(reference.id);
    const value = parameter === undefined ? null : parameterOn(parameter, asOf);
    used.parameters.set(reference.id, toJson(value?.value ?? null));
  } else if (reference.kind !== "asOf") {
    const name = reference.kind === "fact" ? reference.id : reference.group;
    const fact = pack.facts.get(name);
    if (fact !== undefined) used.facts.set(name, fact);
    const group = pack.groups.get(name);
    if (group !== undefined) used.groups.set(name, group);
  }
}

function inlined(condition: Condition, service: Service, onUse: (id: string) => void): Json {
  const again = (child: Condition): Json => inlined(child, service, onUse);
  const written = toJsonObject(condition, NOT_HASHED);
  if ("condition" in condition) {
    const named = service.conditions.get(condition.condition);
    return { ...written, condition: named === undefined ? null : again(named) };
  }
  if ("all" in condition) return { ...written, all: condition.all.map(again) };
  if ("any" in condition) return { ...written, any: condition.any.map(again) };
  if ("not" in condition) return { ...written, not: again(condition.not) };
  if ("every" in condition || "some" in condition) {
    onUse("every" in condition ? condition.every : condition.some);
    return { ...written, conditions: again(condition.conditions) };
  }
  for (const id of referencesOf(condition)) onUse(id);
  return written;
}

/** Every fact, parameter and `asOf` that a leaf reads, durations among them. */
function referencesOf({ fact, params, value }: LeafCondition): readonly string[] {
  const reference = isFactReference(value) ? value : undefined;
  const durations = [params, reference?.params].flatMap((shift) => [shift?.plus, shift?.minus]);
  const read = durations.flatMap((duration) =>
    typeof duration === "object" ? [duration.fact] : [],
  );
  return [fact, ...(reference === undefined ? [] : [reference.fact]), ...read];
}

function entriesOf(entries: Iterable<readonly [string, object]>): Json {
  return Object.fromEntries(
    [...entries].map(([id, entry]) => [id, toJsonObject(entry, NOT_HASHED)]),
  );
}
