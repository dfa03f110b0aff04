/** Makes a value for a key, and keeps those that were asked for last. */
export type Recent<Value> = (key: string, make: () => Value) => Value;

export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const entry = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > most) forgetOldest(kept);
    return entry.value;
  };
}

function forgetOldest(kept: Map<string, unknown>): void {
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
