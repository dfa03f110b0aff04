import type { Scalar } from "../../../src/engine/model/catalogue.ts";
import type { Condition, LeafValue, Policy } from "../../../src/engine/model/policy.ts";
import { DAYS } from "./domains.ts";

const NOTE = { note: { id: "Catatan untuk staf" } };

/** The same condition with a note on every node. */
export function withNotes(condition: Condition): Condition {
  if ("all" in condition) return { ...condition, ...NOTE, all: condition.all.map(withNotes) };
  if ("any" in condition) return { ...condition, ...NOTE, any: condition.any.map(withNotes) };
  if ("not" in condition) return { ...condition, ...NOTE, not: withNotes(condition.not) };
  if ("conditions" in condition) {
    return { ...condition, ...NOTE, conditions: withNotes(condition.conditions) };
  }
  return { ...condition, ...NOTE };
}

/** The same policy with a note wherever one may stand, and a schema for the editor. */
export function policyWithNotes(policy: Policy): object {
  const { scope, requirements } = policy;
  return {
    $schema: "../../schema/policy.schema.json",
    ...policy,
    ...NOTE,
    ...(scope && { scope: withNotes(scope) }),
    requirements: requirements.map((requirement) => ({
      ...requirement,
      ...NOTE,
      ...(requirement.when && { when: withNotes(requirement.when) }),
      conditions: withNotes(requirement.conditions),
    })),
  };
}

/** The same entries with all keys in the opposite order; lists stay as they are. */
export function reversedEntries(
  record: Readonly<Record<string, object>> = {},
): Readonly<Record<string, object>> {
  const entries = Object.entries(record).reverse();
  return Object.fromEntries(entries.map(([key, entry]) => [key, Object(reversedKeys(entry))]));
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversedKeys(member)]));
}

/** The condition with another value in its first leaf that has a literal; null where none has. */
export function withOtherValue(condition: Condition): Condition | null {
  if ("all" in condition) {
    const all = firstChanged(condition.all);
    return all && { ...condition, all };
  }
  if ("any" in condition) {
    const any = firstChanged(condition.any);
    return any && { ...condition, any };
  }
  if ("not" in condition) {
    const not = withOtherValue(condition.not);
    return not && { ...condition, not };
  }
  if ("conditions" in condition) {
    const conditions = withOtherValue(condition.conditions);
    return conditions && { ...condition, conditions };
  }
  if ("condition" in condition) return null;
  const value = otherValue(condition.value);
  return value === null ? null : { ...condition, value };
}

function firstChanged(conditions: readonly Condition[]): readonly Condition[] | null {
  for (const [index, condition] of conditions.entries()) {
    const changed = withOtherValue(condition);
    if (changed !== null) return conditions.with(index, changed);
  }
  return null;
}

function otherValue(value: LeafValue): LeafValue | null {
  if (typeof value !== "object") return otherScalar(value);
  if ("fact" in value) return null;
  const [first, ...rest] = value;
  if (first === undefined) return null;
  return rest.length > 0 ? rest : [otherScalar(first)];
}

/** Another value that any fact of the generated catalogues with this one can have. */
function otherScalar(value: Scalar): Scalar {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value === 0 ? 1 : 0;
  if (DAYS.includes(value)) return DAYS.find((day) => day !== value) ?? value;
  if (/^[xyz]$/.test(value)) return value === "x" ? "y" : "x";
  if (value.startsWith("P")) return value === "P1D" ? "P2D" : "P1D";
  return value === "B" ? "C" : "B";
}
