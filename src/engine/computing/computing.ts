import type { Computing } from "../model/pack.ts";
import { computedFacts } from "./computed-facts.ts";
import { absentBehindAll, computedEvidence } from "./evidence.ts";
import { formulasOf } from "./formula.ts";
import { computedThresholds } from "./turns.ts";

/** What a pack brings to compute facts with. */
export const COMPUTING: Computing = {
  facts: computedFacts,
  evidence: computedEvidence,
  absent: absentBehindAll,
  turns: computedThresholds,
  formulas: formulasOf,
};
