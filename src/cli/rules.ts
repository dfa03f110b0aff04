import { join } from "node:path";
import type { Pack } from "../engine/model/pack.ts";
import type { Language } from "../engine/model/text.ts";
import { say } from "../engine/model/text.ts";
import type { Diagnostic } from "../pack/diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../pack/diagnostics/format.ts";
import type { PackOptions } from "../pack/parse-pack.ts";
import { readPack } from "../pack/read-pack.ts";
import { counted } from "./counted.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The pack of a rules directory, or null after telling everything that is wrong with it. Commands of
 * policy staff give `today`; those that decide do not, so that no day passing can stop them.
 */
export async function loadRules(
  terminal: Terminal,
  directory: string,
  language: Language,
  options: PackOptions = {},
): Promise<Pack | null> {
  const result = await readPack(directory, options);
  if (result.ok) return result.pack;
  for (const diagnostic of result.diagnostics) {
    terminal.complain(tellDiagnostic(diagnostic, directory, language));
  }
  const errors = result.diagnostics.filter(({ severity }) => severity === "error").length;
  const summary = {
    id: `${errors} kesalahan: aturan ini belum dapat memutuskan apa pun. Perbaiki, lalu jalankan lagi.`,
    en: `${counted(errors, "error")}: these rules decide nothing yet. Mend them and run this again.`,
  };
  terminal.complain(say(summary, language));
  return null;
}

/** A diagnostic with its path as the reader typed the directory. */
export function tellDiagnostic(
  diagnostic: Diagnostic,
  directory: string,
  language: Language,
): string {
  return formatDiagnostic({ ...diagnostic, file: join(directory, diagnostic.file) }, language);
}
