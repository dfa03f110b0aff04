import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quotedText } from "../sql/quote.ts";
import { BulkTrouble } from "./trouble.ts";

/** Rows of an answer, by column; wide integers are texts. */
export type Row = Readonly<Record<string, unknown>>;

/** DuckDB at work on one file. */
export interface Database {
  readonly connection: DuckDBConnection;
  /** Runs statements for what they do. */
  readonly run: (sql: string) => Promise<void>;
  /** All rows of a short answer. */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** Rows of a long answer, some at a time, in their order. */
  readonly stream: (sql: string) => AsyncGenerator<readonly Row[]>;
  readonly close: () => void;
}

/** What DuckDB may use. */
export interface DatabaseLimits {
  readonly memoryBytes: number;
  readonly threads: number;
  /** Where it puts aside what does not fit into memory. */
  readonly spill: string;
}

/** Memory that is not DuckDB's: the program itself, and what it reads and writes with. */
const OWN_BYTES = 170_000_000;
const LEAST_BYTES = 64_000_000;

/** What of all the memory that a run may take is DuckDB's. */
export function memoryOfDatabase(bytes: number): number {
  return Math.max(LEAST_BYTES, bytes - OWN_BYTES);
}

type DuckDB = typeof import("@duckdb/node-api");

/**
 * Loads DuckDB, which not everyone installs.
 * @throws BulkTrouble where it is not there.
 */
export async function loadDuckDB(
  load: () => Promise<DuckDB> = () => import("@duckdb/node-api"),
): Promise<DuckDB> {
  try {
    return await load();
  } catch (error) {
    if (!isNotInstalled(error)) throw error;
    throw new BulkTrouble({
      id: 'DuckDB belum terpasang. Jalankan "npm install @duckdb/node-api" di folder tempat Layak terpasang, lalu ulangi.',
      en: 'DuckDB is not installed. Run "npm install @duckdb/node-api" in the directory where Layak is installed, and try again.',
    });
  }
}

function isNotInstalled(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
  );
}

/** Opens a database file of its own for a run. */
export async function openDatabase(
  { DuckDBInstance: instances }: DuckDB,
  path: string,
  { memoryBytes, threads, spill }: DatabaseLimits,
): Promise<Database> {
  const instance: DuckDBInstance = await instances.create(path, {
    threads: String(threads),
    memory_limit: `${Math.round(memoryBytes / 1_000_000)}MB`,
    temp_directory: spill,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  await run("SET preserve_insertion_order = true");
  // What is kept here is read once and thrown away: packing it would cost more than writing it.
  await run("PRAGMA force_compression = 'uncompressed'");
  // Progress is asked for and never printed by DuckDB itself.
  await run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
  return {
    connection,
    run,
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    stream: async function* (sql) {
      const result = await connection.stream(sql);
      yield* result.yieldRowObjectJson();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A path as SQL reads it. */
export function pathText(path: string): string {
  return quotedText(path);
}
