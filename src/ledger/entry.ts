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

/** What stands in the ledger as it was made: no part of it names a person. */
export interface DecisionRecord {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  /** The client that asked, as its token names it. */
  readonly caller: string;
  /** The engine that decided: `layak/0.1.0`. */
  readonly engine: string;
  readonly decision: Decision;
  readonly horizon: Horizon;
  readonly remedies: readonly Remedy[];
  /** The facts that the policy read, and no others. */
  readonly facts: Facts;
  readonly origins: Readonly<Record<string, FactOrigin>>;
  readonly secondOpinion: RecordedOpinion;
  /** SHA-256 over a salt and the applicant's number. */
  readonly subject: string;
  /** SHA-256 over another salt and the facts. */
  readonly factsDigest: string;
  readonly salts: { readonly subject: string; readonly facts: string };
  /** A compact JWS over the decision. */
  readonly receipt: string;
}

/** A decision with whom it is about, to be stored. */
export interface LedgerEntry {
  readonly record: DecisionRecord;
  readonly applicant: Identity;
  /** For each group the people in it, in order; null where one was named without a NIK. */
  readonly people: Readonly<Record<string, readonly (Identity | null)[]>>;
  /** What the policy's digest names, as plain JSON. */
  readonly policy: object;
}

/** A decision as the ledger gives it back, people by their pseudonyms. */
export interface StoredDecision extends DecisionRecord {
  readonly applicant: { readonly kind: IdentityKind; readonly pseudonym: string };
  readonly people: Readonly<Record<string, readonly (string | null)[]>>;
}

/**
 * `taken`: another decision has this id. `too-large`: no try will ever store it. `unavailable`:
 * another try may.
 */
export type Recorded =
  | { readonly kind: "recorded" }
  | { readonly kind: "taken" }
  | { readonly kind: "too-large" }
  | { readonly kind: "unavailable"; readonly cause: unknown };

/** Some decisions of a batch in the order of their places, made at one time. */
export interface LedgerChunk {
  readonly batch: string;
  /** Which of the batch's chunks it is, from 0. */
  readonly chunk: number;
  /** One or more. */
  readonly entries: readonly LedgerEntry[];
}

/** Decisions of one chunk by their ids. */
export interface ChunkIds extends Pick<LedgerChunk, "batch" | "chunk"> {
  readonly ids: readonly string[];
}

/** What stands under a decision's id once its chunk is stored; `too-large`: nothing ever will. */
export type StandingDecision =
  | { readonly kind: "stands"; readonly record: DecisionRecord }
  | { readonly kind: "too-large" };

/** What stands for each decision of a chunk, in their order. `unavailable`: another try may store it. */
export type RecordedChunk =
  | { readonly kind: "recorded"; readonly decisions: readonly StandingDecision[] }
  | { readonly kind: "unavailable"; readonly cause: unknown };

/** What of the ledger is found by ids alone, without naming anybody. */
export interface LedgerReader {
  /** The decision of an id, read consistently; null where there is none. */
  readonly find: (id: string) => Promise<StoredDecision | null>;
  /** The policy that a digest names, as plain JSON; null where no decision was made by it. */
  readonly policy: (digest: string) => Promise<object | null>;
  /** The reviews of a decision, in the order they were made. */
  readonly reviews: (decision: string) => Promise<readonly Review[]>;
}

/** The append-only record of decisions. Whatever throws is the database's own error. */
export interface Ledger extends LedgerReader {
  /** Stores a decision once under its id, or says why it could not. */
  readonly record: (entry: LedgerEntry) => Promise<Recorded>;
  /** Stores the decisions of a chunk once, or gives those that stand under their ids. */
  readonly recordChunk: (chunk: LedgerChunk, signal: AbortSignal) => Promise<RecordedChunk>;
  /** What stands under ids of a chunk that an earlier try may have stored; the rest is left out. */
  readonly recallChunk: (
    chunk: ChunkIds,
    signal: AbortSignal,
  ) => Promise<readonly StoredDecision[]>;
  /** Decisions about an applicant, the latest first. */
  readonly search: (search: LedgerSearch) => Promise<readonly DecisionHead[]>;
  /** Stores an officer's review of a decision once; gives the one that stands under its id. */
  readonly review: (review: Review) => Promise<Review>;
}

export interface LedgerSearch {
  readonly applicant: Identity;
  readonly service?: string;
  /** Whether decisions of a service may be told; all of them unless stated. */
  readonly mayTell?: (service: string) => boolean;
  /** ISO 8601 moments of `issuedAt`, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly most: number;
}

/** What a search tells of a decision. */
export interface DecisionHead {
  readonly id: string;
  readonly issuedAt: string;
  readonly service: string;
  readonly asOf: string;
  readonly outcome: string;
}

/** An officer's answer to an objection. The decision stays as it was. */
export interface Review {
  readonly id: string;
  readonly decision: string;
  readonly reviewedAt: string;
  readonly officer: string;
  readonly client: string;
  readonly verdict: "upheld" | "overturned";
  readonly reason: string;
}
