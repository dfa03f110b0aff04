import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Lines } from "../../population/lines.ts";
import type { Population } from "../../population/population.ts";

/** About as much as is written at once. */
const CHUNK_CHARACTERS = 262_144;

/** Rows to write, and who is told how far it is. */
export interface WriteRowsOptions {
  readonly rows: number;
  readonly onRows: (written: number) => void;
  readonly signal: AbortSignal;
}

/** Writes the first rows of a population into a file, never holding more than a chunk. */
export async function writeRows(
  path: string,
  { head, line }: Lines,
  { application }: Population,
  { rows, onRows, signal }: WriteRowsOptions,
): Promise<void> {
  const file = createWriteStream(path);
  const done = finished(file);
  // Whoever awaits a write learns of the error there; it must not go unhandled meanwhile.
  done.catch(() => undefined);
  try {
    let text = head;
    for (let row = 1; row <= rows; row++) {
      text += line(row, application(row));
      if (text.length < CHUNK_CHARACTERS) continue;
      if (!file.write(text)) await Promise.race([once(file, "drain"), done]);
      text = "";
      onRows(row);
      // Lets a signal in.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    file.end(text);
    await done;
  } finally {
    file.destroy();
  }
}
