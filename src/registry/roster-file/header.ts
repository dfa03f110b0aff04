import { parse } from "csv-parse/sync";
import type { RosterSource } from "./source.ts";

/** The columns that a roster must have. */
export const REQUIRED_COLUMNS = ["nik", "status", "programmes", "paid_through"] as const;

/** How the rows of a file are to be read. */
export interface Layout {
  readonly delimiter: "," | ";";
  readonly columns: readonly string[];
}

export type Header =
  | { readonly kind: "read"; readonly layout: Layout; readonly bytes: number }
  | { readonly kind: "missing"; readonly columns: readonly string[] }
  | { readonly kind: "twice"; readonly column: string };

const LONGEST_HEADER_BYTES = 16_384;
const LINE_FEED = 10;

/**
 * Reads the first line. A spreadsheet set to Indonesian parts columns by semicolons, so a header
 * without a comma tells that. Nothing of the line is ever quoted: where the header is left out, it
 * holds somebody's NIK.
 */
export async function readHeader(source: RosterSource): Promise<Header> {
  const { layout, bytes } = await readLayout(source);
  const { columns } = layout;
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { kind: "missing", columns: missing };
  const twice = [...REQUIRED_COLUMNS, "segment"].find(
    (name) => columns.filter((column) => column === name).length > 1,
  );
  if (twice !== undefined) return { kind: "twice", column: twice };
  return { kind: "read", layout, bytes };
}

/** How the rows of any table are to be read, and where they begin: the byte after the first line. */
export async function readLayout(
  source: RosterSource,
): Promise<{ readonly layout: Layout; readonly bytes: number }> {
  const { text, bytes } = await firstLine(source);
  const delimiter = text.includes(",") || !text.includes(";") ? "," : ";";
  return { layout: { delimiter, columns: columnsOf(text, delimiter) }, bytes };
}

async function firstLine(source: RosterSource) {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.open(0)) {
    const end = chunk.indexOf(LINE_FEED);
    const part = end < 0 ? chunk : chunk.subarray(0, end + 1);
    read.push(part);
    bytes += part.length;
    if (end >= 0 || bytes > LONGEST_HEADER_BYTES) break;
  }
  const text = new TextDecoder("utf-8").decode(
    Buffer.concat(read).subarray(0, LONGEST_HEADER_BYTES),
  );
  return { text: text.trim(), bytes };
}

function columnsOf(text: string, delimiter: string): readonly string[] {
  try {
    const [names = []] = parse(text, { delimiter, relax_quotes: true, relax_column_count: true });
    return names.map((name) => name.trim().toLowerCase());
  } catch {
    return [];
  }
}
