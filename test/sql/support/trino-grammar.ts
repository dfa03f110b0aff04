import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

type FaultsIn = (sql: string) => readonly unknown[];

/**
 * What a parser of Trino's whole grammar finds wrong with a text, for the tests of a file. Its own
 * modules name each other without their endings, so it is bundled first.
 */
export function trinoGrammar(): FaultsIn {
  const folder = mkdtempSync(join(tmpdir(), "layak-trino-"));
  let faultsIn: FaultsIn | null = null;
  beforeAll(async () => {
    const outfile = join(folder, "trino.mjs");
    await build({
      stdin: {
        contents:
          'import { TrinoSQL } from "dt-sql-parser"; const parser = new TrinoSQL(); export const faultsIn = (sql) => parser.validate(sql);',
        resolveDir: ".",
      },
      bundle: true,
      format: "esm",
      platform: "node",
      outfile,
      logLevel: "error",
    });
    ({ faultsIn } = await import(pathToFileURL(outfile).href));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  return (sql) => {
    if (faultsIn === null) throw new Error("the parser is not ready");
    return faultsIn(sql);
  };
}
