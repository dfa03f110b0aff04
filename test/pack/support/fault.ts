import type { Change } from "./rules.ts";

/** Something wrong with rules, and all that is told of it. */
export interface Fault {
  readonly behaviour: string;
  readonly changes: readonly Change[];
  /** Every diagnostic as it is shown, in English and then in Indonesian. */
  readonly told: readonly string[];
}
