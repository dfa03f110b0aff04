import type { GrantDecision, RequirementDecision } from "../../engine/model/decision.ts";
import type { IssuedDecision } from "../../ledger/receipt/payload.ts";

/** A decision as it is answered: whole where it is small. */
export type AnsweredDecision = IssuedDecision | AbridgedDecision;

/** A large decision without the items of groups that decide nothing, or are too many. */
export interface AbridgedDecision
  extends Omit<IssuedDecision, "scope" | "requirements" | "grants"> {
  /** SHA-256 over `salts.facts` and the whole decision, as the record holds it. */
  readonly decisionDigest: string;
  readonly scope?: NonNullable<IssuedDecision["scope"]> & Abridged;
  readonly requirements: readonly (RequirementDecision & Abridged)[];
  readonly grants?: readonly (GrantDecision & { readonly leftOut?: GrantLeftOut })[];
  readonly leftOut: LeftOut;
}

interface Abridged {
  /** Stands where anything was left out. */
  readonly leftOut?: EvidenceLeftOut;
}

/** How many entries of evidence are left out, of which groups, and the address of all of them. */
export interface EvidenceLeftOut {
  readonly entries: number;
  readonly groups: readonly GroupLeftOut[];
  readonly evidence: string;
}

/** As {@link EvidenceLeftOut}, of a grant, with the names left out of its own lists. */
export interface GrantLeftOut extends EvidenceLeftOut {
  readonly missing: number;
  /** Stands where anything is computed. */
  readonly computed?: number;
}

/** The items of one `every` or `some`. */
export interface GroupLeftOut {
  readonly path: string;
  readonly part?: "when";
  readonly quantifier: "every" | "some";
  readonly group: string;
  /** How many there are. */
  readonly items: number;
  /** How many of them decide: fail or are not known, or, where that settles it, hold. */
  readonly deciding: number;
  /** How many of them have no evidence here. */
  readonly leftOut: number;
}

/** How many names are left out of each list, and the address that has them all. */
export interface LeftOut {
  readonly missing: number;
  readonly validUntilBecause: number;
  readonly facts: number;
  /** Stands where anything is computed. */
  readonly computed?: number;
  readonly record: string;
}
