import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PlannedFile } from "./plan.ts";

/**
 * Writes what was planned: all of it or nothing, and a new file never over one that is there.
 * @throws Node's error, with `code` and `path`, where a file cannot be written.
 */
export async function writeFiles(directory: string, files: readonly PlannedFile[]): Promise<void> {
  const written: string[] = [];
  const writeNew = async (place: string, text: string): Promise<void> => {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text, { flag: "wx" });
    written.push(place);
  };
  try {
    for (const { path, text, isNew } of files) {
      await writeNew(join(directory, isNew ? path : `${path}.new`), text);
    }
    for (const { path, isNew } of files) {
      if (!isNew) await rename(join(directory, `${path}.new`), join(directory, path));
    }
  } catch (error) {
    for (const place of written) await rm(place, { force: true });
    throw error;
  }
}
