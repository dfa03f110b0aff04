import type { Language, Text } from "../../engine/model/text.ts";
import { say } from "../../engine/model/text.ts";
import type { CoverageReport, CoverageRow, Dimension } from "../../monitoring/coverage/report.ts";
import type { LabelOf } from "./labels.ts";
import { change, costInWords, count, HEADINGS, monthInWords, percent, WORDS } from "./words.ts";

/** A table in words: of one dimension in the last month, or of the months. */
export interface CoverageTable {
  readonly dimension: Dimension;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly row: CoverageRow;
}

interface Column {
  readonly heading: Text;
  readonly cell: (row: CoverageRow, language: Language) => string;
}

/** The tables of a report, in the order in which they were asked for; the total is the last row. */
export function tablesOf(
  report: CoverageReport,
  labelOf: LabelOf,
  language: Language,
): readonly CoverageTable[] {
  const last = report.months.at(-1);
  if (last === undefined) return [];
  return report.by.flatMap((dimension): readonly CoverageTable[] => {
    const rows =
      dimension === "month"
        ? report.months.map(({ month, total }) => ({ ...total, value: month }))
        : last.tables[dimension];
    if (rows === undefined) return [];
    const columns = columnsOf(report, dimension);
    const told = rows.map((row): TableRow => {
      const label = labelOf(dimension, row.value);
      return { label, cells: columns.map(({ cell }) => cell(row, language)), row };
    });
    const total = {
      label: say(WORDS.total, language),
      cells: columns.map(({ cell }) => cell(last.total, language)),
      row: last.total,
    };
    const isPartition = dimension !== "month" && dimension !== "programme";
    const heading =
      dimension === "month"
        ? say(HEADINGS.month, language)
        : `${say(HEADINGS[dimension], language)}, ${monthInWords(last.month, language)}`;
    return [
      {
        dimension,
        heading,
        columns: columns.map((column) => say(column.heading, language)),
        rows: isPartition ? [...told, total] : told,
      },
    ];
  });
}

const PEOPLE: Column = { heading: WORDS.people, cell: ({ people }, l) => count(people, l) };
const UNKNOWN: Column = { heading: WORDS.unknown, cell: ({ unknown }, l) => count(unknown, l) };
const CHANGE: Column = { heading: WORDS.change, cell: ({ change: by }, l) => change(by, l) };
const COST: Column = { heading: WORDS.cost, cell: (row, l) => costInWords(row, l) };

/** Only columns that say something. */
function columnsOf(report: CoverageReport, dimension: Dimension): readonly Column[] {
  const { months, isPublic, contributions } = report;
  const isPlace = dimension === "opd" || dimension === "district";
  const isBySegment = contributions.rates.every(({ segment }) => segment !== null);
  // Outside, costs by segment would tell of each segment's people in every row.
  const hasCost = dimension !== "programme" && !(isPublic && isPlace && isBySegment);
  const someUnknown = months.some(({ total }) => total.unknown !== 0);
  return [
    PEOPLE,
    { heading: WORDS.protected, cell: (row, l) => count(row.protected, l) },
    { heading: WORDS.percentage, cell: ({ percentage }, l) => percent(percentage, l) },
    { heading: WORDS.unprotected, cell: ({ unprotected }, l) => count(unprotected, l) },
    ...(someUnknown
      ? [
          UNKNOWN,
          { heading: WORDS.gap, cell: (row: CoverageRow, l: Language) => count(row.gap, l) },
        ]
      : []),
    ...(months.length > 1 ? [CHANGE] : []),
    ...(hasCost ? [COST] : []),
  ];
}

/** Whether anything of it is hidden, so that readers need to be told why. */
export function hidesSomething({ months }: CoverageReport): boolean {
  const rows = months.flatMap(({ total, tables }) => [total, ...Object.values(tables).flat()]);
  return rows.some((row) =>
    [row.people, row.protected, row.unprotected, row.unknown].includes(null),
  );
}
