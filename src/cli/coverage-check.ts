import { formatDate } from "../engine/explanation/format.ts";
import { type Language, say } from "../engine/model/text.ts";
import { checkFigures, type FigureFinding } from "../monitoring/figures/check.ts";
import type { Figures } from "../monitoring/figures/figures.ts";
import { alternativeWords, wordsOf } from "../monitoring/figures/words.ts";
import { formatDiagnostic } from "../pack/diagnostics/format.ts";
import { openFigures, shippedFigures } from "./coverage/figures-files.ts";
import { findingJson } from "./coverage/finding-json.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface CoverageCheckOptions {
  readonly lang: string;
  readonly json?: boolean;
}

/** Exit code where a figure does not fit, as `layak diff` has it for what differs. */
const MISFIT: ExitCode = 4;

/** Finds what does not add up in published figures; in those of the shipped reports unless told. */
export async function coverageCheck(
  terminal: Terminal,
  path: string | undefined,
  { lang, json = false }: CoverageCheckOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, lang);
  if (language === null) return EXIT.badInput;
  const opened = await openFigures(path ?? shippedFigures());
  if (!opened.ok) {
    for (const diagnostic of opened.diagnostics) {
      terminal.complain(formatDiagnostic(diagnostic, language));
    }
    complainIn(terminal, language, {
      id: "Angka belum diperiksa. Perbaiki berkasnya, lalu jalankan lagi.",
      en: "No figure was checked. Mend the file and run this again.",
    });
    return EXIT.badInput;
  }
  const checked = opened.figures.map((figures) => ({ figures, found: checkFigures(figures) }));
  const findings = checked.flatMap(({ found }) => found);
  if (json) {
    const told = checked.flatMap(({ figures, found }) =>
      found.map((finding) => findingJson(figures, finding)),
    );
    terminal.print(JSON.stringify({ findings: told }, null, 2));
  } else {
    for (const { figures, found } of checked) tell(terminal, figures, found, language);
    tellSummary(terminal, opened.figures, findings, language);
  }
  return findings.some(({ severity }) => severity === "misfit") ? MISFIT : EXIT.done;
}

function tell(
  { print, paint }: Terminal,
  { reports, file }: Figures,
  found: readonly FigureFinding[],
  language: Language,
): void {
  for (const { id, title, publisher, date } of reports) {
    const own = found.filter(({ claim }) => claim.report === id);
    print(
      paint.bold(`${id}  ${publisher}, ${formatDate(date, language)}: ${say(title, language)}`),
    );
    if (own.length === 0) {
      print(
        `  ${paint.green("✓")} ${say({ id: "Semuanya cocok.", en: "All of it fits." }, language)}`,
      );
    }
    for (const finding of own) {
      const mark = finding.severity === "misfit" ? paint.red("✗") : paint.dim("·");
      const { id: claim, line } = finding.claim;
      print(`  ${mark} ${say(wordsOf(finding), language)}`);
      for (const words of fitting(finding, language)) print(`    ${words}`);
      print(paint.dim(`    ${claim}, ${file}:${line}`));
    }
    print("");
  }
}

/** More would be a list of the report; of a subset, every greater figure would do. */
const MOST_TOLD = 3;

function fitting(
  { severity, alternatives, claim }: FigureFinding,
  language: Language,
): readonly string[] {
  if (severity !== "misfit") return [];
  if (alternatives.length === 0) {
    const none = {
      id: "Tidak ada angka lain dalam laporan ini yang cocok.",
      en: "No other figure of this report would fit.",
    };
    return [say(none, language)];
  }
  const would = say({ id: "Yang akan cocok:", en: "What would fit:" }, language);
  const told = alternatives.slice(0, claim.kind === "subset" ? 1 : MOST_TOLD);
  const rest = alternatives.length - told.length;
  const more =
    rest === 0 ? [] : [say({ id: `… dan ${rest} lagi.`, en: `… and ${rest} more.` }, language)];
  return [...told.map((one) => `${would} ${say(alternativeWords(one), language)}.`), ...more];
}

function tellSummary(
  { print, paint }: Terminal,
  figures: readonly Figures[],
  findings: readonly FigureFinding[],
  language: Language,
): void {
  const misfits = findings.filter(({ severity }) => severity === "misfit").length;
  const notes = findings.length - misfits;
  const claims = figures.reduce((sum, one) => sum + one.claims.length, 0);
  const reports = figures.reduce((sum, one) => sum + one.reports.length, 0);
  const summary = {
    id: `${claims} klaim dari ${reports} laporan: ${misfits} tidak cocok, ${notes} catatan.`,
    en: `${claims} claims of ${reports} reports: ${misfits} misfits, ${notes} notes.`,
  };
  print((misfits > 0 ? paint.yellow : paint.green)(say(summary, language)));
}
