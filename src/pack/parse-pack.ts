import type { Pack } from "../engine/model/pack.ts";
import { checkFiles } from "./check-files.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** The rules as a pack, with warnings; or everything that is wrong with them. */
export type PackResult =
  | { readonly ok: true; readonly pack: Pack; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Checks the files of a rules directory and makes them into a pack. Pure and synchronous.
 * `files` maps paths relative to the directory, with `/`, to their text. Every problem of every
 * file is told in one run; a pack with any error is never given.
 */
export function parsePack(files: Readonly<Record<string, string>>): PackResult {
  return checkFiles(new Map(Object.entries(files)));
}
