import { readFileSync } from "node:fs";
import { access, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { checkFiles, type FileText } from "./check-files.ts";
import { type Diagnostic, diagnosticAt } from "./diagnostics/diagnostic.ts";
import { notUtf8, partOfTheRules, unreadable } from "./diagnostics/files.ts";
import type { Words } from "./diagnostics/values.ts";
import { isRuleFile } from "./files.ts";
import type { PackOptions, PackResult } from "./parse-pack.ts";

/**
 * Reads a rules directory and gives what `parsePack` gives. Never rejects because of the
 * directory: what cannot be read is a diagnostic. Nothing else runs while it reads and checks.
 */
export async function readPack(directory: string, options: PackOptions = {}): Promise<PackResult> {
  const read = await readRuleFiles(directory);
  return read.ok ? checkFiles(read.files, { directory, ...options }) : read;
}

/** The texts of a rules directory by their path; or why there are none. */
export type RuleFiles =
  | { readonly ok: true; readonly files: ReadonlyMap<string, FileText> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads the files of a rules directory as they are, for those who point into them too. */
export async function readRuleFiles(directory: string): Promise<RuleFiles> {
  let paths: readonly string[];
  try {
    paths = await listFiles(directory);
  } catch (error) {
    const found = unreadable(directory, reasonOf(error));
    return { ok: false, diagnostics: [diagnosticAt(".", { line: 1, column: 1 }, found)] };
  }
  const whole = paths.includes("facts.json") ? null : await rulesAround(directory);
  if (whole !== null) {
    const found = partOfTheRules(directory, whole);
    return { ok: false, diagnostics: [diagnosticAt(".", { line: 1, column: 1 }, found)] };
  }
  const files = new Map(paths.map((path) => [path, readText(directory, path)]));
  return { ok: true, files };
}

/** The rules directory that a folder of a city or a service is in; null where there is none. */
async function rulesAround(directory: string): Promise<string | null> {
  for (const around of [join(directory, ".."), join(directory, "..", "..")]) {
    const isThere = await access(join(around, "facts.json")).then(
      () => true,
      () => false,
    );
    if (isThere) return around;
  }
  return null;
}

async function listFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return (
    entries
      // A pipe would be waited for.
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
      .filter(isRuleFile)
  );
}

/** At once: on its way through the runtime's threads a file takes five times as long. */
function readText(directory: string, path: string): FileText {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(directory, path));
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return notUtf8();
  }
}

function reasonOf(error: unknown): Words {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
      return { id: "tidak ada", en: "there is no such file or folder" };
    case "ENOTDIR":
      return { id: "bukan folder", en: "it is not a folder" };
    case "EACCES":
    case "EPERM":
      return { id: "tanpa hak baca", en: "permission denied" };
    default: {
      const words = error instanceof Error ? error.message : String(error);
      return { id: words, en: words };
    }
  }
}
