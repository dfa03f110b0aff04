import { join } from "node:path";
import { loadDuckDB, openDatabase, pathText } from "../../bulk/database.ts";
import type { Columns } from "../../population/columns.ts";
import { KEY } from "../../population/lines.ts";
import { typeOfColumn } from "../../sql/columns.ts";
import { DUCKDB } from "../../sql/dialects/duckdb.ts";
import { quotedName, quotedText } from "../../sql/quote.ts";

const MEMORY_BYTES = 400_000_000;

/** Where a table goes, and what stops the work. */
export interface ParquetOptions {
  /** A folder for what does not fit into memory. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Makes lines of JSON into a Parquet file, its columns with the types of their facts. One thread, so
 * that rows keep their order and the same rows are always the same bytes.
 * @throws BulkTrouble where DuckDB is not installed
 */
export async function writeParquet(
  lines: string,
  parquet: string,
  { facts, groups }: Columns,
  { folder, signal }: ParquetOptions,
): Promise<void> {
  const database = await openDatabase(await loadDuckDB(), ":memory:", {
    memoryBytes: MEMORY_BYTES,
    threads: 1,
    spill: join(folder, "spill"),
  });
  const stop = () => database.connection.interrupt();
  signal.addEventListener("abort", stop);
  try {
    const columns = [
      [KEY, "VARCHAR"] as const,
      ...[...facts, ...groups].map(
        (column) => [column.column, typeOfColumn(column, DUCKDB)] as const,
      ),
    ];
    const types = columns.map(([name, type]) => `${quotedText(name)}: ${quotedText(type)}`);
    const names = columns.map(([name]) => quotedName(name));
    await database.run(
      `COPY (SELECT ${names.join(", ")} FROM read_json(${pathText(lines)}, format = 'newline_delimited', maximum_object_size = 67108864, columns = {${types.join(", ")}})) TO ${pathText(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    signal.removeEventListener("abort", stop);
    database.close();
  }
  signal.throwIfAborted();
}
