import type { Settling, Surrounding } from "../../pack/diagnostics/meaning/requirements.ts";
import type { Goal } from "../solver/goal.ts";
import { ONLY_TRUE, type Truths } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import type { Placed } from "./placed.ts";
import type { OpenRules } from "./places.ts";
import { appliesIn, inScope, type PlacedPolicy } from "./policy.ts";

/**
 * What keeps the conditions of a requirement from ever being `want`: another clause of it, the scope
 * or its own "when", without which they could be, or such a clause within one of these; null where
 * nothing beside them is to blame.
 */
export function settlingOf(
  ask: Asker<PlacedPolicy>,
  index: number,
  want: Truths,
  clause: Placed | null,
  rules: OpenRules,
): Settling | null {
  const around = settlingAround(ask, index, want, rules);
  if (clause === null) return around;
  const line = rules.lineOf(clause.place);
  return { kind: "clause", line, ...(around !== null && { within: around }) };
}

/** The scope or the "when" without which the conditions could be `want`; null where there is none. */
function settlingAround(
  ask: Asker<PlacedPolicy>,
  index: number,
  want: Truths,
  rules: OpenRules,
): Surrounding | null {
  const { scope, requirements } = ask.first;
  const when = requirements[index]?.when ?? null;
  const couldBe = (around: (policy: PlacedPolicy) => Goal) =>
    ask.can((policy) => {
      const conditions = policy.requirements[index]?.conditions;
      return conditions === undefined ? [] : [[around(policy), { node: conditions.node, want }]];
    }) === "possible";
  if (
    scope !== null &&
    couldBe((policy) => ({ node: appliesIn(policy, index), want: ONLY_TRUE }))
  ) {
    return { kind: "scope", line: rules.lineOf(scope.place) };
  }
  if (when !== null && couldBe((policy) => ({ node: inScope(policy), want: ONLY_TRUE }))) {
    return { kind: "when", line: rules.lineOf(when.place) };
  }
  return null;
}

/** The line of the scope, where a "when" could be `want` without it. */
export function scopeBehind(
  ask: Asker<PlacedPolicy>,
  index: number,
  want: Truths,
  rules: OpenRules,
): number | null {
  const { scope } = ask.first;
  if (scope === null) return null;
  const alone = ask.can((policy) => [[{ node: appliesIn(policy, index), want }]]);
  return alone === "possible" ? rules.lineOf(scope.place) : null;
}
