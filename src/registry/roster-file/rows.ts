import { pipeline, Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import type { Layout } from "./header.ts";
import type { RosterSource } from "./source.ts";

/** A row as it stands in the file. */
export interface Row {
  readonly fields: readonly string[];
  /** The line it ends on, counted from where reading began, 1 being the first. */
  readonly line: number;
  /** Where the next row begins, counted from where reading began. */
  readonly bytes: number;
}

/** The file is no CSV from somewhere on: a quotation mark is never closed. */
export class RowsUnreadable extends Error {
  override readonly name = "RowsUnreadable";
  /** The line of the row that cannot be read, counted as those of {@link Row}. */
  readonly line: number;

  constructor(line: number) {
    super(`the row on line ${line} cannot be read`);
    this.line = line;
  }
}

/** Characters in one row; more come only from a quotation mark that is never closed. */
const LONGEST_ROW = 20_000;

/**
 * Reads rows from a byte of the file on, which must be where a row begins, without ever holding
 * more than a little of it. Empty lines are skipped.
 * @throws RowsUnreadable and whatever the source throws.
 */
export async function* rowsFrom(
  source: RosterSource,
  offset: number,
  { delimiter }: Layout,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    info: true,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // The loop below learns of any error from the parser, which the pipeline destroys with it.
  pipeline(Readable.from(source.open(offset)), parser, () => undefined);
  try {
    for await (const read of parser) {
      const { record, info } = asRead(read);
      yield { fields: record, line: info.lines, bytes: info.bytes };
    }
  } catch (error) {
    // Its message may quote the row.
    throw error instanceof CsvError ? new RowsUnreadable(lineAfter(parser.info)) : error;
  }
}

/** The line after all rows that were read; the lines within the open quotation mark do not count. */
function lineAfter({ records, empty_lines }: Info): number {
  return records + empty_lines + 1;
}

/** What the parser gives with `info`; its types leave it open. */
interface Read {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

function asRead(read: Read): Read {
  return read;
}
