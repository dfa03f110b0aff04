import { refusesWithoutReason } from "../../pack/diagnostics/meaning/texts.ts";
import type { Notes } from "./notes.ts";
import { everythingIn } from "./placed.ts";
import { below } from "./places.ts";
import { type PlacedPolicy, requiredIn } from "./policy.ts";

/** Requirements that refuse people with no word of their own, nor of any clause, for why. */
export function judgeReasons(policy: PlacedPolicy, notes: Notes): void {
  for (const { requirement, place, conditions } of requiredIn(policy)) {
    const told = [requirement, ...everythingIn(conditions).map(({ condition }) => condition)];
    if (told.some(({ unmet }) => unmet !== undefined)) continue;
    notes.tell(below(place, "id"), refusesWithoutReason(requirement.id));
  }
}
