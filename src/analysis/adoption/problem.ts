import type { Text } from "../../engine/model/text.ts";
import { policyPath } from "../../pack/adoptions/places.ts";
import type { Diagnostic, Severity } from "../../pack/diagnostics/diagnostic.ts";

/** What keeps a version from being adopted, with its place where it has one. */
export interface AdoptionProblem {
  /** Relative to the rules directory; with `line` and `column`. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** The diagnostic's code, where it is one. */
  readonly code?: string;
  /** With the code: what it is where nothing is being adopted. */
  readonly severity?: Severity;
  readonly alike?: AlikeProblem;
  readonly message: Text;
  /** What to do about it. */
  readonly help?: Text;
}

/** What a version can have many of, to be mended in one way. */
export type AlikeProblem = "case-unconfirmed" | "case-contradicting-itself";

/** What is said of a version as a whole, at the first line of its file. */
export function problemOfVersion(
  { service, version }: { readonly service: string; readonly version: string },
  message: Text,
  help: Text,
): AdoptionProblem {
  return { file: policyPath(service, version), line: 1, column: 1, message, help };
}

export function errorsIn(diagnostics: readonly Diagnostic[]): readonly AdoptionProblem[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}
