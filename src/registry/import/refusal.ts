import type { BadRow } from "./state.ts";

/** Why a roster is not taken into use; the one that was stays. */
export type ImportRefusal =
  | { readonly reason: "columns-missing"; readonly columns: readonly string[] }
  | { readonly reason: "column-twice"; readonly column: string }
  | { readonly reason: "observed-at-invalid" }
  | { readonly reason: "observed-in-future"; readonly observedAt: string }
  | { readonly reason: "older"; readonly observedAt: string; readonly inUseObservedAt: string }
  | { readonly reason: "being-removed" }
  | { readonly reason: "source-changed" }
  | { readonly reason: "unreadable"; readonly line: number }
  | { readonly reason: "bad-rows"; readonly bad: number; readonly badRows: readonly BadRow[] }
  | { readonly reason: "no-members" }
  | { readonly reason: "key-unknown" }
  | { readonly reason: "interrupted" }
  | { readonly reason: "overtaken" };
