/**
 * Plain data in the canonical form of RFC 8785 (JSON Canonicalization Scheme): keys sorted by
 * UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Keys that
 * hold `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [[key, `${JSON.stringify(key)}:${canonicalJson(member)}`] as const],
  );
  const sorted = members.sort(([first], [second]) => (first < second ? -1 : 1));
  return `{${sorted.map(([, text]) => text).join(",")}}`;
}
