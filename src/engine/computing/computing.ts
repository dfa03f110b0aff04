import type { Computing } from "../model/pack.ts";
import { completed } from "./completed.ts";
import { computedFacts } from "./computed-facts.ts";
import { causesOf } from "./day-causes.ts";
import { absentBehindAll, computedEvidence } from "./evidence.ts";
import { formulasOf } from "./formula.ts";
import { leavesReading, readsTheDay } from "./reading.ts";
import { namesInTexts } from "./told-names.ts";
import { computedThresholds } from "./turns.ts";

/** What a pack brings to compute facts with. */
export const COMPUTING: Computing = {
  facts: computedFacts,
  toldNames: namesInTexts,
  completed,
  turning: (leaves, computed) => leavesReading(leaves, computed, readsTheDay),
  evidence: computedEvidence,
  absent: absentBehindAll,
  turns: computedThresholds,
  causes: causesOf,
  formulas: formulasOf,
};
