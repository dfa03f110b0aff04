import type { Dialect, DialectName } from "./dialect.ts";
import { DUCKDB } from "./duckdb.ts";
import { TRINO } from "./trino.ts";

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { duckdb: DUCKDB, trino: TRINO };

export function isDialectName(name: string): name is DialectName {
  return Object.hasOwn(DIALECTS, name);
}
