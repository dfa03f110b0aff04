import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import type { Claims } from "../ledger/claims.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { ReceiptSigner } from "../ledger/receipt/sign.ts";
import type { CoverageRegistry } from "../registry/coverage.ts";
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

/** For routes that read the ledger or add to it. */
export interface LedgerDependencies extends ServiceDependencies {
  readonly ledger: Ledger;
  readonly timeLimits?: Partial<TimeLimits>;
}

export interface DecisionDependencies extends ServiceDependencies {
  readonly coverage: CoverageRegistry;
  readonly ledger: Pick<Ledger, "record" | "find" | "policy">;
  readonly claims: Claims;
  /** Names a request so that it is known again, without telling what it says. */
  readonly fingerprint: (text: string) => string;
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
}

/** Together, with the claim of a repeated request, below the twenty seconds that a function has. */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  coverage: 2000,
  secondOpinion: 2000,
  ledger: 4000,
};
