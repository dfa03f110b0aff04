import type { Annotations, Condition, LeafCondition } from "../../engine/model/policy.ts";
import { isObject, type JsonObject, listAt, RecordUnreadable } from "./unreadable.ts";

/**
 * A condition of a recorded policy as the engine reads it. What was written out in place of a
 * name goes back under a name of its own in `named`.
 * @throws RecordUnreadable
 */
export function conditionAt(
  path: string,
  value: unknown,
  named: Map<string, Condition>,
): Condition {
  if (!isAnnotated(value)) throw new RecordUnreadable(path);
  const within = (key: string) => conditionAt(`${path}.${key}`, value[key], named);
  const list = (key: string) =>
    listAt(`${path}.${key}`, value[key]).map((child, index) =>
      conditionAt(`${path}.${key}[${index}]`, child, named),
    );
  if ("all" in value) return { ...value, all: list("all") };
  if ("any" in value) return { ...value, any: list("any") };
  if ("not" in value) return { ...value, not: within("not") };
  if ("condition" in value) {
    const condition = within("condition");
    const name = `written-${named.size + 1}`;
    named.set(name, condition);
    return { ...value, condition: name };
  }
  const { every, some } = value;
  if (typeof every === "string") return { ...value, every, conditions: within("conditions") };
  if (typeof some === "string") return { ...value, some, conditions: within("conditions") };
  if (isLeaf(value)) return value;
  throw new RecordUnreadable(path);
}

/** The digest vouches for texts and the like: they were checked when the policy was published. */
function isAnnotated(value: unknown): value is Annotations & JsonObject {
  return isObject(value);
}

function isLeaf(value: object): value is LeafCondition {
  if (!("fact" in value && "operator" in value && "value" in value)) return false;
  return typeof value.fact === "string" && typeof value.operator === "string";
}
