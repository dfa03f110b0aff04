/** Makes a value for a key, and keeps those that were asked for last. */
export type Recent<Value> = (key: string, make: () => Value) => Value;

export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const entry = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, entry);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return entry.value;
  };
}
