import { leavesOf, type Node, type Operand } from "../../engine/conditions/tree.ts";
import {
  allTrees,
  computedIn,
  decidingTrees,
  type Program,
} from "../../engine/decision/program.ts";

/** What a policy reads of one group's items. */
export interface GroupReads {
  readonly facts: readonly string[];
  /** Whether any of these facts comes from a registry. */
  readonly registry: boolean;
}

/** The facts that a policy reads, in document order. */
export interface PolicyReads {
  readonly facts: readonly string[];
  /** Ids such as `drivers.count`. */
  readonly counts: readonly string[];
  readonly groups: ReadonlyMap<string, GroupReads>;
  /** Whether the outcome may hang on what a registry says about the applicant. */
  readonly decidesOnApplicant: boolean;
}

export function readsOf(program: Program): PolicyReads {
  const { facts, counts, groups } = collected(allTrees(program), program);
  const isFromRegistry = (id: string) =>
    program.pack.facts.get(id)?.source.startsWith("registry:") ?? false;
  return {
    facts: [...facts],
    counts: [...counts],
    groups: new Map(
      [...groups].map(([group, ids]) => [
        group,
        { facts: [...ids], registry: [...ids].some(isFromRegistry) },
      ]),
    ),
    decidesOnApplicant: [...collected(decidingTrees(program), program).facts].some(isFromRegistry),
  };
}

interface Collected {
  readonly facts: Set<string>;
  readonly counts: Set<string>;
  readonly groups: Map<string, Set<string>>;
}

function collected(trees: readonly Node[], program: Program): Collected {
  const found: Collected = { facts: new Set(), counts: new Set(), groups: new Map() };
  for (const tree of trees) {
    for (const { leaf, group } of leavesOf(tree)) {
      for (const operand of [leaf.left, leaf.right]) collect(operand, group, found);
    }
  }
  replaceComputed(found, program);
  return found;
}

/** What is computed nobody gives: what it is computed from stands in its place. */
function replaceComputed(found: Collected, program: Program): void {
  const { pack } = program;
  const computed = computedIn(program);
  for (const { id, group, reads } of computed.toReversed()) {
    const own = group === null ? found.facts : groupIn(found, group);
    if (!own.delete(id)) continue;
    for (const read of reads) {
      if (pack.groups.has(read.id)) groupIn(found, read.id);
      // A table of parameters is read by a fact, which takes its place in its turn.
      else if (pack.facts.has(read.id) || computed.some((one) => one.id === read.id)) {
        (read.group === null ? found.facts : groupIn(found, read.group)).add(read.id);
      }
    }
  }
}

function collect(operand: Operand, group: string | null, found: Collected): void {
  if (operand.kind === "count") {
    found.counts.add(operand.id);
    groupIn(found, operand.group);
  } else if (group !== null) {
    const ids = groupIn(found, group);
    if (operand.kind === "fact") ids.add(operand.id);
  } else if (operand.kind === "fact") {
    found.facts.add(operand.id);
  }
}

function groupIn({ groups }: Collected, group: string): Set<string> {
  const ids = groups.get(group) ?? new Set();
  groups.set(group, ids);
  return ids;
}
