import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { id: "kesalahan", en: "error" },
  warning: { id: "peringatan", en: "warning" },
};

const HELP: Text = { id: "bantuan", en: "help" };

/**
 * A diagnostic for a terminal: `file:line:column error LYK203 message`, and the help on a second
 * line. The caller puts the rules directory before it.
 */
export function formatDiagnostic(diagnostic: Diagnostic, language: Language): string {
  const { file, line, column, severity, code, message, help } = diagnostic;
  const told = `${file}:${line}:${column} ${say(SEVERITIES[severity], language)} ${code} ${say(message, language)}`;
  return help === undefined ? told : `${told}\n${say(HELP, language)}: ${say(help, language)}`;
}
