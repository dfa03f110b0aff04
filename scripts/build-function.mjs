import { build } from "esbuild";
import { plainKeys } from "./plain-keys.mjs";

/** The oldest Node that what is built runs on. */
export const TARGET = "node20";

// Bundled CommonJS packages ask for Node's own modules by require.
export const REQUIRE_FOR_COMMON_JS =
  "import { createRequire as layakRequire } from 'node:module'; const require = layakRequire(import.meta.url);";

/** What is never asked of json-rules-engine. */
export const RULES_ENGINE_STAND_INS = {
  clone: "./functions/wiring/no-copies.ts",
  "hash-it": "./functions/wiring/no-hash.ts",
  eventemitter2: "./functions/wiring/no-listeners.ts",
  "jsonpath-plus": "./functions/wiring/no-json-path.ts",
};

/** What a function never asks of json-rules-engine and of the AWS SDK. */
export const STAND_INS = {
  ...RULES_ENGINE_STAND_INS,
  "@aws-sdk/credential-provider-node": "./functions/wiring/lambda-credentials.ts",
  "@smithy/core/event-streams": "./functions/wiring/no-event-streams.ts",
};

/** The AWS SDK itself; what only it brings counts as it does. */
const SDK = /node_modules\/@(?:aws-sdk|smithy)\//;

/**
 * Bundles one function: `<name>.mjs`, and in `parts/<name>/` the rest of what it loads, apart from what
 * only some calls need, which costs nothing until it is asked for. Where it is to be `whole`, nothing of
 * what it imports is left out.
 *
 * Gives the bytes that a start loads, and how many of them are not the AWS SDK's.
 */
export async function buildFunction(name, source, outdir, { whole = false } = {}) {
  const { metafile } = await build({
    entryPoints: [{ in: source, out: name }],
    outdir,
    outExtension: { ".js": ".mjs" },
    chunkNames: `parts/${name}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: TARGET,
    mainFields: ["module", "main"],
    ...(!whole && { alias: STAND_INS, plugins: [plainKeys] }),
    banner: { js: REQUIRE_FOR_COMMON_JS },
    minify: true,
    metafile: true,
    logLevel: "warning",
  });
  const { inputs, outputs } = metafile;
  const [start = ""] = Object.keys(outputs).filter((file) => outputs[file].entryPoint === source);
  const loaded = reachable([start], (file) => staticImports(outputs[file], outputs));
  const ours = reachable([source], (file) =>
    SDK.test(file) ? [] : staticImports(inputs[file], inputs),
  );
  const all = loaded.map((file) => outputs[file]);
  const own = all
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([input]) => !SDK.test(input) && ours.includes(input));
  return {
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    ownBytes: own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
  };
}

function staticImports({ imports }, known) {
  return imports
    .filter(({ kind, path }) => kind !== "dynamic-import" && known[path] !== undefined)
    .map(({ path }) => path);
}

function reachable(from, next) {
  const seen = new Set(from);
  // Sets give what is added while they are walked through, too.
  for (const file of seen) for (const found of next(file)) seen.add(found);
  return [...seen];
}
