import { whenNeverMatters } from "../../pack/diagnostics/meaning/clauses.ts";
import {
  everybodyMeets,
  governsNobody,
  neverApplies,
  nobodyCanMeet,
} from "../../pack/diagnostics/meaning/requirements.ts";
import { allOf, anyOf } from "../solver/outcomes.ts";
import { ONLY_FALSE, ONLY_TRUE, type Truths } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import { culpritOf, type PartsOf, whole } from "./culprit.ts";
import type { Notes } from "./notes.ts";
import type { Placed } from "./placed.ts";
import type { OpenRules } from "./places.ts";
import { appliesIn, inScope, type PlacedPolicy, type PlacedRequirement } from "./policy.ts";
import { scopeBehind, settlingOf } from "./settling.ts";

/** What has been told of the requirements of a policy, so that no consequence of it is told too. */
export interface Verdicts {
  readonly governs: boolean;
  /** By the number of the requirement. */
  readonly requirements: readonly Verdict[];
}

/** `open`: it can be met and can be unmet; `unsettled`: whether it can be met is not known. */
export type Verdict = "nobody" | "everybody" | "never-applies" | "no-value" | "unsettled" | "open";

type Ask = Asker<PlacedPolicy>;

/** Requirements that nobody can meet, that everybody meets, and that never apply. */
export function judgeRequirements(ask: Ask, rules: OpenRules, notes: Notes): Verdicts {
  const { scope, requirements } = ask.first;
  const none = requirements.map((): Verdict => "no-value");
  if (ask.first.lacksValue) return { governs: true, requirements: none };
  if (scope !== null) {
    const governs = ask.can((policy) => [[{ node: inScope(policy), want: ONLY_TRUE }]]);
    if (governs === "unsettled") notes.leaveOpen(scope.place, "LYK903");
    if (governs === "never") {
      notes.tell(scope.place, governsNobody());
      return { governs: false, requirements: none };
    }
  }
  const verdicts = requirements.map((one, index) =>
    one.lacksValue ? "no-value" : judge(ask, index, one, rules, notes),
  );
  return { governs: true, requirements: verdicts };
}

function judge(
  ask: Ask,
  index: number,
  one: PlacedRequirement,
  rules: OpenRules,
  notes: Notes,
): Verdict {
  const { requirement, when, conditions } = one;
  const { id } = requirement;
  if (when !== null) {
    const applying = ask.can((policy) => [
      [
        { node: inScope(policy), want: ONLY_TRUE },
        { node: appliesIn(policy, index), want: ONLY_TRUE },
      ],
    ]);
    if (applying === "unsettled") notes.leaveOpen(when.place, "LYK903");
    if (applying === "never") {
      notes.tell(when.place, neverApplies(id, scopeBehind(ask, index, ONLY_TRUE, rules)));
      return "never-applies";
    }
    const spared = ask.can((policy) => [
      [
        { node: inScope(policy), want: ONLY_TRUE },
        { node: appliesIn(policy, index), want: ONLY_FALSE },
      ],
    ]);
    if (spared === "never") {
      notes.tell(when.place, whenNeverMatters(scopeBehind(ask, index, ONLY_FALSE, rules)));
    }
    if (spared === "unsettled") notes.leaveOpen(when.place, "LYK905");
  }
  const can = (want: Truths, partsOf: PartsOf, join: typeof allOf) =>
    ask.can((policy) => [
      [
        { node: inScope(policy), want: ONLY_TRUE },
        { node: appliesIn(policy, index), want: ONLY_TRUE },
        { node: join(partsOf(conditionsIn(policy, index))), want },
      ],
    ]);
  /** Whether a named condition is settled by itself, whatever surrounds it. */
  const alone = (want: Truths) => (partsOf: PartsOf) =>
    ask.can((policy) => [[{ node: allOf(partsOf(conditionsIn(policy, index))), want }]]) ===
    "never";
  const met = can(ONLY_TRUE, whole, allOf);
  if (met === "unsettled") {
    notes.leaveOpen(conditions.place, "LYK901");
    return "unsettled";
  }
  if (met === "never") {
    const settles = (parts: PartsOf) => can(ONLY_TRUE, parts, allOf) === "never";
    const culprit = culpritOf(conditions, "all", settles, alone(ONLY_TRUE));
    const against = settlingOf(ask, index, ONLY_TRUE, culprit.against, rules);
    const refusesAll = requirement.enforcement !== "advisory" && when === null;
    notes.tell(culprit.part.place, nobodyCanMeet(id, against, refusesAll));
    return "nobody";
  }
  const unmet = can(ONLY_FALSE, whole, allOf);
  if (unmet === "unsettled") notes.leaveOpen(conditions.place, "LYK902");
  if (unmet === "never") {
    const settles = (parts: PartsOf) => can(ONLY_FALSE, parts, anyOf) === "never";
    const culprit = culpritOf(conditions, "any", settles, alone(ONLY_FALSE));
    const because = settlingOf(ask, index, ONLY_FALSE, culprit.against, rules);
    notes.tell(culprit.part.place, everybodyMeets(id, because));
    return "everybody";
  }
  return "open";
}

function conditionsIn({ requirements }: PlacedPolicy, index: number): Placed | null {
  return requirements[index]?.conditions ?? null;
}
