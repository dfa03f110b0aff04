import { findingsIn } from "../analysis/findings/find.ts";
import { todayInJakarta } from "../api/today.ts";
import type { Language } from "../engine/model/text.ts";
import { isDate } from "../engine/values/calendar.ts";
import { checkFiles } from "../pack/check-files.ts";
import { inReadingOrder } from "../pack/diagnostics/diagnostic.ts";
import { readRuleFiles } from "../pack/read-pack.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";
import { githubCommand } from "./validate/github.ts";
import { FORMATS, type Format, isFormat, type Results } from "./validate/results.ts";
import { sarifOf } from "./validate/sarif.ts";
import { tellSummary, tellText } from "./validate/tell-text.ts";

export interface ValidateOptions {
  readonly lang: string;
  /** One of {@link FORMATS}; `text` unless given. */
  readonly format?: string;
  /** As `format: "json"`. */
  readonly json?: boolean;
  /** Whether a warning is a failure too. */
  readonly strict?: boolean;
  /** The day from which on versions are looked at; today in Jakarta unless given. */
  readonly asOf?: string;
}

/** Tells all that is wrong with a rules directory, and what it hardly means, at line and column. */
export async function validate(
  terminal: Terminal,
  directory: string,
  options: ValidateOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const format = readFormat(terminal, options, language);
  const { asOf = todayInJakarta(new Date()) } = options;
  if (format === null || !readDay(terminal, asOf, language)) return EXIT.badInput;
  const results = await look(directory, asOf);
  tell(terminal, results, format, language);
  const failed = !results.ok || (options.strict === true && results.diagnostics.length > 0);
  return failed ? EXIT.badInput : EXIT.done;
}

async function look(directory: string, today: string): Promise<Results> {
  const nothing = { directory, unsettled: [], services: 0, cases: 0 };
  const read = await readRuleFiles(directory);
  if (!read.ok) return { ...nothing, ok: false, diagnostics: read.diagnostics };
  const checked = checkFiles(read.files, { today: todayInJakarta(new Date()), directory });
  if (!checked.ok) return { ...nothing, ok: false, diagnostics: checked.diagnostics };
  const { pack, warnings } = checked;
  const texts = new Map(
    [...read.files].flatMap(([path, text]) =>
      typeof text === "string" ? [[path, text] as const] : [],
    ),
  );
  const { diagnostics, unsettled } = findingsIn({ pack, texts, warnings }, today);
  const services = [...pack.services.values()];
  return {
    directory,
    ok: true,
    diagnostics: inReadingOrder([...warnings, ...diagnostics]),
    unsettled,
    services: services.length,
    cases: services.reduce((sum, service) => sum + service.cases.length, 0),
  };
}

function tell(terminal: Terminal, results: Results, format: Format, language: Language): void {
  const { directory, ok, diagnostics, unsettled } = results;
  switch (format) {
    case "json":
      terminal.print(JSON.stringify({ ok, diagnostics, unsettled }, null, 2));
      return;
    case "sarif":
      terminal.print(JSON.stringify(sarifOf(results, language), null, 2));
      return;
    case "github":
      for (const diagnostic of diagnostics) {
        terminal.print(githubCommand(diagnostic, directory, language));
      }
      tellSummary(terminal, results, language);
      return;
    default:
      tellText(terminal, results, language);
  }
}

function readFormat(
  terminal: Terminal,
  { format, json }: ValidateOptions,
  language: Language,
): Format | null {
  const asked = format ?? (json === true ? "json" : "text");
  if (isFormat(asked)) return asked;
  complainIn(terminal, language, {
    id: `--format harus salah satu dari ${FORMATS.join(", ")}, bukan "${asked}".`,
    en: `--format must be one of ${FORMATS.join(", ")}, not "${asked}".`,
  });
  return null;
}

function readDay(terminal: Terminal, day: string, language: Language): boolean {
  if (isDate(day)) return true;
  complainIn(terminal, language, {
    id: `--as-of "${day}" tidak ada di kalender; tulis TTTT-BB-HH, misalnya 2026-11-22.`,
    en: `--as-of "${day}" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.`,
  });
  return false;
}
