import type { Contributions } from "./contributions.ts";
import { type Cost, type CostTerm, costOf, HIDDEN_COST, termsOf, UNKNOWN_COST } from "./cost.ts";
import type { MonthCount, Surplus, Tallies } from "./count.ts";
import { PLACES, type Place } from "./people.ts";
import { publishedInOrder, type ToldMonth } from "./publish.ts";
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
export interface CoverageRow extends PublishedTally, Cost {
  /** The segment, OPD, district, programme or month; `""` where it is not told. */
  readonly value: string;
  /** Of a hundred people, how many are protected; to a hundredth. */
  readonly percentage: number | null;
  /** People not known to be protected. */
  readonly gap: number | null;
  /** How many more are protected than the month before; null in the first month. */
  readonly change: number | null;
}

export interface MonthReport {
  readonly month: string;
  readonly total: CoverageRow;
  /** What the cost of the total is the sum of. */
  readonly costTerms: readonly CostTerm[];
  readonly tables: Readonly<Partial<Record<Exclude<Dimension, "month">, readonly CoverageRow[]>>>;
  readonly conflicts: number;
  /** Told inside the office only. */
  readonly surplus: readonly Surplus[];
}

export interface CoverageReport {
  /** The day whose contribution counts. */
  readonly asOf: string;
  /** Whether whoever no roster names counts as unprotected. */
  readonly complete: boolean;
  /** Whether cells of few people are hidden. */
  readonly isPublic: boolean;
  readonly by: readonly Dimension[];
  readonly contributions: Contributions;
  /** From the earliest. */
  readonly months: readonly MonthReport[];
}

export interface ReportOptions
  extends Pick<CoverageReport, "asOf" | "complete" | "isPublic" | "by" | "contributions"> {}

/** The report of months, which are given from the earliest, with all numbers. */
export function officeReport(
  months: readonly MonthCount[],
  options: Omit<ReportOptions, "isPublic">,
): CoverageReport {
  const asked = months.map((month) => askedFor(month, options.by));
  return reportOf(asked.map(asPublished), months, { ...options, isPublic: false });
}

/** What leaves the office, and all that was told with it. */
export interface PublicReport {
  readonly report: CoverageReport;
  /** In the order in which it was told. */
  readonly told: readonly ToldMonth[];
}

/**
 * The report for outside, of these months and of those that were told before, up to the last of
 * these. Whatever it is to be by, all tables are looked at, so that two reports by different things
 * tell no more than one.
 *
 * @param months from the earliest; those that were told before are told as they were
 */
export function publicReport(
  months: readonly MonthCount[],
  options: Omit<ReportOptions, "isPublic">,
  before: readonly ToldMonth[] = [],
): PublicReport {
  const isNew = ({ month }: MonthCount) => before.every(({ counted }) => counted.month !== month);
  const counted = months.filter(isNew).map((month) => askedFor(month, DIMENSIONS));
  const published = publishedInOrder(counted, { told: before });
  const now = published.flatMap((shown, index): readonly ToldMonth[] => {
    const own = counted[index];
    return own === undefined ? [] : [{ counted: own, shown }];
  });
  const told = [...before, ...now];
  const last = months.at(-1)?.month ?? "";
  const shown = told
    .flatMap((one) => (one.shown.month <= last ? [one.shown] : []))
    .toSorted((one, other) => (one.month < other.month ? -1 : 1));
  return { report: reportOf(shown, [], { ...options, isPublic: true }), told };
}

/** A report of what is published, with all that follows from it; `months` tell what is not. */
export function reportOf(
  shown: readonly AskedMonth<PublishedTally>[],
  months: readonly MonthCount[],
  options: ReportOptions,
): CoverageReport {
  const { by, contributions, isPublic } = options;
  const reports: MonthReport[] = [];
  for (const [index, { month, total, tables }] of shown.entries()) {
    const before = reports.at(-1);
    const count = months[index];
    const segments = tables.get("segment") ?? null;
    const gaps = segments && new Map([...segments].map(([one, tally]) => [one, gapOf(tally)]));
    const costTerms = termsOf(contributions, gapOf(total), gaps);
    const costIn = (dimension: Dimension, value: string, tally: PublishedTally): Cost => {
      const gap = gapOf(tally);
      // A contribution covers several programmes at once.
      if (dimension === "programme") return UNKNOWN_COST;
      if (dimension === "segment") {
        return costOf(termsOf(contributions, gap, new Map([[value, gap]])));
      }
      const isForAll = contributions.rates.some(({ segment }) => segment === null);
      // Outside, it would tell of each segment's people in this row.
      if (isPublic && !isForAll) return HIDDEN_COST;
      const place = dimension === "month" ? undefined : count?.gaps[dimension];
      return costOf(termsOf(contributions, gap, place?.get(value) ?? null));
    };
    reports.push({
      month,
      total: { ...rowOf("", total, before?.total), ...costOf(costTerms) },
      costTerms,
      tables: Object.fromEntries(
        [...tables]
          .filter(([dimension]) => by.includes(dimension))
          .map(([dimension, tallies]) => [
            dimension,
            [...tallies].map(([value, tally]) => {
              const earlier = before?.tables[dimension]?.find((one) => one.value === value);
              return { ...rowOf(value, tally, earlier), ...costIn(dimension, value, tally) };
            }),
          ]),
      ),
      conflicts: isPublic ? 0 : (count?.conflicts ?? 0),
      surplus: isPublic ? [] : (count?.surplus ?? []),
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

/** Segments come too, asked for or not: costs are told by them. */
export function askedFor(
  { month, total, by, programmes }: MonthCount,
  asked: readonly Dimension[],
): AskedMonth<Tally> {
  const tables = new Map<Exclude<Dimension, "month">, Tallies>();
  for (const place of PLACES) {
    const tallies = by[place];
    const isWanted = place === "segment" || asked.includes(place);
    if (isWanted && tallies !== undefined) tables.set(place, tallies);
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
): Omit<CoverageRow, keyof Cost> {
  const change = earlier === undefined ? null : less(tally.protected, earlier.protected);
  const percentage = percentageOf(tally);
  return { value, ...tally, percentage, gap: gapOf(tally), change };
}

function gapOf({ people, protected: covered, unprotected, unknown }: PublishedTally) {
  return less(people, covered) ?? more(unprotected, unknown);
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
