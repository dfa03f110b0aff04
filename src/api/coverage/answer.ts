import type { Pack } from "../../engine/model/pack.ts";
import {
  type ContributionPart,
  contributionsIn,
  contributionsOn,
  type Rate,
} from "../../monitoring/coverage/contributions.ts";
import type { Cost, CostTerm } from "../../monitoring/coverage/cost.ts";
import type { MonthCount } from "../../monitoring/coverage/count.ts";
import { publishedInOrder } from "../../monitoring/coverage/publish.ts";
import {
  type AskedMonth,
  askedFor,
  type CoverageRow,
  DIMENSIONS,
  type Dimension,
  type PublishedTally,
  reportOf,
} from "../../monitoring/coverage/report.ts";
import { FEWEST_PUBLISHED } from "../../monitoring/disclosure/suppress.ts";
import type { RosterCounts } from "../../registry/read-counts.ts";
import { monthCountOf } from "./counts.ts";

/** What a caller asked for. */
export interface CoverageQuestion {
  readonly by: readonly Dimension[];
  /** `YYYY-MM`; the last one unless given. */
  readonly month: string | undefined;
  /** What protection is to consist of. */
  readonly programmes: readonly string[];
  /** The day whose contributions count. */
  readonly asOf: string;
  /** The city whose contributions count; where there is none, those that all cities have alike. */
  readonly city?: string | undefined;
}

/** Numbers of people; null where there are too few to publish, or where it would tell of some. */
interface CountedPeople extends Omit<CoverageRow, "value" | "unknown" | keyof Cost>, Cost {}

/** What a row is of; null where the roster does not tell. */
type Row<Key extends string> = CountedPeople & Readonly<Record<Key, string | null>>;

/** The body of `GET /v1/coverage`. */
export interface CoverageAnswer {
  readonly observedAt: string;
  readonly complete: boolean;
  /** The month that all but `months` are of. */
  readonly month: string;
  readonly asOf: string;
  /** Numbers of fewer people are not told. */
  readonly fewestPublished: number;
  readonly contributions: {
    readonly programmes: readonly string[];
    /** Amounts are null where they are not known. */
    readonly rates: readonly (Omit<Rate, "parts"> & {
      readonly parts: readonly Omit<ContributionPart, "label">[];
    })[];
  };
  readonly total: CountedPeople;
  /** What the cost of the total is the sum of. */
  readonly costTerms: readonly CostTerm[];
  readonly segments?: readonly Row<"segment">[];
  readonly programmes?: readonly Row<"programme">[];
  readonly offices?: readonly Row<"opd">[];
  readonly districts?: readonly Row<"district">[];
  readonly months?: readonly Row<"month">[];
}

/**
 * What may be told outside of the people whom the roster names. Whatever is asked, all tables of all
 * months are published together first, and the answer is a part of that one report: so no answers,
 * however many, tell more than it does. Null where there is no such month.
 */
export function coverageAnswer(
  pack: Pack,
  roster: RosterCounts,
  publish: Publish,
  { by, month: wanted, programmes, asOf, city }: CoverageQuestion,
): CoverageAnswer | null {
  const observed = [...roster.earlier, roster];
  const counts = observed.map(monthCountOf);
  const published = publish(counts);
  // An amount that differs from city to city is none that is known.
  const contributions = contributionsOn(contributionsIn(pack, city, asOf), programmes, asOf);
  const { complete } = roster;
  const options = { asOf, complete, isPublic: true, by: DIMENSIONS, contributions };
  const { months } = reportOf(published, counts, options);
  const index = months.findIndex(({ month }) => month === (wanted ?? months.at(-1)?.month));
  const [report, source] = [months[index], observed[index]];
  if (report === undefined || source === undefined) return null;
  const { total, costTerms, tables, month } = report;
  return {
    observedAt: source.observedAt,
    complete: source.complete,
    month,
    asOf,
    fewestPublished: FEWEST_PUBLISHED,
    contributions: { programmes, rates: contributions.rates.map(withoutLabels) },
    total: told(total),
    costTerms: costTerms.map((term) => ({ ...term, segment: term.segment || null })),
    ...(by.includes("segment") && { segments: rows(tables.segment, (segment) => ({ segment })) }),
    ...(by.includes("programme") && {
      programmes: rows(tables.programme, (programme) => ({ programme })),
    }),
    ...(by.includes("opd") && { offices: rows(tables.opd, (opd) => ({ opd })) }),
    ...(by.includes("district") && {
      districts: rows(tables.district, (district) => ({ district })),
    }),
    ...(by.includes("month") && {
      months: months.map((one) => ({ month: one.month, ...told(one.total) })),
    }),
  };
}

/** What is published of months, from the earliest. */
export type Publish = (counts: readonly MonthCount[]) => readonly AskedMonth<PublishedTally>[];

/** Year by year, each from its January on: so what is told of a month does not change later. */
export const publishYears: Publish = (counts) => {
  const years = [...new Set(counts.map(yearOf))];
  return years.flatMap((year) => {
    const months = counts.filter((count) => yearOf(count) === year);
    const asked = months.map((count) => askedFor(count, DIMENSIONS));
    return publishedInOrder(asked, { states: NOT_COUNTED });
  });
};

/** The same, worked out once for as long as the counts stay what they are. */
export function rememberedPublish(): Publish {
  let last: { readonly key: string; readonly published: ReturnType<Publish> } | null = null;
  return (counts) => {
    const key = JSON.stringify(counts, (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    if (last?.key !== key) last = { key, published: publishYears(counts) };
    return last.published;
  };
}

function yearOf({ month }: MonthCount): string {
  return month.slice(0, 4);
}

/** Ids say which parameters they are; texts would be of one language. */
function withoutLabels({ parts, ...rate }: Rate) {
  return {
    ...rate,
    parts: parts.map(({ parameter, amount, since }) => ({ parameter, amount, since })),
  };
}

/** A roster either says how somebody stands, or does not name them. */
const NOT_COUNTED = ["unknown"] as const;

function rows<Name>(
  table: readonly CoverageRow[] = [],
  name: (value: string | null) => Name,
): readonly (Name & CountedPeople)[] {
  return table.map((row) => ({ ...name(row.value === "" ? null : row.value), ...told(row) }));
}

function told(row: CoverageRow): CountedPeople {
  const { people, protected: covered, unprotected, percentage, gap, change, cost, costState } = row;
  return { people, protected: covered, unprotected, percentage, gap, change, cost, costState };
}
