/** The facts that the coverage registry answers, by their ids in the fact catalogue. */
export interface CoverageFacts {
  readonly "coverage.status": string;
  readonly "coverage.programmes"?: readonly string[];
  readonly "coverage.paidThrough"?: string;
  readonly "coverage.segment"?: string;
}

/** The status of a person whom a complete roster does not name. */
export const NOT_A_MEMBER = "TIDAK_TERDAFTAR";

/**
 * Why a registry has no answer. `unavailable`: down, slow or answering nonsense; `stale`: observed
 * too long ago; `not-found`: it does not know this person, which says nothing about membership;
 * `not-observed-that-day`: it was asked for another day than today.
 */
export type NoAnswerCause = "unavailable" | "stale" | "not-found" | "not-observed-that-day";

/** What a registry says about one person. */
export type CoverageAnswer =
  | { readonly kind: "found"; readonly observedAt: string; readonly facts: CoverageFacts }
  | { readonly kind: "not-a-member"; readonly observedAt: string }
  | { readonly kind: "no-answer"; readonly cause: NoAnswerCause; readonly observedAt?: string };

/** The day asked about, and today in Jakarta. */
export interface CoverageDay {
  readonly asOf: string;
  readonly today: string;
}

/** Where coverage facts come from. */
export interface CoverageRegistry {
  /**
   * Answers for each NIK, all in one reading. It stops when the signal says so.
   * @throws whatever keeps it from answering; the caller takes that as `unavailable`.
   */
  readonly lookUp: (
    niks: readonly string[],
    day: CoverageDay,
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, CoverageAnswer>>;
}

/** The same answer for everyone. */
export function sameForAll(
  niks: readonly string[],
  answer: CoverageAnswer,
): ReadonlyMap<string, CoverageAnswer> {
  return new Map(niks.map((nik) => [nik, answer]));
}
