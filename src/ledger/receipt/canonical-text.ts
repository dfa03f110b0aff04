import { canonicalJson } from "../../engine/values/canonical.ts";

/**
 * Plain data in the canonical form of RFC 8785, as {@link canonicalJson} writes it, in a third of
 * its time: JSON is written by the runtime itself, from a copy with its keys in order.
 */
export function canonicalText(value: object): string {
  const copied = { inOrder: true };
  const copy = copyOf(value, copied);
  return copied.inOrder ? JSON.stringify(copy) : canonicalJson(value);
}

function copyOf(value: object, copied: { inOrder: boolean }): object {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (isObject(item) ? copyOf(item, copied) : item));
  }
  const copy: Record<string, unknown> = {};
  for (const key of sorted(Object.keys(value))) {
    if (!keepsItsPlace(key)) copied.inOrder = false;
    const member: unknown = Reflect.get(value, key);
    copy[key] = isObject(member) ? copyOf(member, copied) : member;
  }
  return copy;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An object has keys like `12` before all others, in the order of numbers, and no key `__proto__`. */
function keepsItsPlace(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first < DIGIT_0 || first > DIGIT_9) && key !== "__proto__";
}

const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;

const MOST_INSERTED = 24;

/** By UTF-16 code units, in place. Insertion takes a third of `sort`'s time where keys are few. */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > MOST_INSERTED) return keys.sort();
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end] ?? "";
    let place = end;
    for (; place > 0 && (keys[place - 1] ?? "") > key; place--) keys[place] = keys[place - 1] ?? "";
    keys[place] = key;
  }
  return keys;
}
