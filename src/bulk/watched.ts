import { stat } from "node:fs/promises";
import type { Database } from "./database.ts";
import { BulkDisagreement } from "./explain.ts";
import { BulkTrouble } from "./trouble.ts";

/** How far a run is. */
export interface Progress {
  readonly stage: "decide" | "write";
  /** From 0 to 100; negative where it is not known yet. */
  readonly percentage: number;
  /** The size of the file that is read. */
  readonly bytes: number;
  /** Rows so far, where they are counted. */
  readonly rows?: number;
}

const PROGRESS_MILLISECONDS = 250;

/** What a long statement reads, who is told how far it is, and what stops it. */
export interface Watch {
  readonly input: string;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  readonly rows?: () => number;
}

/** Runs a long statement and tells how far it is. */
export async function watched(
  { connection, run }: Database,
  stage: Progress["stage"],
  { input, onProgress, signal, rows }: Watch,
  sql: string,
): Promise<void> {
  signal.throwIfAborted();
  const { size: bytes } = await stat(input);
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    onProgress({ stage, percentage, bytes, ...(rows !== undefined && { rows: rows() }) });
  }, PROGRESS_MILLISECONDS);
  try {
    await run(sql);
  } catch (error) {
    throw readingTrouble(error, input) ?? error;
  } finally {
    clearInterval(timer);
  }
  signal.throwIfAborted();
}

/** What DuckDB says where it cannot go on; its own words may quote a row. */
function readingTrouble(error: unknown, input: string): BulkTrouble | null {
  const message = String(error);
  if (/Out of Memory/i.test(message)) {
    return new BulkTrouble({
      id: "Memorinya tidak cukup. Beri lebih banyak dengan --memory, atau kurangi --threads.",
      en: "There is not enough memory. Give more with --memory, or fewer --threads.",
    });
  }
  if (!/CSV|Parquet|UTF-?8/i.test(message) || message.includes(BulkDisagreement.MARK)) return null;
  return new BulkTrouble({
    id: `Berkas ${input} tidak dapat dibaca. Periksa apakah isinya UTF-8, ujung barisnya sama semua, dan tanda kutipnya ditutup.`,
    en: `The file ${input} cannot be read. Check that it is UTF-8, that all its lines end alike, and that quotation marks are closed.`,
  });
}
