import { CsvError, parse } from "csv-parse/sync";
import type { ListFault } from "./fault.ts";
import type { Rows } from "./rows.ts";

/** Reads CSV parted by commas, or by semicolons as spreadsheets set to Indonesian write it. */
export function csvRows(text: string): Rows {
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
    const message = {
      id: "Mulai baris ini berkasnya bukan CSV; mungkin ada tanda kutip yang tidak ditutup.",
      en: "From this line on the file is no CSV; a quotation mark may not be closed.",
    };
    return { form: "unreadable", faults: [{ line: (records.at(-1)?.line ?? 0) + 1, message }] };
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
    const filled = cells.filter(([, cell]) => cell !== "");
    // Spreadsheets write the rows below the last one as nothing but commas.
    return filled.length === 0 ? [] : [{ line, cells: new Map(filled) }];
  });
  return { form: "csv", columns, rows, faults };
}

/** Spreadsheets of offices name it in capitals. */
function asColumn(name: string): string {
  return name === "NIK" ? "nik" : name;
}
