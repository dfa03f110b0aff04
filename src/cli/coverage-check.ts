import { formatDate } from "../engine/explanation/format.ts";
import { type Language, say } from "../engine/model/text.ts";
import { checkFigures, type FigureFinding } from "../monitoring/figures/check.ts";
import type { Figures } from "../monitoring/figures/figures.ts";
import { claimName, type FindingLine, fitWords, linesOf } from "../monitoring/figures/lines.ts";
import { wordsOf } from "../monitoring/figures/words.ts";
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

/** A report with each of its claims: those that fit in one line, misfits whole. */
function tell(
  { print, paint }: Terminal,
  { reports, claims, file }: Figures,
  found: readonly FigureFinding[],
  language: Language,
): void {
  for (const { id, title, publisher, date } of reports) {
    print(
      paint.bold(`${id}  ${publisher}, ${formatDate(date, language)}: ${say(title, language)}`),
    );
    const own = claims.filter(({ report }) => report === id);
    if (own.length === 0) print(`  ${paint.dim("·")} ${say(NOTHING_CLAIMED, language)}`);
    for (const claim of own) {
      const findings = found.filter((finding) => finding.claim.id === claim.id);
      const name = claimName(claim, language);
      const [misfit] = findings.filter(({ severity }) => severity === "misfit");
      const [note] = findings;
      if (misfit !== undefined) {
        print(`  ${paint.red("✗")} ${paint.bold(name)}`);
        for (const line of tableOf(linesOf(misfit, language), language)) print(`      ${line}`);
        print(paint.dim(`      ${file}:${claim.line}`));
      } else if (note !== undefined) {
        print(`  ${paint.dim("·")} ${name}: ${say(wordsOf(note), language)}`);
      } else {
        print(`  ${paint.green("✓")} ${name}: ${fitWords(claim, language)}.`);
      }
    }
    print("");
  }
}

const NOTHING_CLAIMED = {
  id: "Tidak ada klaim yang diperiksa.",
  en: "It makes no claim that is checked.",
};

/** The headings in one column, each told once. */
function tableOf(lines: readonly FindingLine[], language: Language): readonly string[] {
  const width = Math.max(...lines.map(({ heading }) => heading[language].length));
  return lines.map(({ heading, words }, index) => {
    const isSame = lines[index - 1]?.heading === heading;
    return `${(isSame ? "" : heading[language]).padEnd(width)}  ${words}`;
  });
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
  const fitting = claims - findings.length;
  const [all, papers] = [counted(claims, "claim"), counted(reports, "report")];
  const [odd, noted] = [counted(misfits, "misfit"), counted(notes, "note")];
  const summary = {
    id: `${claims} klaim dari ${reports} laporan: ${misfits} tidak cocok, ${notes} catatan, ${fitting} cocok.`,
    en: `${all} of ${papers}: ${odd}, ${noted}, ${fitting} that fit${fitting === 1 ? "s" : ""}.`,
  };
  print((misfits > 0 ? paint.yellow : paint.green)(say(summary, language)));
}

/** `1 claim`, `2 claims`. */
function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
