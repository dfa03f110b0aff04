// Builds everything that ships: the library, the command line and the functions.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import {
  buildFunction,
  REQUIRE_FOR_COMMON_JS,
  RULES_ENGINE_STAND_INS,
  TARGET,
} from "./build-function.mjs";
import { generateContract } from "./generate-openapi.mjs";

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

// The types beside it are made by the compiler, which clears nothing.
mkdirSync("dist", { recursive: true });
for (const name of readdirSync("dist")) {
  if (name !== "types") rmSync(`dist/${name}`, { recursive: true });
}

const common = {
  bundle: true,
  format: "esm",
  target: TARGET,
  logLevel: "warning",
  mainFields: ["module", "main"],
};

await build({
  ...common,
  entryPoints: ["src/index.ts", "src/node.ts", "src/json-rules-engine.ts"],
  outdir: "dist",
  splitting: true,
  // jsonc-parser's CommonJS form cannot be bundled by others, so its modules are taken in here.
  external: ["zod", "@noble/hashes/*", "json-rules-engine", "node:*"],
  platform: "neutral",
  sourcemap: true,
});

await build({
  ...common,
  entryPoints: { layak: "src/cli/main.ts" },
  outdir: "dist",
  // A command loads what it needs: read whole, the file takes two thirds of the time of `layak --version`.
  splitting: true,
  platform: "node",
  external: ["dynalite", "@duckdb/node-api"],
  alias: RULES_ENGINE_STAND_INS,
  banner: { js: `#!/usr/bin/env node\n${REQUIRE_FOR_COMMON_JS}` },
  minifySyntax: true,
});
// npm makes it executable when it links it, and not again after a build.
chmodSync("dist/layak.js", 0o755);

const names = readdirSync("functions")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));
const sizes = await Promise.all(
  names.map((name) => buildFunction(name, `functions/${name}.ts`, "dist/functions")),
);
for (const [index, { bytes, ownBytes }] of sizes.entries()) {
  const own = `${kilobytes(ownBytes)} without the AWS SDK`;
  console.log(`dist/functions/${names[index]}.mjs: starts with ${kilobytes(bytes)}, ${own}`);
}

// Last of what ships, so that broken rules still leave a command line that tells what is wrong.
const packing = await build({
  ...common,
  platform: "node",
  write: false,
  stdin: {
    contents: `
      import { packRules } from "./functions/wiring/packed-rules.ts";
      import { readPack } from "./src/pack/read-pack.ts";
      import { applicationsTable } from "./src/sql/glue-table.ts";
      export async function packed() {
        const result = await readPack("rules");
        if (!result.ok) return null;
        return { rules: packRules(result.pack), table: applicationsTable(result.pack) };
      }`,
    resolveDir: ".",
    loader: "ts",
  },
});
const source = Buffer.from(packing.outputFiles[0].contents).toString("base64");
const { packed } = await import(`data:text/javascript;base64,${source}`);
const written = await packed();

const engine = await build({
  ...common,
  stdin: {
    contents: `
      export { decide, prepare } from "./src/engine/decision/prepare.ts";
      export { explain } from "./src/engine/explanation/explain.ts";
      export { horizon } from "./src/engine/decision/horizon.ts";
      export { remedies } from "./src/engine/remedies/remedies.ts";`,
    resolveDir: ".",
    loader: "ts",
  },
  platform: "browser",
  target: "es2023",
  minify: true,
  write: false,
});
const [bundle] = engine.outputFiles;
console.log(
  `engine for a browser, no dependency: ${kilobytes(gzipSync(bundle.contents).length)} gzipped`,
);

if (written === null) {
  console.error("rules/ is not valid, so the functions have none: run node dist/layak.js validate");
  process.exitCode = 1;
} else {
  writeFileSync("dist/functions/rules.json", written.rules);
  writeFileSync("dist/functions/applications.json", `${JSON.stringify(written.table)}\n`);
  await generateContract();
}
