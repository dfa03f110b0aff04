import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import type { AdoptionProblem } from "../../analysis/adoption/problem.ts";
import { RECORD_PATH } from "../../pack/adoptions/record.ts";

/** Why the record cannot be written. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
  readonly problem: AdoptionProblem;

  constructor(problem: AdoptionProblem) {
    super(problem.message.en ?? problem.message.id);
    this.problem = problem;
  }
}

/** That nobody else writes the record of a directory meanwhile. */
export interface Lock {
  /** Whether another had it before, and broke off. */
  readonly brokenOff: boolean;
}

/**
 * Does some work while nobody else may write the record of a directory.
 * @throws CannotWrite
 */
export async function withDirectoryLocked<T>(
  directory: string,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  const path = join(directory, `.${RECORD_PATH}.lock`);
  const lock = await acquire(path, join(directory, RECORD_PATH));
  try {
    return await work(lock);
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, record: string): Promise<Lock> {
  try {
    await write(path);
    return { brokenOff: false };
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw new CannotWrite(unwritable(record, codeOf(error)));
  }
  if (await isHeld(path)) throw new CannotWrite(inUse(path));
  // Of two who find the same remains only one can move them away.
  const remains = `${path}.${process.pid}`;
  await rename(path, remains).catch(() => {
    throw new CannotWrite(inUse(path));
  });
  await rm(remains, { force: true });
  await write(path).catch(() => {
    throw new CannotWrite(inUse(path));
  });
  return { brokenOff: true };
}

const HOLDER = z.object({ host: z.string(), pid: z.int(), started: z.number() });

/** Who holds a lock; numbers of processes are given again, so the time of their start belongs to it. */
function thisProcess(): z.infer<typeof HOLDER> {
  return { host: hostname(), pid: process.pid, started: performance.timeOrigin };
}

async function write(path: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(JSON.stringify(thisProcess()));
  } finally {
    await handle.close();
  }
}

/** Within which a lock is written after it was made. */
const MOMENT_MS = 5_000;

/** Whether the process that made a lock may still be running. */
async function isHeld(path: string): Promise<boolean> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return true;
  const holder = readHolder(text);
  // Not written to the end: by somebody who is about to, or who never will.
  if (holder === null) return Date.now() - (await stat(path)).mtimeMs < MOMENT_MS;
  const { host, pid, started } = thisProcess();
  if (holder.host !== host) return true;
  return holder.pid === pid ? holder.started === started : isRunning(holder.pid);
}

function readHolder(text: string): z.infer<typeof HOLDER> | null {
  try {
    return HOLDER.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It may be another user's.
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function inUse(path: string): AdoptionProblem {
  return {
    message: {
      id: `"${path}" masih ada: perintah adopt lain sedang berjalan.`,
      en: `"${path}" is there: another adopt is running.`,
    },
    help: {
      id: "ulangi setelah selesai; bila tidak ada yang sedang berjalan, juga di komputer lain, hapus berkas itu",
      en: "try again once it has ended; if none is running, on no other machine either, delete that file",
    },
  };
}

function unwritable(path: string, code: string): AdoptionProblem {
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
