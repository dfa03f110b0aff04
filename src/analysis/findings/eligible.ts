import { nobodyEligible } from "../../pack/diagnostics/meaning/requirements.ts";
import { ONLY_TRUE } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import type { Notes } from "./notes.ts";
import { below, type OpenRules } from "./places.ts";
import {
  inScope,
  type PlacedPolicy,
  type PlacedRequirement,
  passing,
  requiredIn,
} from "./policy.ts";
import type { Verdicts } from "./requirements.ts";

/** A policy whose requirements can't be met together, though each can be met. */
export function judgeEligibility(
  ask: Asker<PlacedPolicy>,
  verdicts: Verdicts,
  rules: OpenRules,
  notes: Notes,
): void {
  if (!verdicts.governs || isSettled(ask.first, verdicts)) return;
  const required = requiredIn(ask.first);
  const numbers = required.map((_, index) => index);
  const together = (indexes: readonly number[]) =>
    ask.can((policy) => {
      const parts = requiredIn(policy);
      const chosen = indexes.flatMap((index) => parts[index] ?? []);
      return [
        [
          { node: inScope(policy), want: ONLY_TRUE },
          ...chosen.map((one) => ({ node: passing(one), want: ONLY_TRUE })),
        ],
      ];
    });
  const [first] = required;
  if (first === undefined) return;
  const list = below({ file: first.place.file, path: [] }, "requirements");
  const answer = together(numbers);
  if (answer === "unsettled") notes.leaveOpen(list, "LYK904");
  if (answer !== "never") return;
  for (const [second, later] of required.entries()) {
    for (const [index, earlier] of required.slice(0, second).entries()) {
      if (together([index, second]) !== "never") continue;
      notes.tell(later.conditions.place, nobodyEligible(named(earlier, rules)));
      return;
    }
  }
  notes.tell(list, nobodyEligible(null));
}

/** Nobody can be eligible, or nobody knows, for a reason that has been told. */
function isSettled({ requirements }: PlacedPolicy, verdicts: Verdicts): boolean {
  return requirements.some(({ requirement, when }, index) => {
    const verdict = verdicts.requirements[index];
    if (requirement.enforcement === "advisory") return false;
    if (verdict === "no-value" || verdict === "unsettled") return true;
    return verdict === "nobody" && when === null;
  });
}

/** A requirement as another finding names it. */
export function named({ requirement, place }: PlacedRequirement, rules: OpenRules) {
  return { requirement: requirement.id, line: rules.lineOf(below(place, "id")) };
}
