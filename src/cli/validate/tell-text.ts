import { join } from "node:path";
import type { OpenQuestion } from "../../analysis/findings/find.ts";
import { type Language, say } from "../../engine/model/text.ts";
import { DIAGNOSTIC_CODES } from "../../pack/diagnostics/codes.ts";
import { counted } from "../counted.ts";
import { tellDiagnostic } from "../rules.ts";
import type { Terminal } from "../terminal.ts";
import type { Results } from "./results.ts";

/** Results for people: errors on their own stream, then what there is altogether. */
export function tellText(terminal: Terminal, results: Results, language: Language): void {
  for (const diagnostic of results.diagnostics) {
    const line = tellDiagnostic(diagnostic, results.directory, language);
    if (diagnostic.severity === "error") terminal.complain(line);
    else terminal.print(line);
  }
  tellSummary(terminal, results, language);
}

/** What was found in one line, and in another what could not be settled. */
export function tellSummary(terminal: Terminal, results: Results, language: Language): void {
  const { ok, diagnostics, unsettled, services, cases } = results;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  for (const question of unsettled) terminal.print(openLine(question, results.directory, language));
  if (unsettled.length > 0) {
    terminal.print(
      say(
        {
          id: `${unsettled.length} pertanyaan tentang makna aturan belum terjawab dalam batas pencarian: periksa sendiri tempatnya, di atas.`,
          en: `${counted(unsettled.length, "question")} about what the rules mean ${unsettled.length === 1 ? "was" : "were"} not settled within the search's limit: check ${unsettled.length === 1 ? "its place" : "their places"} above yourself.`,
        },
        language,
      ),
    );
  }
  if (ok) {
    const summary = {
      id: `Aturan sah: ${services} layanan, ${cases} contoh kasus, ${warnings} peringatan.`,
      en: `The rules are valid: ${counted(services, "service")}, ${counted(cases, "case")}, ${counted(warnings, "warning")}.`,
    };
    terminal.print(terminal.paint.green(say(summary, language)));
    return;
  }
  const summary = {
    id: `Aturan belum sah: ${errors} kesalahan, ${warnings} peringatan.`,
    en: `The rules are not valid: ${counted(errors, "error")}, ${counted(warnings, "warning")}.`,
  };
  terminal.complain(say(summary, language));
}

/** Where a question stands, what it is, and of which policy it was asked where that is another file. */
function openLine(
  { file, line, column, code, policy }: OpenQuestion,
  directory: string,
  language: Language,
): string {
  const meaning = DIAGNOSTIC_CODES[code];
  const id = `belum terjawab: ${code} ${meaning.id}?`;
  const en = `not settled: ${code} ${meaning.en}?`;
  const place = `${join(directory, file)}:${line}:${column}`;
  if (policy === null || policy === file) return `${place} ${say({ id, en }, language)}`;
  const asked = join(directory, policy);
  return `${place} ${say({ id: `${id} (untuk ${asked})`, en: `${en} (asked of ${asked})` }, language)}`;
}
