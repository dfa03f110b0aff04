import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * A secret of this data directory: made once, kept where only its owner can read it. It is there whole
 * or not at all, whenever the process ends and whoever else is starting; on file systems without
 * hard links too.
 */
export async function keptSecret(
  file: string,
  fresh: () => string | Promise<string>,
): Promise<string> {
  const kept = await readIfThere(file);
  if (kept === undefined) {
    const own = `${file}.${randomUUID()}`;
    try {
      await keep(file, await chosen(file, own, await fresh()), own);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }
  await takeAwayChoice(file);
  return await readFile(file, "utf8");
}

/** The secret of whoever is first, as others may be as early; undefined where all is done already. */
async function chosen(file: string, own: string, secret: string): Promise<string | undefined> {
  await mkdir(own, { mode: 0o700 });
  await writeFile(join(own, "secret"), secret, { flag: "wx", mode: 0o600, flush: true });
  const first = firstOf(file);
  // A directory never takes the place of one that holds something.
  const lost = await rename(own, first).catch((error: unknown) => ({ error }));
  const winner = await readIfThere(join(first, "secret"));
  if (winner === undefined && lost !== undefined && (await readIfThere(file)) === undefined) {
    throw lost.error;
  }
  return winner;
}

/** Puts the chosen secret in its place, unless it stands there. */
async function keep(file: string, secret: string | undefined, own: string): Promise<void> {
  // Looked for after the choice: a choice is taken away only once its secret is in its place, so
  // a second one is seen to be too late.
  if (secret === undefined || (await readIfThere(file)) !== undefined) return;
  await mkdir(own, { recursive: true, mode: 0o700 });
  const whole = join(own, "kept");
  await writeFile(whole, secret, { mode: 0o600, flush: true });
  // Others may do so at the same time, with the same secret.
  await rename(whole, file);
}

/** Moved before it is removed: half removed, another's could take its place. */
async function takeAwayChoice(file: string): Promise<void> {
  // A folder that cannot be written to may still be read.
  if ((await readIfThere(join(firstOf(file), "secret"))) === undefined) return;
  const away = `${file}.${randomUUID()}`;
  await rename(firstOf(file), away).catch(ifNot("ENOENT"));
  await rm(away, { recursive: true, force: true });
}

function firstOf(file: string): string {
  return `${file}.first`;
}

function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(ifNot("ENOENT"));
}

function ifNot(expected: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && "code" in error && error.code === expected)) throw error;
  };
}
