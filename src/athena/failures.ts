/** Why a query failed. */
export type FailureReason =
  | "file-unfit"
  | "too-much-scanned"
  | "too-slow"
  | "too-large"
  | "not-allowed"
  | "other";

/** What Athena's own words begin with, or hold. They may quote a file, so they are told to nobody. */
const REASONS: readonly (readonly [RegExp, FailureReason])[] = [
  [/^HIVE_(?:BAD_DATA|CURSOR_ERROR|CANNOT_OPEN_SPLIT|INVALID_\w+)|^TYPE_MISMATCH/, "file-unfit"],
  [/bytes scanned limit/i, "too-much-scanned"],
  [/^Query timeout|^EXCEEDED_TIME_LIMIT/i, "too-slow"],
  [/^Query exhausted resources|^EXCEEDED_\w+LIMIT/i, "too-large"],
  [/access denied|not authorized|^PERMISSION_DENIED/i, "not-allowed"],
];

/** The reason that Athena gives, as a word of our own. */
export function reasonOf(told: string): FailureReason {
  return REASONS.find(([pattern]) => pattern.test(told))?.[1] ?? "other";
}
