import { alwaysGiven, givenToNobody } from "../../pack/diagnostics/meaning/grants.ts";
import { allOf, anyOf } from "../solver/outcomes.ts";
import { ONLY_FALSE, ONLY_TRUE, type Truths } from "../solver/truths.ts";
import type { Asker } from "./asker.ts";
import { judgeClauses } from "./clauses.ts";
import { culpritOf, type PartsOf, whole } from "./culprit.ts";
import type { Notes } from "./notes.ts";
import type { OpenRules } from "./places.ts";
import { inScope, type PlacedGrant, type PlacedPolicy, passing, requiredIn } from "./policy.ts";

type Ask = Asker<PlacedPolicy>;

/**
 * Grants that nobody who is eligible is given, conditions that everybody who is eligible fulfils,
 * and clauses of them that never matter. `told`: places of leaves that were told already.
 */
export function judgeGrants(
  ask: Ask,
  told: ReadonlySet<string>,
  rules: OpenRules,
  notes: Notes,
): void {
  const someEligible = ask.can((policy) => [
    eligible(policy).map((node) => ({ node, want: ONLY_TRUE })),
  ]);
  // That nobody is eligible, or that nobody knows, has been told.
  if (someEligible !== "possible") return;
  for (const [index, grant] of ask.first.grants.entries()) {
    if (grant.conditions === null || grant.lacksValue) continue;
    if (!isOpen(ask, index, grant, grant.conditions, notes)) continue;
    const root = (policy: PlacedPolicy) => policy.grants[index]?.conditions ?? null;
    judgeClauses(ask, { root, context: eligible }, told, rules, notes);
  }
}

/** Whether some of those who are eligible are given it, and some are not. */
function isOpen(
  ask: Ask,
  index: number,
  { grant: { id } }: PlacedGrant,
  conditions: NonNullable<PlacedGrant["conditions"]>,
  notes: Notes,
): boolean {
  const asked = (want: Truths, partsOf: PartsOf, join: typeof allOf, around: typeof eligible) =>
    ask.can((policy) => {
      const own = policy.grants[index]?.conditions;
      if (own === undefined || own === null) return [];
      const given = around(policy).map((node) => ({ node, want: ONLY_TRUE }));
      return [[...given, { node: join(partsOf(own)), want }]];
    });
  const culprit = (kind: "all" | "any", want: Truths, join: typeof allOf) =>
    culpritOf(
      conditions,
      kind,
      (partsOf) => asked(want, partsOf, join, eligible) === "never",
      (partsOf) => asked(want, partsOf, allOf, () => []) === "never",
    ).part.place;
  const given = asked(ONLY_TRUE, whole, allOf, eligible);
  if (given === "unsettled") notes.leaveOpen(conditions.place, "LYK922");
  if (given === "never") {
    const byThemselves = asked(ONLY_TRUE, whole, allOf, () => []) === "never";
    notes.tell(culprit("all", ONLY_TRUE, allOf), givenToNobody(id, byThemselves));
  }
  if (given !== "possible") return false;
  const kept = asked(ONLY_FALSE, whole, allOf, eligible);
  if (kept === "unsettled") notes.leaveOpen(conditions.place, "LYK923");
  if (kept === "never") notes.tell(culprit("any", ONLY_FALSE, anyOf), alwaysGiven(id));
  return kept !== "never";
}

/** Holds of whoever is eligible. */
function eligible(policy: PlacedPolicy) {
  return [inScope(policy), ...requiredIn(policy).map(passing)];
}
