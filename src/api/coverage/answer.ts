import type { Tallies } from "../../monitoring/coverage/count.ts";
import { publishedCounts } from "../../monitoring/coverage/publish.ts";
import { type PublishedTally, percentageOf } from "../../monitoring/coverage/report.ts";
import { addPeople, NOBODY, type Tally } from "../../monitoring/coverage/tally.ts";
import { FEWEST_PUBLISHED } from "../../monitoring/disclosure/suppress.ts";
import type { MemberCount } from "../../registry/member-counts.ts";
import type { RosterCounts } from "../../registry/read-counts.ts";
import { INSURED, PROGRAMMES } from "../../registry/roster-file/codes.ts";

/** Numbers of people; null where there are too few to publish, or where it would tell of some. */
interface CountedPeople {
  readonly people: number | null;
  readonly protected: number | null;
  readonly unprotected: number | null;
  /** Of a hundred people, how many are protected. */
  readonly percentage: number | null;
}

/** The body of `GET /v1/coverage`. */
export interface CoverageAnswer {
  readonly observedAt: string;
  readonly complete: boolean;
  /** Numbers of fewer people are not told. */
  readonly fewestPublished: number;
  readonly total: CountedPeople;
  /** The segment is null where the roster tells none. */
  readonly segments: readonly (CountedPeople & { readonly segment: string | null })[];
  readonly programmes: readonly (CountedPeople & { readonly programme: string })[];
}

/** What may be told outside of the people whom the roster names. */
export function coverageAnswer({ observedAt, complete, counts }: RosterCounts): CoverageAnswer {
  const total = sumOf(counts);
  const segments = new Map(
    [...new Set(counts.map(({ segment }) => segment ?? ""))]
      .sort()
      .map((segment) => [
        segment,
        sumOf(counts.filter((count) => (count.segment ?? "") === segment)),
      ]),
  );
  const [published] = publishedCounts([
    {
      month: observedAt,
      total,
      tables: new Map([
        ["segment", segments],
        ["programme", programmesIn(counts)],
      ]),
    },
  ]);
  const rows = (dimension: "segment" | "programme") => [
    ...(published?.tables.get(dimension) ?? new Map<string, PublishedTally>()),
  ];
  return {
    observedAt,
    complete,
    fewestPublished: FEWEST_PUBLISHED,
    total: told(published?.total ?? total),
    segments: rows("segment").map(([segment, tally]) => ({
      segment: segment === "" ? null : segment,
      ...told(tally),
    })),
    programmes: rows("programme").map(([programme, tally]) => ({ programme, ...told(tally) })),
  };
}

function sumOf(counts: readonly MemberCount[]): Tally {
  return counts.reduce((tally, count) => addPeople(tally, stateOf(count), count.people), NOBODY);
}

function stateOf({ status }: MemberCount): "protected" | "unprotected" {
  return INSURED.includes(status) ? "protected" : "unprotected";
}

function programmesIn(counts: readonly MemberCount[]): Tallies {
  return new Map(
    PROGRAMMES.map((programme) => [
      programme,
      counts.reduce((tally, count) => {
        const covers = stateOf(count) === "protected" && count.programmes.includes(programme);
        return addPeople(tally, covers ? "protected" : "unprotected", count.people);
      }, NOBODY),
    ]),
  );
}

function told(tally: PublishedTally): CountedPeople {
  const { people, protected: covered, unprotected } = tally;
  return { people, protected: covered, unprotected, percentage: percentageOf(tally) };
}
