import { readFile, writeFile } from "node:fs/promises";

/** A secret of this data directory: made once, kept where only its owner can read it. */
export async function keptSecret(
  file: string,
  fresh: () => string | Promise<string>,
): Promise<string> {
  const kept = await readFile(file, "utf8").catch(ifNot("ENOENT"));
  if (kept !== undefined) return kept;
  // Another process may be as early: whose file is first, its secret is everybody's.
  await writeFile(file, await fresh(), { flag: "wx", mode: 0o600 }).catch(ifNot("EEXIST"));
  return await readFile(file, "utf8");
}

function ifNot(expected: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && "code" in error && error.code === expected)) throw error;
  };
}
