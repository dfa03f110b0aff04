import type { TargetKind } from "../../analysis/coverage/target.ts";
import type { Words } from "../../analysis/statement/words.ts";

/** What is counted of each policy, in the order of its columns. */
export const COLUMNS: readonly (readonly [TargetKind, Words])[] = [
  ["outcome", { id: "hasil", en: "outcomes" }],
  ["leaf", { id: "klausa", en: "clauses" }],
  ["sole-reason", { id: "alasan tunggal", en: "sole reasons" }],
  ["boundary", { id: "batas", en: "limits" }],
];
