import { namedTerms } from "../../engine/computing/compute.ts";
import { parameterNamed } from "../../engine/conditions/references.ts";
import { namesOf } from "../../engine/conditions/tree.ts";
import { itemsOf } from "../../engine/conditions/values.ts";
import type { Pack, Service } from "../../engine/model/pack.ts";
import { readOutsideGroup } from "../../pack/diagnostics/meaning/clauses.ts";
import type { Notes } from "./notes.ts";
import { isLeaf } from "./placed.ts";
import { everythingWritten, grantsWritten, type PlacedPolicy } from "./policy.ts";

/**
 * A fact of a group's items that a condition reads of the applicant. Many facts are both, so it is
 * told only where the service's own cases give it of items, and never of the applicant.
 */
export function judgeOutsideGroup(
  pack: Pack,
  service: Service,
  policy: PlacedPolicy,
  notes: Notes,
): void {
  for (const part of [...everythingWritten(policy), ...grantsWritten(policy)]) {
    if (!isLeaf(part) || part.group !== null) continue;
    const { left, right } = part.node;
    for (const fact of readOfApplicant(pack, service, [left, right].flatMap(namesOf))) {
      const group = onlyIn(pack, service, fact);
      if (group !== null) notes.tell(part.place, readOutsideGroup(fact, group));
    }
  }
}

/** The names, and what is computed from of the applicant behind them. A set that grows is walked to its end. */
function readOfApplicant(pack: Pack, service: Service, names: readonly string[]) {
  const all = new Set(names);
  for (const name of all) {
    const by = parameterNamed(name, service)?.by;
    if (by !== undefined) all.add(by);
    const compute = pack.facts.get(name)?.compute;
    for (const term of compute === undefined ? [] : namedTerms(compute)) {
      if (!("over" in term)) all.add(term.fact);
    }
  }
  return all;
}

/** The group of whose items alone the service's cases give a fact. */
function onlyIn({ groups }: Pack, { cases }: Service, fact: string): string | null {
  const having = [...groups].filter(([, group]) => group.facts.includes(fact));
  if (having.length === 0 || cases.some(({ facts }) => fact in facts)) return null;
  const found = having.find(([group]) =>
    cases.some(({ facts }) => itemsOf(facts, group)?.some((item) => item !== null && fact in item)),
  );
  return found?.[0] ?? null;
}
