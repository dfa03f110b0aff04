import type { Facts } from "../../engine/model/catalogue.ts";
import type { Outcome } from "../../engine/model/decision.ts";

/** Applicants who are decided otherwise: of each kind the one who needs the fewest facts. */
export interface Change {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly cause: Cause;
  /** These facts alone give both outcomes, whatever else is given. */
  readonly facts: Facts;
}

/** What makes the difference: the policy's scope, or a requirement of the side that refuses. */
export type Cause =
  | { readonly kind: "scope" }
  | { readonly kind: "requirement"; readonly side: Side; readonly id: string }
  /** A fact or parameter that one side needs and nobody knows. */
  | { readonly kind: "unknown"; readonly side: Side; readonly missing: readonly string[] };

export type Side = "from" | "to";

/** A pair of outcomes of which it is not known whether any applicant has it. */
export interface Unsettled {
  readonly from: Outcome;
  readonly to: Outcome;
  /**
   * The search came to its limit, or not every value that may matter could be tried; `computed`: the
   * difference turns on computed facts, and no facts were found from which they are computed so.
   */
  readonly because: "steps" | "values" | "computed";
}

/** What a change of policy means for applicants. */
export interface Comparison {
  /** Of applicants of whom every fact is known. */
  readonly complete: readonly Change[];
  /** Of those only who differ while some fact is not known. */
  readonly incomplete: readonly Change[];
  /** Empty where every application that is complete was accounted for. */
  readonly unsettled: readonly Unsettled[];
}
