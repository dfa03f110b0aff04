/** Plain JSON. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * The canonical form of RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code
 * units, no white space, numbers and strings as ECMAScript writes them. Absent keys are left out.
 */
export function canonicalJson(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Reads plain data as JSON; keys that hold `undefined` are left out. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object") return toJsonObject(value);
  throw new TypeError(`${typeof value} is not JSON`);
}

/** A record as JSON, without the keys named. */
export function toJsonObject(
  record: object,
  without: readonly string[] = [],
): { readonly [key: string]: Json } {
  const entries = Object.entries(record).filter(
    ([key, value]) => value !== undefined && !without.includes(key),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, toJson(value)]));
}
