import type { VersionCoverage } from "../../analysis/coverage/coverage.ts";
import {
  type Counts,
  countsOf,
  numberNotFound,
  numberOf,
} from "../../analysis/coverage/summary.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { counted } from "../counted.ts";
import type { Terminal } from "../terminal.ts";
import { COLUMNS } from "./columns.ts";
import { testCommand } from "./command.ts";

const HEADINGS: readonly Text[] = [
  { id: "aturan", en: "policy" },
  { id: "kasus", en: "cases" },
  ...COLUMNS.map(([, heading]) => heading),
];

/** What the cases test, one line a policy version. */
export function coverageTable(
  paint: Terminal["paint"],
  coverage: readonly VersionCoverage[],
  language: Language,
): readonly string[] {
  const rows = coverage.map(rowOf);
  const headings = HEADINGS.map((heading) => say(heading, language));
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [
    paint.bold(lineOf(headings)),
    ...rows.map(({ cells, isWhole }) => (isWhole ? paint.green : paint.yellow)(lineOf(cells))),
  ];
}

function rowOf(version: VersionCoverage): {
  readonly cells: readonly string[];
  readonly isWhole: boolean;
} {
  const counts: Counts = countsOf(version);
  const told = COLUMNS.map(([kind]) => `${counts[kind].exercised}/${counts[kind].possible}`);
  const isWhole = COLUMNS.every(([kind]) => counts[kind].exercised === counts[kind].possible);
  const cells = [`${version.service} ${version.from}`, `${version.cases.length}`, ...told];
  return { cells, isWhole };
}

/** How much is missing in all, and what to do about it; `isWhole`: every version was asked about. */
export function coverageSummary(
  paint: Terminal["paint"],
  {
    coverage,
    isWhole,
  }: { readonly coverage: readonly VersionCoverage[]; readonly isWhole: boolean },
  directory: string,
  language: Language,
): readonly string[] {
  const missing = numberOf(coverage, "missing");
  const notFound = numberNotFound(coverage);
  const unsettled = numberOf(coverage, "unsettled") - notFound;
  const lines: string[] = [];
  if (missing === 0) {
    const whole: Text = {
      id: "Semua yang dapat terjadi sudah diuji.",
      en: "All that can happen is tested.",
    };
    if (unsettled + notFound === 0 && isWhole) lines.push(paint.green(say(whole, language)));
  } else {
    const services = [
      ...new Set(
        coverage
          .filter((version) => numberOf([version], "missing") > 0)
          .map(({ service }) => service),
      ),
    ];
    const command = testCommand(directory);
    const told: Text = {
      id: `${missing} hal belum diuji kasus mana pun. Daftarnya: ${command} --coverage. Buatkan kasusnya, misalnya: ${command} --suggest ${services[0]}`,
      en: `${counted(missing, "thing")} ${missing === 1 ? "is" : "are"} tested by no case. List them: ${command} --coverage. Have the cases made, for instance: ${command} --suggest ${services[0]}`,
    };
    lines.push(paint.yellow(say(told, language)));
  }
  if (unsettled > 0) {
    const told: Text = {
      id: `${unsettled} hal tidak terjawab: pencarian berhenti pada batasnya, jadi tidak diketahui apakah itu dapat terjadi.`,
      en: `${counted(unsettled, "thing")} ${unsettled === 1 ? "is" : "are"} not settled: the search came to its limit, so it is not known whether they can happen.`,
    };
    lines.push(paint.yellow(say(told, language)));
  }
  if (notFound > 0) {
    const command = testCommand(directory);
    const told: Text = {
      id: `${notFound} hal tidak ditemukan contohnya: bergantung pada fakta hitungan, dan mungkin memang tidak dapat terjadi. Daftarnya: ${command} --coverage`,
      en: `Of ${counted(notFound, "thing")} no example was found: ${notFound === 1 ? "it turns" : "they turn"} on computed facts, and perhaps cannot happen. List them: ${command} --coverage`,
    };
    lines.push(paint.yellow(say(told, language)));
  }
  return lines;
}
