import { readReference } from "../../engine/conditions/references.ts";
import type { Computation } from "../../engine/model/compute.ts";
import type { Vocabulary } from "./context.ts";
import { lookUp } from "./declared.ts";

type Where = Pick<Vocabulary, "catalogue" | "parameters">;

/**
 * A fact, and where it is computed all that has to be there for it: facts, counts, and the groups
 * whose items are computed over. The day and parameters are there for everybody.
 */
export function withAllBehind(
  id: string,
  vocabulary: Where,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (found.has(id)) return found;
  const { kind } = readReference(id, vocabulary.catalogue.groups.entries);
  if (kind === "fact" || kind === "count") found.add(id);
  for (const name of behind(id, vocabulary)) withAllBehind(name, vocabulary, found);
  return found;
}

/** What a name is computed from by itself; nothing where it is given. */
function behind(id: string, { catalogue, parameters }: Where): readonly string[] {
  const reference = readReference(id, catalogue.groups.entries);
  if (reference.kind === "parameter") {
    const by = lookUp(parameters, reference.id)?.by;
    return by === undefined ? [] : [by];
  }
  const compute = lookUp(catalogue.facts, id)?.compute;
  return compute === undefined ? [] : ownNames(compute);
}

/** Every name that a computation's own terms read, of the application or of the items they stand in. */
function ownNames({ of }: Computation): readonly string[] {
  return of.flatMap((term) => {
    if (typeof term === "number") return [];
    if ("operation" in term) return ownNames(term);
    return "over" in term ? [term.over] : [term.fact];
  });
}

/** Whether Layak computes a fact: a group's items need it not in their list, only what it is computed from. */
export function isComputed(id: string, { facts }: Where["catalogue"]): boolean {
  return lookUp(facts, id)?.compute !== undefined;
}
