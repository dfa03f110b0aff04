import type { Facts } from "../engine/model/catalogue.ts";
import type { Decision, Horizon, Remedy } from "../engine/model/decision.ts";
import type { IdentityKind } from "../store/identity.ts";

/** Whom a decision is about. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly number: string;
}

/** Where a fact came from, and what its source said. */
export interface FactOrigin {
  readonly source: string;
  readonly state: FactState;
  /** When a registry observed it. */
  readonly at?: string;
}

/** `answered` is the only state in which a fact is known. */
export type FactState =
  | "answered"
  | "not-found"
  | "unavailable"
  | "stale"
  | "not-observed-that-day"
  | "not-given";

/** What the second opinion said: each rule's result by its name. */
export interface RecordedOpinion {
  readonly engine: string;
  readonly rules: Readonly<Record<string, boolean>>;
}

/** A decision with all that it rests on. */
export interface LedgerEntry {
  readonly decidedAt: Date;
  readonly applicant: Identity;
  /** For each group the people in it, in order; null where one was named without a NIK. */
  readonly people: Readonly<Record<string, readonly (Identity | null)[]>>;
  readonly decision: Decision;
  readonly horizon: Horizon;
  readonly remedies: readonly Remedy[];
  /** The facts that the policy read, and no others. */
  readonly facts: Facts;
  readonly origins: Readonly<Record<string, FactOrigin>>;
  readonly secondOpinion: RecordedOpinion;
}

/** `too-large`: no try will ever store it. `unavailable`: another try may. */
export type Recorded =
  | { readonly kind: "recorded"; readonly id: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "unavailable"; readonly cause: unknown };

/** The append-only record of decisions. */
export interface Ledger {
  /** Stores a decision once, under an id of its own, or says why it could not. */
  readonly record: (entry: LedgerEntry) => Promise<Recorded>;
}
