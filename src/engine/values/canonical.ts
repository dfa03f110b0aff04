/**
 * Plain data in the canonical form of RFC 8785 (JSON Canonicalization Scheme): keys sorted by
 * UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Keys that
 * hold `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  let text = "";
  // By default keys are sorted as RFC 8785 asks: by UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, key);
    if (member !== undefined) {
      text += `${text && ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
  }
  return `{${text}}`;
}
