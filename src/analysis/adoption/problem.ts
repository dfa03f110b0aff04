import type { Text } from "../../engine/model/text.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";

/** What keeps a version from being adopted, with its place where it has one. */
export interface AdoptionProblem {
  /** Relative to the rules directory; with `line` and `column`. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The diagnostic's code, where it is one. */
  readonly code?: string;
  readonly message: Text;
  /** What to do about it. */
  readonly help?: Text;
}

export function problemsOf(diagnostics: readonly Diagnostic[]): readonly AdoptionProblem[] {
  return diagnostics.map(({ severity: _severity, ...problem }) => problem);
}
