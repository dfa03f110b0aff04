import type { PreparedPolicy } from "../engine/decision/prepare.ts";
import type { Facts } from "../engine/model/catalogue.ts";
import { factOf, isKnown } from "./match.ts";

/** What the policy of his side says about one person. */
export type Standing =
  | { readonly state: "eligible" }
  | {
      readonly state: "refused";
      readonly outcome: "ineligible" | "out-of-scope";
      /** The required requirements that are unmet. */
      readonly unmet: readonly string[];
    }
  | { readonly state: "undetermined"; readonly missing: readonly string[] };

/**
 * Decides about one person. Whoever is eligible but lacks a fact that his order or his match rests
 * on is undetermined as well: what is not known never counts against him, nor for him.
 *
 * @param needed the facts that order and match read
 * @throws LayakError `date-out-of-range`.
 */
export function standingOf(
  policy: PreparedPolicy,
  facts: Facts,
  needed: readonly string[],
): Standing {
  const { outcome, missing, requirements } = policy.decideChecked(facts);
  if (outcome === "ineligible" || outcome === "out-of-scope") {
    const unmet = requirements.flatMap(({ id, enforcement, outcome: own }) =>
      own === "unmet" && enforcement === "required" ? [id] : [],
    );
    return { state: "refused", outcome, unmet: outcome === "ineligible" ? unmet : [] };
  }
  const absent = needed.filter((fact) => !isKnown(factOf(facts, fact)));
  const all = [...new Set([...missing, ...absent])];
  return all.length === 0 ? { state: "eligible" } : { state: "undetermined", missing: all };
}
