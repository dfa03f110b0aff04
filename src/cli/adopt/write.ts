import { open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes each text beside its file, then puts it in its place, in the order given. What somebody
 * who broke off left beside a file is written over.
 */
export async function replaceFiles(
  directory: string,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [file, text] of texts) {
    const path = join(directory, file);
    const beside = besideOf(path);
    await writeThrough(beside, text);
    await rename(beside, path);
  }
}

/** On the disk before it takes the other's place: a power cut leaves the old file or the new one. */
async function writeThrough(path: string, text: string): Promise<void> {
  const handle = await open(path, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name that no reader of rules looks at. */
function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}
