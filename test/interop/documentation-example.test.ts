import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";

const documentation = readFileSync("docs/json-rules-engine.md", "utf8");

function block(language: string): string {
  const found = documentation.match(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s"))?.[1];
  if (found === undefined) throw new Error(`no ${language} in the documentation`);
  return found;
}

test("the example of the documentation prints what the documentation says", () => {
  const { outputFiles } = buildSync({
    stdin: { contents: block("ts"), loader: "ts", resolveDir: process.cwd() },
    alias: {
      layak: "./src/index.ts",
      "layak/json-rules-engine": "./src/json-rules-engine.ts",
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    external: ["json-rules-engine"],
  });
  const directory = mkdtempSync("node_modules/.documentation-");
  try {
    const file = join(directory, "example.mjs");
    writeFileSync(file, outputFiles[0]?.text ?? "");
    expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe(block("text"));
  } finally {
    rmSync(directory, { recursive: true });
  }
});
