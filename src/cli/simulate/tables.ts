import { formatNumber } from "../../engine/explanation/format.ts";
import { type Language, say } from "../../engine/model/text.ts";
import { OUTCOMES } from "../../simulation/outcomes.ts";
import type { Breakdown, GrantReport, SimulationReport } from "../../simulation/report.ts";
import { valueWords } from "./value-words.ts";
import { countOf, grantStateWords, OUTCOMES_SHORT, percentOf, rupiah, WORDS } from "./words.ts";

/** A table as texts: the first row heads the columns, the first cell of each other its row. */
export type Cells = readonly (readonly string[])[];

/** Rows as before, columns as after. */
export function matrixCells(report: SimulationReport, language: Language): Cells {
  const shown = OUTCOMES.filter((outcome) =>
    report.matrix.some(({ from, to }) => from === outcome || to === outcome),
  );
  const count = (value: number) => formatNumber(value, language);
  const heads = shown.map((outcome) => say(OUTCOMES_SHORT[outcome], language));
  const corner = `${say(WORDS.before, language)} ↓ ${say(WORDS.after, language)} →`;
  const all = say(WORDS.all, language);
  return [
    [corner, ...heads, all],
    ...shown.map((from) => [
      say(OUTCOMES_SHORT[from], language),
      ...shown.map((to) =>
        count(countOf(report.matrix, (one) => one.from === from && one.to === to)),
      ),
      count(report.outcomes.from[from]),
    ]),
    [all, ...shown.map((to) => count(report.outcomes.to[to])), count(report.decided)],
  ];
}

/** How many are granted it on each side, and what becomes of whom. */
export function grantCells(
  { from, to, changes, otherAmount }: GrantReport,
  language: Language,
): Cells {
  const count = (value: number) => formatNumber(value, language);
  const side = (name: string, { granted, amount }: GrantReport["from"]) => [
    `${name}: ${say(WORDS.granted, language)}`,
    count(granted),
    rupiah(amount, language),
  ];
  const turned = changes.map((change) => [
    `${grantStateWords(change.from, language)} → ${grantStateWords(change.to, language)}`,
    count(change.rows),
    "",
  ]);
  return [
    ["", say(WORDS.rows, language), say(WORDS.amount, language)],
    side(say(WORDS.before, language), from),
    side(say(WORDS.after, language), to),
    ...turned,
    ...(otherAmount === 0 ? [] : [[say(WORDS.otherAmount, language), count(otherAmount), ""]]),
  ];
}

/** Of each value its rows, how many change, and which way. */
export function breakdownCells(breakdown: Breakdown, language: Language): Cells {
  const count = (value: number) => formatNumber(value, language);
  const heads = [WORDS.rows, WORDS.changed, WORDS.share, WORDS.gains, WORDS.losses];
  const withAmounts = breakdown.values[0]?.amounts ?? [];
  const rows = breakdown.values.map(({ value, rows: all, changed, matrix, amounts }) => [
    valueWords(breakdown, value, language),
    ...[count(all), count(changed), percentOf(changed, all, language)],
    count(countOf(matrix, ({ from, to }) => from !== "eligible" && to === "eligible")),
    count(countOf(matrix, ({ from, to }) => from === "eligible" && to !== "eligible")),
    ...amounts.map(({ from, to }) => `${rupiah(from, language)} → ${rupiah(to, language)}`),
  ]);
  return [
    ["", ...heads.map((head) => say(head, language)), ...withAmounts.map(({ grant }) => grant)],
    ...rows,
  ];
}
