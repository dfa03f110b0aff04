import { leavesOf } from "../../engine/conditions/tree.ts";
import { implied } from "../../pack/diagnostics/meaning/requirements.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import { named } from "./eligible.ts";
import type { Notes } from "./notes.ts";
import { below, type OpenRules } from "./places.ts";
import { inScope, type PlacedPolicy, type PlacedRequirement, passing } from "./policy.ts";
import type { Verdicts } from "./requirements.ts";

/** Requirements that everyone passes who passes another one. Of two that are alike, the later one. */
export function judgeImplied(
  ask: Asker<PlacedPolicy>,
  verdicts: Verdicts,
  rules: OpenRules,
  notes: Notes,
): void {
  const { requirements } = ask.first;
  const superfluous = new Set<number>();
  for (const index of requirements.keys()) {
    const one = requirements[requirements.length - 1 - index];
    const number = requirements.length - 1 - index;
    if (one === undefined || verdicts.requirements[number] !== "open") continue;
    for (const [other, by] of requirements.entries()) {
      const mayImply =
        other !== number && verdicts.requirements[other] === "open" && !superfluous.has(other);
      if (!mayImply || !isBindingAs(by, one) || !sharesFacts(by, one)) continue;
      const answer = ask.can((policy) => escapes(policy, other, number));
      if (answer === "unsettled") notes.leaveOpen(one.place, "LYK907");
      if (answer !== "never") continue;
      const { requirement, line } = named(by, rules);
      notes.tell(below(one.place, "id"), implied(one.requirement.id, requirement, line));
      superfluous.add(number);
      break;
    }
  }
}

/** Who passes the one and not the other. */
function escapes(policy: PlacedPolicy, by: number, number: number) {
  const [first, second] = [policy.requirements[by], policy.requirements[number]];
  if (first === undefined || second === undefined) return [];
  return [
    [
      { node: inScope(policy), want: ONLY_TRUE },
      { node: passing(first), want: ONLY_TRUE },
      { node: passing(second), want: ONLY_FALSE },
    ],
  ];
}

/** Whoever is eligible passes what is required, but not what is advised. */
function isBindingAs(by: PlacedRequirement, one: PlacedRequirement): boolean {
  return by.requirement.enforcement !== "advisory" || one.requirement.enforcement === "advisory";
}

function sharesFacts(first: PlacedRequirement, second: PlacedRequirement): boolean {
  const names = factsOf(first);
  return [...factsOf(second)].some((name) => names.has(name));
}

function factsOf({ when, conditions }: PlacedRequirement): ReadonlySet<string> {
  const trees = [when, conditions].flatMap((part) => part?.node ?? []);
  const operands = trees
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [leaf.left, leaf.right]);
  return new Set(operands.flatMap((operand) => (operand.kind === "constant" ? [] : [operand.id])));
}
