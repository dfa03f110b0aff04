import { PLACES, type Place, type Places } from "../../monitoring/coverage/people.ts";
import { fileSource } from "../../registry/roster-file/file-source.ts";
import { type Layout, readLayout } from "../../registry/roster-file/header.ts";
import { type Row, RowsUnreadable, rowsFrom } from "../../registry/roster-file/rows.ts";
import { InputTrouble } from "../input.ts";

/** A CSV file with a header, and its rows with their lines in the file. */
export interface TableFile {
  readonly layout: Layout;
  readonly rows: () => AsyncGenerator<{ readonly line: number; readonly fields: Row["fields"] }>;
}

/** @throws InputTrouble */
export async function openTable(path: string): Promise<TableFile> {
  const source = await fileSource(path).catch(() => null);
  if (source === null) {
    throw new InputTrouble({
      id: `Berkas ${path} tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file ${path} cannot be read. Check its name and permissions.`,
    });
  }
  const { layout, bytes } = await readLayout(source);
  async function* rows() {
    if (source === null) return;
    try {
      for await (const { line, fields } of rowsFrom(source, bytes, layout)) {
        yield { line: line + HEADER_LINES, fields };
      }
    } catch (error) {
      if (!(error instanceof RowsUnreadable)) throw error;
      const line = error.line + HEADER_LINES;
      throw new InputTrouble({
        id: `Mulai sekitar baris ${line}, ${path} tidak dapat dibaca: ada tanda kutip yang tidak ditutup.`,
        en: `From about line ${line} on ${path} cannot be read: a quotation mark is not closed.`,
      });
    }
  }
  return { layout, rows };
}

const HEADER_LINES = 1;

/** Which places a file has a column for. */
export function placesIn({ columns }: Layout): readonly Place[] {
  return PLACES.filter((place) => columns.includes(place));
}

/** What a row says of where somebody belongs. */
export function placesOf(fields: Row["fields"], { columns }: Layout): Places {
  const told = PLACES.filter((place) => columns.includes(place)).map((place) => {
    const value = fields[columns.indexOf(place)]?.trim() ?? "";
    return value === "" ? {} : { [place]: value };
  });
  return Object.assign({}, ...told);
}
