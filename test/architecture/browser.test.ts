import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { describe, expect, it } from "vitest";

async function bundle(
  contents: string,
): Promise<{ readonly text: string; readonly meta: Metafile }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2023",
    minify: true,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return { text: outputFiles[0]?.text ?? "", meta: metafile };
}

describe("in a browser", () => {
  it("the library bundles without any module of Node", async () => {
    const { meta } = await bundle('export * from "./src/index.ts";');
    const external = Object.values(meta.outputs).flatMap(({ imports }) => imports);
    const nodes = Object.keys(meta.inputs).filter((input) =>
      /^(node:|fs$|path$|crypto$)/.test(input),
    );
    expect([external, nodes]).toEqual([[], []]);
  });

  it("the engine has no dependency and is under 15 kB gzipped", async () => {
    const { text, meta } = await bundle(`
      export { decide, prepare } from "./src/engine/decision/prepare.ts";
      export { explain } from "./src/engine/explanation/explain.ts";
      export { horizon } from "./src/engine/decision/horizon.ts";
      export { remedies } from "./src/engine/remedies/remedies.ts";
      export { LayakError } from "./src/engine/errors.ts";`);
    expect(Object.keys(meta.inputs).filter((input) => input.includes("node_modules"))).toEqual([]);
    expect(gzipSync(text).length).toBeLessThan(15_000);
  });

  it("no part of the library evaluates text or reads a clock", async () => {
    const { text } = await bundle('export * from "./src/index.ts";');
    const engine = await bundle('export * from "./src/engine/answer.ts";');
    expect(engine.text).not.toMatch(/\beval\b|new Function|Date\.now|new Date\(\)|Math\.random/);
    expect(text).not.toMatch(/process\.env/);
  });
});

describe("by those who bundle it for Node", () => {
  it.each(["esm", "cjs"] as const)("the built library runs as %s", async (format) => {
    const { outputFiles } = await build({
      stdin: {
        contents:
          'import { parsePack } from "layak"; console.log(parsePack({ "facts.json": "{" }).ok);',
        resolveDir: ".",
      },
      bundle: true,
      format,
      platform: "node",
      write: false,
      logLevel: "silent",
    });
    const program = outputFiles[0]?.text ?? "";
    const options = [`--input-type=${format === "esm" ? "module" : "commonjs"}`, "-"];
    const printed = execFileSync(process.execPath, options, { input: program, encoding: "utf8" });
    expect(printed).toBe("false\n");
  });
});
