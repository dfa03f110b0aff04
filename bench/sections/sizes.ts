import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { policyModule } from "../../src/module/policy-module.ts";
import { datedPolicies } from "../../src/module/stretches.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "../rules/pack.ts";

/** What is bundled, minified, for a browser. */
const BUNDLED: Readonly<Record<string, string>> = {
  "Layak: decide, explain, horizon, remedies": `
    export { decide, prepare } from "./src/engine/decision/prepare.ts";
    export { explain } from "./src/engine/explanation/explain.ts";
    export { horizon } from "./src/engine/decision/horizon.ts";
    export { remedies } from "./src/engine/remedies/remedies.ts";`,
  "Layak: all of the library, that reads and checks rules too": 'export * from "./src/index.ts";',
  "json-logic-engine": 'export { LogicEngine } from "json-logic-engine";',
  "json-rules-engine": 'export { Engine } from "json-rules-engine";',
  ajv: 'export { Ajv } from "ajv";',
  feelin: 'export { evaluate, unaryTest } from "feelin";',
  publicodes: 'export { default as Engine } from "publicodes";',
};

/** What an engine runs that is not JavaScript: the largest file of its package. */
const BINARIES: Readonly<Record<string, string>> = {
  "Cedar (WebAssembly)": "node_modules/@cedar-policy/cedar-wasm/nodejs",
  "GoRules ZEN (native, of one platform)": "node_modules/@gorules/zen-engine-linux-x64-gnu",
};

/** How much of each engine a page or a function must load. */
export async function measureSizes(): Promise<boolean> {
  printTitle("What is to be loaded, minified and compressed by gzip");
  const rows: (readonly [string, Uint8Array])[] = [
    ["Layak: the policy as a module, nothing beside it", await moduleOfPolicy()],
  ];
  for (const [name, contents] of Object.entries(BUNDLED))
    rows.push([name, await bundled(contents)]);
  for (const [name, directory] of Object.entries(BINARIES)) {
    if (existsSync(directory)) rows.push([name, largestIn(directory)]);
  }
  printTable(
    ["code", "kB", "kB, gzip"],
    rows.map(([name, bytes]) => [name, kilobytes(bytes), kilobytes(gzipSync(bytes))]),
  );
  return true;
}

async function moduleOfPolicy(): Promise<Uint8Array> {
  const pack = benchmarkPack();
  const service = pack.services.get(BENCHMARK_SERVICE);
  const [policy] = service === undefined ? [] : datedPolicies(pack, service);
  if (policy === undefined) throw new Error(`there is no policy of ${BENCHMARK_SERVICE}`);
  return bundled(policyModule(policy));
}

async function bundled(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    minify: true,
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

function largestIn(directory: string): Uint8Array {
  const files = readdirSync(directory).map((file) => readFileSync(join(directory, file)));
  return files.toSorted((one, other) => other.length - one.length)[0] ?? new Uint8Array();
}

function kilobytes({ length }: Uint8Array): string {
  return figure(length / 1000);
}
