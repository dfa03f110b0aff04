import { namedTerms } from "../../engine/computing/compute.ts";
import {
  isFactReference,
  parameterNamed,
  readReference,
} from "../../engine/conditions/references.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import type { Condition, LeafCondition, Policy } from "../../engine/model/policy.ts";

/** What a policy rests on, by id, as its conditions read it or its texts tell it. */
export interface PolicyReads {
  readonly conditions: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Cited by requirements, or by the parameters. */
  readonly sources: ReadonlySet<string>;
}

export function readsOf(
  pack: Pick<Pack, "facts" | "groups">,
  service: Service,
  policy: Policy,
): PolicyReads {
  const conditions = new Set<string>();
  const names = new Set<string>(placeholdersIn(policy));
  const visit = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if ("condition" in condition) {
      if (conditions.has(condition.condition)) return;
      conditions.add(condition.condition);
      const named = service.conditions.get(condition.condition);
      for (const name of placeholdersIn(named)) names.add(name);
      visit(named);
    } else if ("all" in condition) condition.all.forEach(visit);
    else if ("any" in condition) condition.any.forEach(visit);
    else if ("not" in condition) visit(condition.not);
    else if ("conditions" in condition) {
      names.add("every" in condition ? condition.every : condition.some);
      visit(condition.conditions);
    } else for (const name of namesOfLeaf(condition)) names.add(name);
  };
  visit(policy.scope);
  for (const requirement of policy.requirements) {
    visit(requirement.when);
    visit(requirement.conditions);
  }
  for (const { conditions: given, amount } of policy.grants ?? []) {
    visit(given);
    if (typeof amount === "object") names.add(amount.fact);
  }
  return {
    conditions,
    ...sorted(withAllBehind(names, pack, service), pack.groups, service, policy),
  };
}

function namesOfLeaf({ fact, params, value }: LeafCondition): readonly string[] {
  const moved = isFactReference(value) ? [value.params, params] : [params];
  const durations = moved.flatMap((one) => [one?.plus, one?.minus]);
  return [
    fact,
    ...(isFactReference(value) ? [value.fact] : []),
    ...durations.flatMap((duration) => (typeof duration === "object" ? [duration.fact] : [])),
  ];
}

/** The names, and all that what is computed among them is computed from. A set that grows is walked to its end. */
export function withAllBehind(
  names: ReadonlySet<string>,
  { facts }: Pick<Pack, "facts">,
  service: Service,
): ReadonlySet<string> {
  const all = new Set(names);
  for (const name of all) {
    const by = parameterNamed(name, service)?.by;
    if (by !== undefined) all.add(by);
    const compute = facts.get(name)?.compute;
    for (const term of compute === undefined ? [] : namedTerms(compute)) {
      all.add(term.fact);
      if ("over" in term) all.add(term.over);
    }
  }
  return all;
}

function sorted(
  names: ReadonlySet<string>,
  groups: Pack["groups"],
  service: Service,
  { requirements, grants = [] }: Policy,
): Omit<PolicyReads, "conditions"> {
  const reads = {
    facts: new Set<string>(),
    groups: new Set<string>(),
    parameters: new Set<string>(),
  };
  for (const name of names) {
    const reference = readReference(name, groups);
    if (reference.kind === "parameter") reads.parameters.add(reference.id);
    else if (reference.kind === "count") reads.groups.add(reference.group);
    else if (groups.has(name)) reads.groups.add(name);
    else if (reference.kind === "fact") reads.facts.add(reference.id);
  }
  const cited = [
    ...[...requirements, ...grants].flatMap(({ sources }) => sources),
    ...[...reads.parameters].flatMap((id) => service.parameters.get(id)?.sources ?? []),
  ];
  return { ...reads, sources: new Set(cited.map(({ source }) => source)) };
}

/** What texts tell, such as an amount: a sentence that changes with it is another sentence. */
function placeholdersIn(document: object | undefined): readonly string[] {
  return document === undefined
    ? []
    : (JSON.stringify(document).match(/(?<=\{)[\w.]+(?=\})/g) ?? []);
}
