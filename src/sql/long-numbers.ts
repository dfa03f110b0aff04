import { quotedText } from "./quote.ts";

/** Beyond this many digits an integer of 38 could overflow on the way, and then nothing is known. */
export const MOST_DIGITS = 37;

/**
 * A sum or difference of these terms, NULL where it could overflow. Not by TRY: DuckDB moves out of one
 * what stands in a statement more than once, and then the whole statement ends.
 */
export function sumWithin(terms: readonly string[], sum: string): string {
  return within(terms.map(sizeOf).join(" + "), sum);
}

/** The same of a product: no part of it is longer than the whole, as none counts as less than one. */
export function productWithin(terms: readonly string[], product: string): string {
  return within(terms.map((term) => `greatest(${sizeOf(term)}, 1)`).join(" * "), product);
}

function within(size: string, sql: string): string {
  return `CASE WHEN ${size} < 1e${MOST_DIGITS} THEN ${sql} END`;
}

function sizeOf(term: string): string {
  return `abs(CAST(${term} AS DOUBLE))`;
}

/** What is scaled by so many digits more, NULL where a number of `digits` would overflow by that. */
export function scaledWithin(
  { sql, digits }: { readonly sql: string; readonly digits: number },
  more: number,
  scaled: string,
  wide: string,
): string {
  if (more === 0 || digits + more <= MOST_DIGITS) return scaled;
  const most = `CAST(${quotedText((10n ** BigInt(MOST_DIGITS - more)).toString())} AS ${wide})`;
  return `CASE WHEN abs(${sql}) < ${most} THEN ${scaled} END`;
}
