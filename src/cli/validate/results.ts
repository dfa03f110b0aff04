import type { OpenQuestion } from "../../analysis/findings/find.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";

/** What a rules directory was found to be. */
export interface Results {
  /** As the reader typed it; files are told relative to it. */
  readonly directory: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly unsettled: readonly OpenQuestion[];
  readonly services: number;
  readonly cases: number;
}

/** Ways to tell results: for people, programs, and the checks of a pull request. */
export const FORMATS = ["text", "json", "github", "sarif"] as const;

export type Format = (typeof FORMATS)[number];

export function isFormat(word: string): word is Format {
  return FORMATS.some((format) => format === word);
}
