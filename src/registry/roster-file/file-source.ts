import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type RosterSource, SourceChanged } from "./source.ts";

/** A file on this machine, and when it was last written. */
export interface FileSource extends RosterSource {
  readonly modifiedAt: Date;
}

/** @throws whatever keeps the file from being read. */
export async function fileSource(path: string): Promise<FileSource> {
  const { size, mtimeMs, mtime } = await stat(path);
  async function refuseIfChanged(): Promise<void> {
    const now = await stat(path);
    if (now.size !== size || now.mtimeMs !== mtimeMs) throw new SourceChanged();
  }
  async function* open(offset: number): AsyncGenerator<Uint8Array> {
    await refuseIfChanged();
    yield* createReadStream(path, { start: offset });
    await refuseIfChanged();
  }
  return { open, modifiedAt: mtime };
}
