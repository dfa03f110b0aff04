import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import type { Claims } from "../ledger/claims.ts";
import type { Ledger, LedgerReader } from "../ledger/entry.ts";
import type { ReceiptSigner } from "../ledger/receipt/sign.ts";
import type { CoverageRegistry } from "../registry/coverage.ts";
import type { Fingerprints } from "../store/identity.ts";
import type { Log } from "./log.ts";
import type { SecondOpinion } from "./second-opinion.ts";

/** What every route needs. */
export interface BaseDependencies {
  readonly clock: () => Date;
  readonly log: Log;
  /** Spoken where the caller asks for none. */
  readonly language: Language;
  /** Spaces of indentation in answers, for people who read them; none unless stated. */
  readonly indent?: number;
}

export interface ServiceDependencies extends BaseDependencies {
  readonly pack: Pack;
}

/** For routes that tell what stands under an id in the ledger. */
export interface StoredDependencies extends ServiceDependencies {
  readonly ledger: LedgerReader;
  readonly timeLimits?: Partial<TimeLimits>;
}

/** For routes that search the ledger or add to it. */
export interface LedgerDependencies extends StoredDependencies {
  readonly ledger: Ledger;
}

/**
 * For routes whose requests may be sent twice. A fingerprint names a request so that it is known
 * again, without telling what it says.
 */
export interface RepeatDependencies extends Fingerprints {
  readonly claims: Claims;
}

export interface ReviewDependencies extends LedgerDependencies, RepeatDependencies {
  /** Makes ids of reviews; time-ordered random ones unless stated. */
  readonly newId?: (at: Date) => string;
}

export interface DecisionDependencies extends ServiceDependencies, RepeatDependencies {
  readonly coverage: CoverageRegistry;
  readonly ledger: Pick<Ledger, "record" | "recordChunk" | "recallChunk" | "find" | "policy">;
  readonly secondOpinion: SecondOpinion;
  readonly signer: ReceiptSigner;
  /** Makes ids of decisions; time-ordered random ones unless stated. */
  readonly newId?: (at: Date) => string;
  readonly timeLimits?: Partial<TimeLimits>;
}

/** In milliseconds. */
export interface TimeLimits {
  readonly coverage: number;
  readonly secondOpinion: number;
  readonly ledger: number;
  /** Of a whole batch: no part of it is begun that could not be stored by then, and no item after. */
  readonly batch: number;
}

/** Those of a route's longest way, together, are below its function's timeout. */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  coverage: 2000,
  secondOpinion: 2000,
  ledger: 4000,
  // With a second opinion that was begun before, below the 29 seconds of its function.
  batch: 25_000,
};
