import { ANNOTATION_KEYS } from "../schemas/conditions.ts";

/** The keys of a fact that stands for a value. */
export const REFERENCE_KEYS: readonly string[] = ["fact", "params"];

/** The keys of a leaf. */
export const LEAF_KEYS: readonly string[] = [
  "fact",
  "params",
  "operator",
  "value",
  ...ANNOTATION_KEYS,
];
