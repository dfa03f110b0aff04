import type { Node } from "../../engine/conditions/tree.ts";
import type { Placed } from "./placed.ts";

/** Picks parts of conditions; on another day the same ones of that day. */
export type PartsOf = (conditions: Placed | null) => readonly Node[];

/** The conditions themselves. */
export const whole: PartsOf = (conditions) => (conditions === null ? [] : [conditions.node]);

export interface Culprit {
  readonly part: Placed;
  /** The part that it does not go together with; null where it is to blame alone. */
  readonly against: Placed | null;
}

/** The part, or the two parts, of nested junctions that settle the whole by themselves. */
export function culpritOf(
  root: Placed,
  kind: "all" | "any",
  settles: (partsOf: PartsOf) => boolean,
  settlesAlone: (partsOf: PartsOf) => boolean,
): Culprit {
  let part = root;
  let path: readonly number[] = [];
  for (;;) {
    const here = path;
    if (part.named !== null && settlesAlone(at([here]))) part = part.named;
    if (part.named !== null || part.node.kind !== kind) return { part, against: null };
    const single = part.children.findIndex((_, index) => settles(at([[...here, index]])));
    const next = part.children[single];
    if (next === undefined) break;
    part = next;
    path = [...here, single];
  }
  for (const [second, later] of part.children.entries()) {
    for (const [first, earlier] of part.children.slice(0, second).entries()) {
      if (
        settles(
          at([
            [...path, first],
            [...path, second],
          ]),
        )
      )
        return { part: later, against: earlier };
    }
  }
  return { part, against: null };
}

function at(paths: readonly (readonly number[])[]): PartsOf {
  return (conditions) =>
    paths.flatMap((path) => {
      let part: Placed | undefined = conditions ?? undefined;
      for (const index of path) part = part?.children[index];
      return part === undefined ? [] : [part.node];
    });
}
