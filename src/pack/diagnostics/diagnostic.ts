import type { Text } from "../../engine/model/text.ts";
import type { Position } from "../json/positions.ts";
import type { DiagnosticCode } from "./codes.ts";

export type Severity = "error" | "warning";

/** What is wrong, before anyone says where. `message` is one line and names the user's words. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly message: Text;
  /** What to do about it. */
  readonly help?: Text;
}

/** A finding with its place; `file` is relative to the rules directory, with `/`. */
export interface Diagnostic extends Finding, Position {
  readonly severity: Severity;
  readonly file: string;
}

/** Errors keep a pack from being made; warnings, all `LYK8xx` and `LYK9xx`, do not. */
export function severityOf(code: DiagnosticCode): Severity {
  return code >= "LYK8" ? "warning" : "error";
}

/** Whoever tells people that something is wrong tells them what to do about it. */
export function finding(code: DiagnosticCode, message: Text, help: Text): Finding {
  return { code, message, help };
}

export function diagnosticAt(file: string, position: Position, found: Finding): Diagnostic {
  const { code, message, help } = found;
  const { line, column } = position;
  const severity = severityOf(code);
  return { code, severity, file, line, column, message, ...(help !== undefined && { help }) };
}

/** By file, then line, column and code: the order in which people read them. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (first, second) =>
      compareWords(first.file, second.file) ||
      first.line - second.line ||
      first.column - second.column ||
      compareWords(first.code, second.code),
  );
}

function compareWords(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
