import { build } from "esbuild";
import { expect, it } from "vitest";

/** Which files run before it is known what is asked; what a command does is loaded by `import()`. */
async function loadedAtOnce(): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: ["src/cli/main.ts"],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    external: ["dynalite", "@duckdb/node-api"],
    outdir: "unwritten",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const { outputs } = metafile;
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const statics = outputs[name]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
    for (const { path } of statics) visit(path);
  };
  visit("unwritten/main.js");
  return [...seen]
    .flatMap((name) => Object.entries(outputs[name]?.inputs ?? {}))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
}

it("a command loads nothing of another: only how each is called is known at once", async () => {
  const own = (await loadedAtOnce()).filter(
    (file) => !/node_modules\/(commander|picocolors)\//.test(file),
  );
  const expected =
    /^(package\.json|src\/cli\/(main|commands|terminal)\.ts|src\/cli\/command-line\/[a-z-]+\.ts|src\/cli\/([a-z-]+\/)+options\.ts|src\/engine\/model\/text\.ts|src\/pack\/suggest\.ts)$/;
  expect(own.filter((file) => !expected.test(file))).toEqual([]);
  expect(own).toContain("src/cli/commands.ts");
});
