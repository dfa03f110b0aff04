import { AS_OF, parameterNamed, parameterOn } from "../../engine/conditions/references.ts";
import { leavesOf, type Node } from "../../engine/conditions/tree.ts";
import { computedIn, decidingTrees, type Program } from "../../engine/decision/program.ts";

/** What conditions read that is computed or told by a table, which no application can hold. */
function computedRead(program: Program, trees: readonly Node[]): ReadonlySet<string> {
  const computed = new Set(computedIn(program).map(({ id }) => id));
  const read = trees
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [leaf.left, leaf.right])
    .flatMap((operand) => (operand.kind === "fact" ? operand.id : []));
  return new Set(read.filter((id) => computed.has(id)));
}

/** Which conditions of a policy are meant: those that decide, unless it is said. */
type TreesOf = (program: Program) => readonly Node[];

/** Whether a policy decides by anything that is computed. */
export function computes(program: Program, treesOf: TreesOf = decidingTrees): boolean {
  return computedRead(program, treesOf(program)).size > 0;
}

/** The computed facts by which two policies decide and that may come to two values for the same facts. */
export function computedApart(
  one: Program,
  other: Program,
  treesOf: TreesOf = decidingTrees,
): ReadonlySet<string> {
  const read = computedRead(other, treesOf(other));
  const [own, others] = [sumsOf(one), sumsOf(other)];
  const both = [...computedRead(one, treesOf(one))].filter((id) => read.has(id));
  return new Set(both.filter((id) => own.get(id) !== others.get(id)));
}

/** What each computed fact comes to, but for the facts that are given: sums, tables, the day. */
function sumsOf(program: Program): ReadonlyMap<string, string> {
  const { pack, service, asOf } = program;
  const sums = new Map<string, string>();
  for (const { id, reads } of computedIn(program)) {
    const behind = [id, ...reads.map((read) => read.id)].map((name) => {
      const parameter = parameterNamed(name, service);
      const value = name === AS_OF ? asOf : parameterOn(parameter, asOf)?.value;
      return [name, value, parameter?.by, sums.get(name)];
    });
    sums.set(id, JSON.stringify([pack.facts.get(id)?.compute, behind]));
  }
  return sums;
}
