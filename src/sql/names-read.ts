import { readReference } from "../engine/conditions/references.ts";
import { leavesOf } from "../engine/conditions/tree.ts";
import { allTrees, computedIn, type Program } from "../engine/decision/program.ts";
import type { ComputedFact, ReadName } from "../engine/model/compute.ts";

/** Every name that the conditions and computations of a statement read, where they read it. */
export function namesRead(program: Program): readonly ReadName[] {
  const { groups } = program.pack;
  const ofComputations = computedFor(program).flatMap(({ reads }) =>
    reads.flatMap((read): readonly ReadName[] => {
      const reference = readReference(read.id, groups);
      return reference.kind === "count" ? [{ id: reference.group, group: null }] : [read];
    }),
  );
  return [...namesOfLeaves(program), ...ofComputations];
}

/**
 * What a statement computes: all that conditions read, and what texts tell of the application. Each
 * stands after what it is computed from.
 */
export function computedFor(program: Program): readonly ComputedFact[] {
  const { pack, service, asOf } = program;
  const told = computedIn(program).flatMap(({ id, group }) =>
    group === null ? [{ id, group }] : [],
  );
  return pack.computing.facts([...namesOfLeaves(program), ...told], { pack, service, asOf });
}

function namesOfLeaves(program: Program): readonly ReadName[] {
  return allTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf, group }): readonly ReadName[] => [
      ...(group === null ? [] : [{ id: group, group: null }]),
      ...[leaf.left, leaf.right].flatMap((operand): readonly ReadName[] => {
        if (operand.kind === "fact") return [{ id: operand.id, group }];
        return operand.kind === "count" ? [{ id: operand.group, group: null }] : [];
      }),
    ]);
}
