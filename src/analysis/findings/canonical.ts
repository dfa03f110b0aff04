import type { Condition } from "../../engine/model/policy.ts";

/** A condition as a word that is the same for all that ask the same: without texts and remarks. */
export function canonical(condition: Condition): string {
  if ("condition" in condition) return `@${condition.condition}`;
  if ("all" in condition) return `all(${condition.all.map(canonical).toSorted().join()})`;
  if ("any" in condition) return `any(${condition.any.map(canonical).toSorted().join()})`;
  if ("not" in condition) return `not(${canonical(condition.not)})`;
  if ("every" in condition) return `every ${condition.every}(${canonical(condition.conditions)})`;
  if ("some" in condition) return `some ${condition.some}(${canonical(condition.conditions)})`;
  const { fact, params, operator, value } = condition;
  return JSON.stringify([fact, params ?? null, operator, value]);
}
