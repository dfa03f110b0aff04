import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Pack, parsePack } from "../../src/index.ts";

export const BENCHMARK_SERVICE = "uji/kiosk";

/** The one policy that all engines decide by: 8 requirements, 20 leaves. */
export function benchmarkPack(): Pack {
  return packOf(readRules("bench/rules"));
}

/** The JSON files under a directory, as `parsePack` takes them. */
export function readRules(directory: string): Readonly<Record<string, string>> {
  const paths = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".json") && !path.startsWith("schema"),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(directory, path), "utf8")]),
  );
}

/** @throws Error with every diagnostic where the rules have errors. */
export function packOf(files: Readonly<Record<string, string>>): Pack {
  const result = parsePack(files);
  if (result.ok) return result.pack;
  const told = result.diagnostics.map(({ file, line, message }) => `${file}:${line} ${message.id}`);
  throw new Error(`the rules of the benchmarks have errors:\n${told.join("\n")}`);
}
