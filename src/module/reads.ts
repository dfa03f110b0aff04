import { leavesOf } from "../engine/conditions/tree.ts";
import { allTrees, computedIn, type Program } from "../engine/decision/program.ts";
import type { ReadName } from "../engine/model/compute.ts";

/** The facts that policies read, and those of each group's items, in document order. */
export interface Reads {
  readonly facts: readonly string[];
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** What these policies read that somebody has to give; what is computed nobody gives. */
export function readsOf(programs: readonly Program[]): Reads {
  const facts = new Set<string>();
  const groups = new Map<string, Set<string>>();
  const itemsOf = (group: string): Set<string> => {
    const found = groups.get(group) ?? new Set();
    groups.set(group, found);
    return found;
  };
  for (const program of programs) {
    const { pack } = program;
    const add = ({ id, group }: ReadName): void => {
      if (pack.groups.has(id)) itemsOf(id);
      else if (pack.facts.get(id) !== undefined && pack.facts.get(id)?.compute === undefined) {
        (group === null ? facts : itemsOf(group)).add(id);
      }
    };
    for (const tree of allTrees(program)) {
      for (const { leaf, group } of leavesOf(tree)) {
        if (group !== null) itemsOf(group);
        for (const operand of [leaf.left, leaf.right]) {
          if (operand.kind === "count") itemsOf(operand.group);
          else if (operand.kind === "fact") add({ id: operand.id, group });
        }
      }
    }
    for (const { reads } of computedIn(program)) for (const read of reads) add(read);
  }
  return { facts: [...facts], groups: new Map([...groups].map(([id, ids]) => [id, [...ids]])) };
}
