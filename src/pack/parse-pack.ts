import type { Pack } from "../engine/model/pack.ts";
import { checkFiles } from "./check-files.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";

/** The rules as a pack, with warnings; or everything that is wrong with them. */
export type PackResult =
  | { readonly ok: true; readonly pack: Pack; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How rules are checked. */
export interface PackOptions {
  /**
   * `YYYY-MM-DD` in Jakarta. Where it is given, what changes answers of days before it by an adopted
   * version must be on record; else only what was late when the version was last recorded is told.
   * So must what was confirmed be confirmed by then.
   */
  readonly today?: string;
  /** `unchecked`: nothing is held against `adoptions.json`. `checked` unless stated. */
  readonly adoptions?: "checked" | "unchecked";
  /** The rules directory as its reader named it, for the commands in messages; `rules` unless stated. */
  readonly directory?: string;
}

/**
 * Checks the files of a rules directory and makes them into a pack. Pure and synchronous.
 * `files` maps paths relative to the directory, with `/`, to their text. Every problem of every
 * file is told in one run; a pack with any error is never given.
 */
export function parsePack(
  files: Readonly<Record<string, string>>,
  options: PackOptions = {},
): PackResult {
  return checkFiles(new Map(Object.entries(files)), options);
}
