/**
 * Stands in for clone in the functions' bundles: json-rules-engine copies the conditions of each rule for
 * each run, and looking for maps, dates, buffers and circles there takes a quarter of a second opinion.
 * Conditions are trees of objects and lists, nothing else.
 */
// biome-ignore lint/style/noDefaultExport: json-rules-engine takes what the package exports
export default function plainClone(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainClone);
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value));
  for (const [key, part] of Object.entries(value)) copy[key] = plainClone(part);
  return copy;
}
