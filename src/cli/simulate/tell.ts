import { OUTCOME_WORDS } from "../../analysis/outcome-words.ts";
import { formatNumber } from "../../engine/explanation/format.ts";
import { type Language, say } from "../../engine/model/text.ts";
import type { Sides } from "../../simulation/catalogue.ts";
import type { Breakdown, Change, GrantReport, SimulationReport } from "../../simulation/report.ts";
import type { Terminal } from "../terminal.ts";
import { breakdownCells, grantCells, matrixCells } from "./tables.ts";
import {
  breakdownTitle,
  causeName,
  causeTurn,
  causeWords,
  exampleWords,
  percentOf,
  summaryWords,
  versionsWords,
  WORDS,
} from "./words.ts";

/** The report as people read it on a terminal. */
export function simulationLines(
  paint: Terminal["paint"],
  report: SimulationReport,
  sides: Sides,
  language: Language,
): readonly string[] {
  const title = say(sides.to.version.policy.title, language);
  const reasons = Object.entries(report.reasons);
  return [
    paint.bold(`${title} (${report.service})`),
    versionsWords(report, language),
    ...summaryWords(report, language),
    ...columns(reasons.map(([code, rows]) => [code, formatNumber(rows, language)])),
    "",
    ...columns(matrixCells(report, language)),
    ...report.changes.flatMap((change) => changeLines(paint, report, sides, change, language)),
    ...report.grants.flatMap((grant) => grantLines(paint, grant, language)),
    ...report.breakdowns.flatMap((breakdown) => breakdownLines(paint, breakdown, language)),
  ];
}

/** The first cell stands left, the others right, in columns. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, place) =>
    Math.max(...rows.map((row) => row[place]?.length ?? 0)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, place) =>
      place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
    );
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

function changeLines(
  paint: Terminal["paint"],
  { decided }: SimulationReport,
  sides: Sides,
  change: Change,
  language: Language,
): readonly string[] {
  const [from, to] = [change.from, change.to].map((one) => say(OUTCOME_WORDS[one], language));
  const count = (value: number) => formatNumber(value, language);
  const share = percentOf(change.rows, decided, language);
  const causes = change.causes.map((cause) => {
    const alone = `${say(WORDS.alone, language)}: ${count(cause.alone)}`;
    const told = `    ${causeName(sides, cause, language)}: ${causeTurn(cause, language)}: ${count(cause.rows)}`;
    return change.together.length === 0 ? told : `${told} (${alone})`;
  });
  const together = change.together.slice(0, MOST_SETS).map(({ causes: some, rows }) => {
    const names = some.map((cause) =>
      cause.kind === "scope" ? causeName(sides, cause, language) : cause.id,
    );
    return `    ${say(WORDS.together, language)}: ${names.join(" + ")}: ${count(rows)}`;
  });
  const examples = change.examples.map(
    (example) =>
      `      ${exampleWords(sides, example, language)} [${example.causes.map((cause) => causeWords(sides, cause, language)).join("; ")}]`,
  );
  return [
    "",
    paint.bold(`▸ ${from} → ${to}: ${count(change.rows)} (${share})`),
    ...causes,
    ...together,
    ...(examples.length === 0 ? [] : [`    ${say(WORDS.examples, language)}:`, ...examples]),
  ];
}

const MOST_SETS = 5;

function grantLines(
  paint: Terminal["paint"],
  grant: GrantReport,
  language: Language,
): readonly string[] {
  const heading = `${say(WORDS.grants, language)}: ${grant.id}`;
  return ["", paint.bold(heading), ...columns(grantCells(grant, language))];
}

function breakdownLines(
  paint: Terminal["paint"],
  breakdown: Breakdown,
  language: Language,
): readonly string[] {
  const heading = breakdownTitle(breakdown, language);
  return ["", paint.bold(heading), ...columns(breakdownCells(breakdown, language))];
}
