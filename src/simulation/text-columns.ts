import { textOfColumn } from "../bulk/applications.ts";
import type { Matched } from "../bulk/matching.ts";
import type { Source } from "../bulk/source.ts";

/**
 * Adds columns that are read as texts, whatever stands in them, to those of a file; a column may so
 * be read as a fact too. Gives the places where they then are.
 */
export function withTextColumns(
  source: Source,
  wanted: readonly Matched[],
): { readonly source: Source; readonly matched: readonly Matched[] } {
  const texts = wanted.map(({ name, place }) => {
    const { sql = "NULL", type = "VARCHAR" } = source.columns[place] ?? {};
    const text = textOfColumn(source.form, sql, type);
    // What is read of JSON is JSON.
    return source.form === "ndjson"
      ? { name, sql: `to_json(${text})`, type: "JSON" }
      : { name, sql: text, type: "VARCHAR" };
  });
  return {
    source: { ...source, columns: [...source.columns, ...texts] },
    matched: wanted.map((one, at) => ({ ...one, place: source.columns.length + at })),
  };
}
