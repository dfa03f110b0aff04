import { median } from "../measure/median.ts";
import { figure, printTable } from "../measure/print.ts";
import { ratioOf } from "../measure/rounds.ts";
import type { ByRow } from "./by-row.ts";
import type { ChildCost } from "./child.ts";
import type { BulkForm } from "./files.ts";

/** What is run on each file, in the order of a round. */
export const SUBJECTS = [
  "layak bulk",
  "handwritten SQL",
  "SQL of layak sql",
  "layak simulate",
] as const;
export type SubjectName = (typeof SUBJECTS)[number];

export interface Runs {
  readonly form: BulkForm;
  readonly megabytes: number;
  readonly costs: Readonly<Record<SubjectName, readonly ChildCost[]>>;
}

export function peakOf({ peakMegabytes }: ChildCost): number {
  return peakMegabytes;
}

export function processorTimes(runs: readonly ChildCost[]): readonly number[] {
  return runs.map((run) => run.processorSeconds);
}

export function elapsedTimes(runs: readonly ChildCost[]): readonly number[] {
  return runs.map((run) => run.wallSeconds);
}

export function printRuns(runs: readonly Runs[]): void {
  console.log("Medians (quartiles) of interleaved rounds, the start of the process among it.");
  console.log("SQL by itself checks no codes or ranges, sets no row aside and counts nothing.");
  printTable(
    ["format", "MB", "", "processor s", "wall s", "peak MB", "× SQL, processor", "× SQL, wall"],
    runs.flatMap(({ form, megabytes, costs }) => {
      const reference = costs["handwritten SQL"];
      return SUBJECTS.map((name) => {
        const ones = costs[name];
        return [
          ...[form, figure(megabytes), name],
          ...[spread(processorTimes(ones)), spread(elapsedTimes(ones))],
          figure(Math.max(...ones.map(peakOf))),
          figure(ratioOf(processorTimes(ones), processorTimes(reference))),
          figure(ratioOf(elapsedTimes(ones), elapsedTimes(reference))),
        ];
      });
    }),
  );
}

/** A median with its quartiles. */
function spread(values: readonly number[]): string {
  const sorted = values.toSorted((first, second) => first - second);
  const half = Math.ceil(sorted.length / 2);
  const [lower, upper] = [median(sorted.slice(0, half)), median(sorted.slice(-half))];
  return `${figure(median(sorted))} (${figure(lower)}–${figure(upper)})`;
}

export function printByRow(
  byRow: readonly [string, ByRow][],
  perRow: ByRow["secondsPerRow"],
  rows: number,
): void {
  console.log("Row by row from CSV, of a sample, scaled to all rows; nothing is written:");
  printTable(
    ["", "rows measured", "s elapsed for all", "× layak bulk, elapsed", "× layak bulk, processor"],
    byRow.map(
      ([
        name,
        {
          applications,
          secondsPerRow: { elapsed, processor },
        },
      ]) => [
        name,
        applications.length.toLocaleString("en"),
        figure(elapsed * rows),
        figure(elapsed / perRow.elapsed),
        figure(processor / perRow.processor),
      ],
    ),
  );
}
