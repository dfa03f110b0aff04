import type { Application } from "./application.ts";

/** What most other engines take: `{ coverage: { status } }` for `coverage.status`. */
export type NestedApplication = Record<string, Record<string, unknown>>;

export function nested(application: Application): NestedApplication {
  const result: NestedApplication = {};
  for (const [id, value] of Object.entries(application)) {
    const [outer = id, inner = id] = id.split(".");
    const record = result[outer] ?? {};
    record[inner] = value;
    result[outer] = record;
  }
  return result;
}
