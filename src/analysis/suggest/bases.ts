import { leavesOf, type Operand } from "../../engine/conditions/tree.ts";
import type { PreparedPolicy } from "../../engine/decision/prepare.ts";
import { allTrees, computedIn, type Program } from "../../engine/decision/program.ts";
import { LayakError } from "../../engine/errors.ts";
import type { Facts } from "../../engine/model/catalogue.ts";
import type { Outcome } from "../../engine/model/decision.ts";
import type { Case } from "../../engine/model/pack.ts";

/** The facts of a case that a suggestion may start from. */
export interface Base {
  /** The name of the case. */
  readonly name: string;
  readonly facts: Facts;
  /** As the policy decides it on the day of the suggestion. */
  readonly outcome: Outcome;
}

/** Cases tried for one suggestion. */
const MOST_BASES = 40;

/**
 * What suggestions start from: the cases of the version, then those that other versions decide, of
 * these only the facts that the policy reads; whoever is eligible first.
 */
export function basesOf(
  prepared: PreparedPolicy,
  own: readonly Case[],
  others: readonly Case[],
): readonly Base[] {
  const read = factsReadBy(prepared.program);
  const readOnly = ({ name, facts }: Case) => ({
    name,
    facts: Object.fromEntries(Object.entries(facts).filter(([id]) => read.has(id))),
  });
  const found = new Map<string, Base>();
  for (const { name, facts } of [...own, ...others.map(readOnly)]) {
    const key = JSON.stringify(facts);
    const base = found.has(key) ? null : baseOf(prepared, name, facts);
    if (base !== null) found.set(key, base);
  }
  const isEligible = ({ outcome }: Base) => (outcome === "eligible" ? 0 : 1);
  return [...found.values()]
    .toSorted((first, second) => isEligible(first) - isEligible(second))
    .slice(0, MOST_BASES);
}

/** Null where the facts, which are checked, cannot be decided: a date leaves the calendar. */
export function baseOf({ outcome }: PreparedPolicy, name: string, facts: Facts): Base | null {
  try {
    return { name, facts, outcome: outcome(facts).outcome };
  } catch (error) {
    if (error instanceof LayakError) return null;
    throw error;
  }
}

function factsReadBy(program: Program): ReadonlySet<string> {
  const leaves = allTrees(program).flatMap((tree) => leavesOf(tree));
  const behind = computedIn(program).flatMap(({ reads }) => reads);
  return new Set([
    ...leaves.flatMap(({ leaf, group }) => [
      ...(group === null ? [] : [group]),
      ...[leaf.left, leaf.right].flatMap(placeOf),
    ]),
    ...behind.map(({ id, group }) => group ?? id),
  ]);
}

function placeOf(operand: Operand): readonly string[] {
  if (operand.kind === "constant") return [];
  return [operand.kind === "count" ? operand.group : operand.id];
}
