import { AS_OF } from "../conditions/references.ts";
import type { GroupedLeaf } from "../conditions/tree.ts";
import type { ComputedFact, ReadName } from "../model/compute.ts";

/** Of leaves those that read what is computed from a name, or from anything that is. */
export function leavesReading(
  leaves: readonly GroupedLeaf[],
  computed: readonly ComputedFact[],
  isMeant: (read: ReadName) => boolean,
): readonly GroupedLeaf[] {
  const found = new Set<string>();
  for (const { id, group, reads } of computed) {
    if (reads.some((read) => isMeant(read) || found.has(keyOf(read)))) {
      found.add(keyOf({ id, group }));
    }
  }
  return leaves.filter(({ leaf, group }) =>
    [leaf.left, leaf.right].some(
      (operand) => operand.kind === "fact" && found.has(keyOf({ id: operand.id, group })),
    ),
  );
}

export function readsTheDay({ id }: ReadName): boolean {
  return id === AS_OF;
}

function keyOf({ id, group }: ReadName): string {
  return `${group} ${id}`;
}
