import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { AdoptionProblem } from "../../analysis/adoption/problem.ts";

/** Why the record cannot be written. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
  readonly problem: AdoptionProblem;

  constructor(problem: AdoptionProblem) {
    super(problem.message.en ?? problem.message.id);
    this.problem = problem;
  }
}

function inUse(path: string): AdoptionProblem {
  return {
    message: {
      id: `"${path}" masih ada: perintah adopt lain sedang berjalan, atau terputus.`,
      en: `"${path}" is still there: another adopt is running, or one broke off.`,
    },
    help: {
      id: "bila tidak ada yang sedang berjalan, hapus berkas itu dan ulangi",
      en: "if none is running, delete that file and try again",
    },
  };
}

function unwritable(path: string, { code = "" }: NodeJS.ErrnoException): AdoptionProblem {
  return {
    message: {
      id: `"${path}" tidak dapat ditulis (${code}).`,
      en: `"${path}" cannot be written (${code}).`,
    },
    help: {
      id: "periksa --rules dan hak tulis foldernya",
      en: "check --rules, and that you may write to the folder",
    },
  };
}

/** A file that is to replace another, and that nobody else may write meanwhile. */
export interface Lock {
  readonly path: string;
  readonly beside: string;
  readonly handle: FileHandle;
}

/**
 * Opens the file that is to replace another beside it, and removes it in the end if it did not.
 * @throws CannotWrite
 */
export async function withFileLocked<T>(
  path: string,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const beside = besideOf(path);
  const handle = await open(beside, "wx").catch((error: NodeJS.ErrnoException) => {
    throw new CannotWrite(error.code === "EEXIST" ? inUse(beside) : unwritable(path, error));
  });
  try {
    return await work({ path, beside, handle });
  } finally {
    await handle.close();
    await rm(beside, { force: true });
  }
}

/** Writes texts beside their files, then puts them in their place; the locked file comes last. */
export async function replaceFiles(
  directory: string,
  texts: ReadonlyMap<string, string>,
  lock: Lock,
): Promise<void> {
  for (const [file, text] of texts) {
    const path = join(directory, file);
    if (path === lock.path) continue;
    const beside = besideOf(path);
    const handle = await open(beside, "w");
    try {
      await writeThrough(handle, text);
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  }
  const own = [...texts].find(([file]) => join(directory, file) === lock.path);
  if (own === undefined) return;
  await writeThrough(lock.handle, own[1]);
  await rename(lock.beside, lock.path);
}

/** On the disk before it takes the other's place: a power cut leaves the old file or the new one. */
async function writeThrough(handle: FileHandle, text: string): Promise<void> {
  await handle.writeFile(text);
  await handle.sync();
}

/** A name that no reader of rules looks at. */
function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}
