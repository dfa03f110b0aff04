import type { Computation } from "../../engine/model/compute.ts";
import type { Vocabulary } from "./context.ts";
import { lookUp } from "./declared.ts";

/** Every name that a computation's own terms read, of the application or of the items they stand in. */
function ownNames({ of }: Computation): readonly string[] {
  return of.flatMap((term) => {
    if (typeof term === "number" || "over" in term) return [];
    return "operation" in term ? ownNames(term) : [term.fact];
  });
}

/** A fact, and where it is computed all that it is computed from. */
export function withAllBehind(
  id: string,
  vocabulary: Pick<Vocabulary, "catalogue" | "parameters">,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const name of behind(id, vocabulary)) withAllBehind(name, vocabulary, found);
  return found;
}

/** What a name is computed from by itself; nothing where it is given. */
function behind(
  id: string,
  { catalogue, parameters }: Pick<Vocabulary, "catalogue" | "parameters">,
): readonly string[] {
  if (id.startsWith(PARAMETER)) {
    const by = lookUp(parameters, id.slice(PARAMETER.length))?.by;
    return by === undefined ? [] : [by];
  }
  const compute = lookUp(catalogue.facts, id)?.compute;
  return compute === undefined ? [] : ownNames(compute);
}

const PARAMETER = "parameter.";
