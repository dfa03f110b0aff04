import type { DayFields } from "./day-fields.ts";
import type { DatedPolicy, Stretch } from "./stretches.ts";

/** A requirement as the functions of a module are called. */
export interface WrittenRequirement {
  readonly id: string;
  readonly required: boolean;
  /** The function that tells its outcome. */
  readonly name: string;
  /** The functions that judge its conditions, each with one that names; none of what only advises. */
  readonly parts: readonly (readonly [judge: string, name: string])[];
}

/** What the parts of a module have to know of each other. */
export interface ModulePlan {
  readonly policy: DatedPolicy;
  readonly stretches: readonly Stretch[];
  readonly fields: DayFields;
  readonly computes: boolean;
  readonly hasScope: boolean;
  /** Whether conditions move any date that is given. */
  readonly moves: boolean;
  readonly grants: boolean;
  readonly requirements: readonly WrittenRequirement[];
}
