import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";

/**
 * A secret of this data directory: made once, kept where only its owner can read it. It is there whole
 * or not at all, whenever the process ends and whoever else is starting.
 */
export async function keptSecret(
  file: string,
  fresh: () => string | Promise<string>,
): Promise<string> {
  const kept = await readFile(file, "utf8").catch(ifNot("ENOENT"));
  if (kept !== undefined) return kept;
  const secret = await fresh();
  const whole = `${file}.${randomUUID()}`;
  try {
    await writeFile(whole, secret, { flag: "wx", mode: 0o600, flush: true });
    // Another process may be as early: whose file is first, its secret is everybody's.
    await link(whole, file).catch(ifNot("EEXIST"));
  } finally {
    await rm(whole, { force: true });
  }
  return await readFile(file, "utf8");
}

function ifNot(expected: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && "code" in error && error.code === expected)) throw error;
  };
}
