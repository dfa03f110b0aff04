import type { Text } from "../../engine/model/text.ts";
import type { MonthCount, Surplus, Tallies } from "./count.ts";
import { PLACES, type Place } from "./people.ts";
import { publishedCounts } from "./publish.ts";
import type { Tally } from "./tally.ts";

/** What coverage is told by. */
export type Dimension = Place | "programme" | "month";
export const DIMENSIONS: readonly Dimension[] = [
  "segment",
  "programme",
  "opd",
  "district",
  "month",
];

/** A tally of which some numbers may be hidden: null. */
export type PublishedTally = { readonly [Key in keyof Tally]: number | null };

/** A line of a report. All after the tally follows from what is published of it. */
export interface CoverageRow extends PublishedTally {
  /** The segment, OPD, district, programme or month; `""` where it is not told. */
  readonly value: string;
  /** Of a hundred people, how many are protected; to a hundredth. */
  readonly percentage: number | null;
  /** People not known to be protected. */
  readonly gap: number | null;
  /** How many more are protected than the month before; null in the first month. */
  readonly change: number | null;
  /** Rupiah a month that protecting the gap would cost; null where it is not computed. */
  readonly cost: number | null;
}

export interface MonthReport {
  readonly month: string;
  readonly total: CoverageRow;
  readonly tables: Readonly<Partial<Record<Exclude<Dimension, "month">, readonly CoverageRow[]>>>;
  readonly conflicts: number;
  /** Told inside the office only. */
  readonly surplus: readonly Surplus[];
}

/** What a person's contribution costs a month. */
export interface Contribution {
  readonly parameter: string;
  readonly label: Text;
  readonly amount: number;
}

export interface CoverageReport {
  /** The day whose contribution counts. */
  readonly asOf: string;
  /** Whether whoever no roster names counts as unprotected. */
  readonly complete: boolean;
  /** Whether cells of few people are hidden. */
  readonly isPublic: boolean;
  readonly by: readonly Dimension[];
  readonly contribution: Contribution;
  /** From the earliest. */
  readonly months: readonly MonthReport[];
}

export interface ReportOptions
  extends Pick<CoverageReport, "asOf" | "complete" | "isPublic" | "by" | "contribution"> {}

/** The report of months, which are given from the earliest. */
export function coverageReport(
  months: readonly MonthCount[],
  options: ReportOptions,
): CoverageReport {
  const asked = months.map((month) => askedFor(month, options.by));
  const shown = options.isPublic ? publishedCounts(asked) : asked.map(asPublished);
  const reports: MonthReport[] = [];
  for (const [index, { month, total, tables }] of shown.entries()) {
    const before = reports.at(-1);
    const count = months[index];
    const row = (value: string, tally: PublishedTally, earlier: CoverageRow | undefined) =>
      rowOf(value, tally, earlier, options.contribution);
    reports.push({
      month,
      total: row("", total, before?.total),
      tables: Object.fromEntries(
        [...tables].map(([dimension, tallies]) => [
          dimension,
          [...tallies].map(([value, tally]) => {
            const earlier = before?.tables[dimension]?.find((one) => one.value === value);
            const told = row(value, tally, earlier);
            // A contribution covers several programmes at once.
            return dimension === "programme" ? { ...told, cost: null } : told;
          }),
        ]),
      ),
      conflicts: options.isPublic ? 0 : (count?.conflicts ?? 0),
      surplus: options.isPublic ? [] : (count?.surplus ?? []),
    });
  }
  return { ...options, months: reports };
}

/** One month with the tables that were asked for. */
export interface AskedMonth<Numbers> {
  readonly month: string;
  readonly total: Numbers;
  readonly tables: ReadonlyMap<Exclude<Dimension, "month">, ReadonlyMap<string, Numbers>>;
}

function askedFor({ month, total, by, programmes }: MonthCount, asked: readonly Dimension[]) {
  const tables = new Map<Exclude<Dimension, "month">, Tallies>();
  for (const place of PLACES) {
    const tallies = by[place];
    if (asked.includes(place) && tallies !== undefined) tables.set(place, tallies);
  }
  if (asked.includes("programme")) tables.set("programme", programmes);
  return { month, total, tables };
}

function asPublished(month: AskedMonth<Tally>): AskedMonth<PublishedTally> {
  return month;
}

function rowOf(
  value: string,
  tally: PublishedTally,
  earlier: CoverageRow | undefined,
  { amount }: Contribution,
): CoverageRow {
  const { people, protected: covered, unprotected, unknown } = tally;
  const gap = less(people, covered) ?? more(unprotected, unknown);
  const change = earlier === undefined ? null : less(covered, earlier.protected);
  const percentage = percentageOf(tally);
  return { value, ...tally, percentage, gap, change, cost: gap === null ? null : gap * amount };
}

/** Of a hundred people, how many are protected; to a hundredth. */
export function percentageOf({ people, protected: covered }: PublishedTally): number | null {
  if (people === null || covered === null || people === 0) return null;
  return Math.round((covered * 10_000) / people) / 100;
}

function less(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}

function more(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
