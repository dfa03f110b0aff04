import type { Facts, FactValue, Scalar } from "./catalogue.ts";
import type { Enforcement, PolicyStatus } from "./policy.ts";
import type { Language } from "./text.ts";

export type Outcome = "eligible" | "ineligible" | "undetermined" | "out-of-scope";

export type RequirementOutcome = "met" | "unmet" | "unknown" | "not-applicable";

/** What is asked: may this application have the service, on this day? */
export interface Question {
  /** `city/service`, such as `kota-serang/sewa-kios`. */
  readonly service: string;
  /** `YYYY-MM-DD`; the engine has no clock. */
  readonly asOf: string;
  readonly facts: Facts;
  /** Makes the policy file of that day decide, draft or not. */
  readonly version?: string;
}

/** How a date was moved before it was compared. `null`: the parameter has no value that day. */
export type EvidenceParams =
  | { readonly plus: string | null; readonly from?: string }
  | { readonly minus: string | null; readonly from?: string };

/** One leaf of a requirement, as it was found. */
export interface Evidence {
  /** Where the leaf stands, named conditions expanded: `all/0/any/1`, `every/2/all/0`. */
  readonly path: string;
  /** `when`: the leaf belongs to the requirement's `when`. `amount`: it stands for a grant's amount. */
  readonly part?: "when" | "amount";
  /** The fact's id; in a group with its item, `drivers[2].coverage.status`. */
  readonly fact: string;
  readonly params?: EvidenceParams;
  readonly operator: string;
  /** The value that the fact was held against, resolved; `null` where it is not known. */
  readonly expected: FactValue;
  /** The fact, parameter or `asOf` that `expected` came from. */
  readonly expectedFrom?: string;
  readonly expectedParams?: EvidenceParams;
  /** The value of `expectedFrom` before `expectedParams` moved it, where it is a fact. */
  readonly expectedGiven?: FactValue;
  /** The fact's value as given; `null` where it is absent. */
  readonly actual: FactValue;
  /** The leaf's own truth; `null`: not known. */
  readonly holds: boolean | null;
}

/** One fact that was computed, or the value that a table gave. */
export interface ComputedEvidence {
  /** The fact's id, in a group with its item; or `parameter.<id>`. */
  readonly fact: string;
  /** `null`: not known. */
  readonly value: Scalar | null;
  /** What it was computed from, by name: `members[].income` for a fact of all items of a group. */
  readonly operands: Readonly<Record<string, FactValue>>;
}

export interface RequirementDecision {
  readonly id: string;
  readonly outcome: RequirementOutcome;
  readonly enforcement: Enforcement;
  readonly evidence: readonly Evidence[];
}

export type GrantState = "granted" | "not-granted" | "unknown";

/** What became of one thing that the policy grants. */
export interface GrantDecision {
  readonly id: string;
  readonly state: GrantState;
  /** In whole rupiah; stands where it is granted and has one. */
  readonly amount?: number;
  /**
   * The last day on which it is given, or not, in the same amount for the same facts; the day before
   * the outcome changes is one. `null`: it never changes.
   */
  readonly until: string | null;
  /** Whether it rests on something that nobody has confirmed. */
  readonly provisional: boolean;
  /** The absent facts that keep it open; empty unless its state is unknown. */
  readonly missing: readonly string[];
  /** The leaves of its conditions; an amount's own entry has the part `amount`. */
  readonly evidence: readonly Evidence[];
  /** What it rests on that was computed; stands where anything was. */
  readonly computed?: readonly ComputedEvidence[];
}

/** The answer to a question, as plain JSON. */
export interface Decision {
  readonly service: string;
  readonly policy: {
    readonly from: string;
    readonly status: PolicyStatus;
    readonly digest: string;
  };
  readonly asOf: string;
  readonly outcome: Outcome;
  /** Ids of the requirements (or `scope`) that decide and rest on something unconfirmed. */
  readonly provisional: readonly string[];
  /** Stands where the policy has a scope. */
  readonly scope?: { readonly holds: boolean | null; readonly evidence: readonly Evidence[] };
  readonly requirements: readonly RequirementDecision[];
  /** What was computed from the facts; stands where the policy reads anything computed. */
  readonly computed?: readonly ComputedEvidence[];
  /** The absent facts that could still matter; non-empty exactly when undetermined. */
  readonly missing: readonly string[];
  /** In the policy's order; stands where the policy grants anything and the outcome is eligible. */
  readonly grants?: readonly GrantDecision[];
}

/** How long an outcome holds for the same facts. */
export interface Horizon {
  /** The last day with the same outcome; `null`: it never changes. */
  readonly until: string | null;
  /** The facts and parameters that end it; `policy:<date>` a next version, `policy:none` its end. */
  readonly because: readonly string[];
}

/** One change of one fact that an applicant could bring about. */
export interface Change {
  readonly fact: string;
  readonly from: Scalar | readonly (Scalar | null)[];
  readonly to: Scalar | readonly (Scalar | null)[];
}

/** Changes that together leave no required requirement unmet. */
export type Remedy = readonly Change[];

/** A source as it is cited to people. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly article?: string;
  readonly reference?: string;
}

export interface RequirementExplanation {
  readonly id: string;
  readonly title: string;
  readonly outcome: RequirementOutcome;
  readonly enforcement: Enforcement;
  /** Why it is unmet or unknown, one sentence each; empty where it is met. */
  readonly reasons: readonly string[];
  readonly remedy?: string;
  /** What it rests on that was computed, each as a sum with its numbers. */
  readonly computed?: readonly string[];
  readonly sources: readonly CitedSource[];
}

/** One thing that the policy grants, in words. */
export interface GrantExplanation {
  readonly id: string;
  readonly state: GrantState;
  /** What is given, its amount and its last day: "Iuran Rp8.400 sampai 31 Desember 2026". */
  readonly text: string;
  /** Why it is not known whether it is given, one sentence each; else empty. */
  readonly reasons: readonly string[];
  /** What it rests on that was computed, each as a sum with its numbers. */
  readonly computed?: readonly string[];
  readonly sources: readonly CitedSource[];
}

/** A decision in one language, for the citizen it is about. */
export interface Explanation {
  readonly language: Language;
  readonly summary: string;
  /** Why the policy does not govern, or may not govern, this application. */
  readonly scope?: { readonly reasons: readonly string[]; readonly remedy?: string };
  readonly requirements: readonly RequirementExplanation[];
  /** Stands where the decision's `grants` do. */
  readonly grants?: readonly GrantExplanation[];
  readonly contact?: string;
  readonly objection?: string;
}
