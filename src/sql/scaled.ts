import { exact, scaled } from "../engine/computing/exact.ts";
import type { Dialect } from "./dialects/dialect.ts";

/** The digits of a number with so many of them after the point: 12.5 with two is 1250. */
export function scaledNumber(value: number, scale: number): bigint {
  return scaled(exact(value), scale);
}

/**
 * A given decimal as an integer, so many of its digits being after the point, `to` at least its own.
 * The widest type comes first: DuckDB computes with one of 18 digits in 64 bits.
 */
export function scaledDecimal(sql: string, scale: number, to: number, { wide }: Dialect): string {
  return `CAST(CAST(${sql} AS DECIMAL(38, ${scale})) * ${10 ** to} AS ${wide})`;
}
