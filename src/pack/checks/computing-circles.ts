import type { Computation } from "../../engine/model/compute.ts";
import { computedInACircle } from "../diagnostics/computing.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import { lookUp } from "./declared.ts";

/** Tells each circle of computed facts once, at the first of its facts in the file. */
export function checkComputedCircles(
  { facts }: DeclaredCatalogue,
  tell: (id: string, finding: ReturnType<typeof computedInACircle>) => void,
): void {
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    const start = way.indexOf(id);
    if (start >= 0) {
      const circle = way.slice(start);
      tell(circle[0] ?? id, computedInACircle([...circle, id]));
      for (const member of circle) done.add(member);
      return;
    }
    const compute = lookUp(facts, id)?.compute;
    if (done.has(id) || compute === undefined) return;
    for (const name of namesIn(compute)) visit(name, [...way, id]);
    done.add(id);
  };
  for (const id of facts.entries.keys()) visit(id, []);
}

/** Every name in a computation, in its parts too. */
export function namesIn({ of }: Computation): readonly string[] {
  return of.flatMap((term) =>
    typeof term === "number" ? [] : "operation" in term ? namesIn(term) : [term.fact],
  );
}
