import type { FactShape, FactValue } from "../engine/model/catalogue.ts";
import type { Outcome } from "../engine/model/decision.ts";
import type { PolicyStatus } from "../engine/model/policy.ts";
import type { Text } from "../engine/model/text.ts";
import type { Cause } from "./causes.ts";

/** What would come of a whole population under two policies, in numbers. */
export interface SimulationReport {
  /** `city/service`. */
  readonly service: string;
  readonly asOf: string;
  readonly from: PolicyOfSide;
  readonly to: PolicyOfSide;
  /** Rows of the file, without its header. */
  readonly rows: number;
  /** Rows that both policies decide: every count below is of these. */
  readonly decided: number;
  readonly setAside: number;
  /** How often each reason to set a row aside was told; a row may have several. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Rows whose outcome is another. */
  readonly changed: number;
  readonly outcomes: {
    readonly from: Readonly<Record<Outcome, number>>;
    readonly to: Readonly<Record<Outcome, number>>;
  };
  /** Each pair of outcomes that some row has, those that stay too. */
  readonly matrix: readonly Transition[];
  /** The pairs that change, the most frequent first. */
  readonly changes: readonly Change[];
  readonly grants: readonly GrantReport[];
  readonly breakdowns: readonly Breakdown[];
}

export interface PolicyOfSide {
  /** The first day of the version. */
  readonly from: string;
  readonly status: PolicyStatus;
  readonly digest: string;
}

export interface Transition {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly rows: number;
}

export interface Change extends Transition {
  /** The most frequent first; a row with several causes counts in each of them. */
  readonly causes: readonly CauseCount[];
  /** Causes that change rows together. */
  readonly together: readonly { readonly causes: readonly Cause[]; readonly rows: number }[];
  readonly examples: readonly Example[];
}

export type CauseCount = Cause & {
  readonly rows: number;
  /** Rows that nothing else changes. */
  readonly alone: number;
};

export interface Example {
  /** The row's key; null where it looks like a NIK. */
  readonly id: string | null;
  readonly causes: readonly Cause[];
  /** What the causes read and may be told, and what the report is broken down by. */
  readonly facts: readonly { readonly fact: string; readonly value: FactValue }[];
}

/** What becomes of a grant of one application: `absent` where the policy has no such grant. */
export type GrantState = "granted" | "not-granted" | "unknown" | "not-eligible" | "absent";

export interface GrantReport {
  readonly id: string;
  readonly from: GrantOfSide;
  readonly to: GrantOfSide;
  /** Rows to whom something else is granted; amounts are sums of whole rupiah. */
  readonly changes: readonly {
    readonly from: GrantState;
    readonly to: GrantState;
    readonly rows: number;
    readonly amountFrom: number | null;
    readonly amountTo: number | null;
  }[];
  /** Rows that are granted it on both sides, in other amounts. */
  readonly otherAmount: number;
}

export interface GrantOfSide {
  readonly granted: number;
  /** Whole rupiah in all; null where it is granted without an amount. */
  readonly amount: number | null;
}

export interface Breakdown {
  readonly by: string;
  readonly label: Text;
  readonly unit?: string;
  readonly shape: FactShape;
  readonly values: readonly BreakdownRow[];
}

export interface BreakdownRow {
  readonly value: BreakdownValue;
  readonly rows: number;
  readonly changed: number;
  readonly matrix: readonly Transition[];
  /** Sums of whole rupiah of the grants that have amounts. */
  readonly amounts: readonly {
    readonly grant: string;
    readonly from: number;
    readonly to: number;
  }[];
}

/** What the rows of a breakdown have in common. */
export type BreakdownValue =
  | { readonly kind: "value"; readonly value: string }
  /** From a number on, up to another and without it. */
  | { readonly kind: "numbers"; readonly from: number; readonly below: number }
  | { readonly kind: "dates"; readonly first: string; readonly last: string }
  /** All values that are rarer than those told. */
  | { readonly kind: "others"; readonly values: number }
  | { readonly kind: "unknown" };
