import type { Case } from "../../../engine/model/pack.ts";

/** Whether something is tested: by these cases, by none, not possible at all, or not settled. */
export type Mark =
  | { readonly kind: "tested"; readonly by: readonly Case[] }
  | { readonly kind: "missing" }
  | { readonly kind: "impossible" }
  | { readonly kind: "unsettled"; readonly because: "search" | "computed" };

/** One thing that cases are to test, in words. */
export interface Check {
  readonly words: string;
  readonly mark: Mark;
}

/** A clause with what cases are to test of it; without checks where it only joins others. */
export interface ClauseLine {
  readonly number: string;
  readonly depth: number;
  readonly words: string;
  readonly checks: readonly Check[];
}

/** The scope or a requirement. */
export interface PageSection {
  readonly heading: string;
  readonly checks: readonly Check[];
  readonly clauses: readonly ClauseLine[];
}

/** What the report says of one policy version, in one language. */
export interface PolicyPage {
  readonly heading: string;
  readonly day: string;
  /** Kinds of things to test with how many are tested: "3/4". */
  readonly counts: readonly (readonly [string, string])[];
  readonly sections: readonly PageSection[];
  /** In the order of their numbers, from 1. */
  readonly cases: readonly Case[];
}
