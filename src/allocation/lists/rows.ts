import { csvRows } from "./csv.ts";
import type { ListFault } from "./fault.ts";
import { ndjsonRows } from "./ndjson.ts";

/** A row of a list by its columns; an empty cell is left out. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

/** How a list is written: cells are text in CSV, and values in NDJSON. */
export type Rows =
  | {
      readonly form: "csv" | "ndjson";
      /** Of a CSV file, as its first line names them. */
      readonly columns: readonly string[];
      readonly rows: readonly Row[];
      readonly faults: readonly ListFault[];
    }
  | { readonly form: "unreadable"; readonly faults: readonly ListFault[] };

/** Reads a CSV file with a header, or a file of one JSON object a line. */
export function rowsOf(text: string): Rows {
  return text.trimStart().startsWith("{") ? ndjsonRows(text) : csvRows(text);
}
