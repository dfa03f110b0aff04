import { folderOf, resultPrefix } from "../../athena/folders.ts";
import type { Program } from "../../engine/decision/program.ts";
import { TRINO } from "../../sql/dialects/trino.ts";
import { APPLICATIONS } from "../../sql/glue-table.ts";
import { quotedName, quotedText } from "../../sql/quote.ts";
import { selectOf } from "../../sql/select.ts";

/** Athena takes no longer ones, and no account may raise that. */
export const MOST_STATEMENT_BYTES = 262_144;

/** What one run reads, and where its results go. */
export interface StatementPlaces {
  readonly database: string;
  readonly bucket: string;
  readonly client: string;
  readonly upload: string;
  readonly run: string;
}

/**
 * The statement that `layak sql --dialect trino` prints, asked of one client's one upload. Its
 * results are files of Parquet that Athena writes side by side.
 */
export function statementOf(program: Program, places: StatementPlaces): string {
  const { database, bucket, client, upload, run } = places;
  const table = [database, APPLICATIONS.table].map(quotedName).join(".");
  const [ofClient, ofUpload] = APPLICATIONS.partitions.map(quotedName);
  const rows = `(SELECT * FROM ${table} WHERE ${ofClient} = ${quotedText(folderOf(client))} AND ${ofUpload} = ${quotedText(upload)})`;
  const keys = [APPLICATIONS.key];
  const select = selectOf(program, { dialect: TRINO, table: rows, keys });
  const place = quotedText(`s3://${bucket}/${resultPrefix(client, run)}`);
  return `UNLOAD (\n${select})\nTO ${place}\nWITH (format = 'PARQUET', compression = 'SNAPPY')`;
}
