import { CsvError, parse } from "csv-parse/sync";
import type { ListFault } from "./fault.ts";

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

/**
 * Reads a CSV file with a header, parted by commas or by semicolons as spreadsheets set to Indonesian
 * write them, or a file of one JSON object a line.
 */
export function readRows(bytes: Uint8Array): Rows {
  const text = decode(bytes);
  if (text === null) {
    return unreadable(1, {
      id: "Berkas ini bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.",
      en: "This file is no UTF-8 text. Save it again as CSV UTF-8.",
    });
  }
  return text.trimStart().startsWith("{") ? readNdjson(text) : readCsv(text);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(line: number, message: ListFault["message"]): Rows {
  return { form: "unreadable", faults: [{ line, message }] };
}

function readNdjson(text: string): Rows {
  const faults: ListFault[] = [];
  const rows = text.split("\n").flatMap((written, index) => {
    if (written.trim() === "") return [];
    const line = index + 1;
    const value = jsonObject(written);
    if (value === null) {
      const message = {
        id: "Baris ini bukan satu objek JSON { … }.",
        en: "This line is not one JSON object { … }.",
      };
      faults.push({ line, message });
      return [];
    }
    return [{ line, cells: new Map<string, unknown>(Object.entries(value)) }];
  });
  return { form: "ndjson", columns: [], rows, faults };
}

function jsonObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function readCsv(text: string): Rows {
  const firstLine = text.slice(0, (text.indexOf("\n") + 1 || text.length + 1) - 1);
  const records: { readonly line: number; readonly fields: readonly string[] }[] = [];
  try {
    parse(text, {
      delimiter: firstLine.includes(",") || !firstLine.includes(";") ? "," : ";",
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (fields, { lines }) => {
        records.push({ line: lines, fields });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Its message may quote the row.
    return unreadable((records.at(-1)?.line ?? 0) + 1, {
      id: "Mulai baris ini berkasnya bukan CSV; mungkin ada tanda kutip yang tidak ditutup.",
      en: "From this line on the file is no CSV; a quotation mark may not be closed.",
    });
  }
  const [header = { line: 1, fields: [] }, ...others] = records;
  const columns = header.fields.map(asColumn);
  const faults: ListFault[] = [];
  const rows = others.flatMap(({ line, fields }) => {
    if (fields.length !== columns.length) {
      const message = {
        id: `Baris ini berisi ${fields.length} kolom; baris pertama menyebut ${columns.length}.`,
        en: `This row has ${fields.length} columns; the first line names ${columns.length}.`,
      };
      faults.push({ line, message });
      return [];
    }
    const cells = columns.map((column, index) => [column, fields[index] ?? ""] as const);
    return [{ line, cells: new Map(cells.filter(([, cell]) => cell !== "")) }];
  });
  return { form: "csv", columns, rows, faults };
}

/** Spreadsheets of offices name it in capitals. */
function asColumn(name: string): string {
  return name === "NIK" ? "nik" : name;
}
