import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figures } from "../../monitoring/figures/figures.ts";
import { readFigures } from "../../monitoring/figures/read.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";
import { diagnosticAt } from "../../pack/diagnostics/diagnostic.ts";
import { notUtf8, unreadable } from "../../pack/diagnostics/files.ts";

export type OpenedFigures =
  | { readonly ok: true; readonly figures: readonly Figures[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a figures file, or every `.json` of a folder of them. Files keep the reader's own path. */
export async function openFigures(path: string): Promise<OpenedFigures> {
  const files = await filesAt(path);
  if (files === null) return { ok: false, diagnostics: [cannotBeRead(path)] };
  const read = await Promise.all(files.map(openOne));
  const wrong = read.flatMap((one) => (one.ok ? [] : one.diagnostics));
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  return { ok: true, figures: read.flatMap((one) => (one.ok ? [one.figures] : [])) };
}

/**
 * The reports that come with Layak: the folder `figures` beside `dist` and `src`, whichever of them
 * this runs in.
 */
export function shippedFigures(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = here.replace(/[/\\](?:dist|src[/\\]cli[/\\]coverage)$/, "");
  return join(root, "figures");
}

async function filesAt(path: string): Promise<readonly string[] | null> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith(".json")).sort();
    return names.length === 0 ? null : names.map((name) => join(path, name));
  } catch {
    return null;
  }
}

async function openOne(path: string) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return { ok: false, diagnostics: [cannotBeRead(path)] } as const;
  }
  try {
    return readFigures(path, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const diagnostics = [diagnosticAt(path, START, notUtf8())];
    return { ok: false, diagnostics } as const;
  }
}

const START = { line: 1, column: 1 };

function cannotBeRead(path: string): Diagnostic {
  const reason = { id: "tidak ada berkas angka di sana", en: "there is no figures file" };
  return diagnosticAt(path, START, unreadable(path, reason));
}
