import type { MonthCount, Tallies } from "../../monitoring/coverage/count.ts";
import { addPeople, NOBODY, type Tally } from "../../monitoring/coverage/tally.ts";
import type { MemberCount } from "../../registry/member-counts.ts";
import { monthOf, type ObservedCounts } from "../../registry/read-counts.ts";
import { INSURED, PROGRAMMES } from "../../registry/roster-file/codes.ts";

/** A roster's counts as those of a month; people in grace are protected. */
export function monthCountOf({ observedAt, counts, places }: ObservedCounts): MonthCount {
  const segments = counts.map((count) => ({ ...count, value: count.segment ?? "" }));
  const of = (place: string) => places.filter((count) => count.place === place);
  const [offices, districts] = [of("opd"), of("district")];
  return {
    month: monthOf(observedAt),
    total: sumOf(counts),
    by: {
      ...(segments.some(({ value }) => value !== "") && { segment: talliesOf(segments) }),
      ...(offices.length > 0 && { opd: talliesOf(offices) }),
      ...(districts.length > 0 && { district: talliesOf(districts) }),
    },
    programmes: programmesIn(counts),
    gaps: {},
    surplus: [],
    conflicts: 0,
  };
}

interface Counted {
  readonly status: string;
  readonly people: number;
}

function sumOf(counts: readonly Counted[]): Tally {
  return counts.reduce((tally, count) => addPeople(tally, stateOf(count), count.people), NOBODY);
}

function stateOf({ status }: Counted): "protected" | "unprotected" {
  return INSURED.includes(status) ? "protected" : "unprotected";
}

/** By their values, what is not told last. */
function talliesOf(counts: readonly (Counted & { readonly value: string })[]): Tallies {
  const values = [...new Set(counts.map(({ value }) => value))].filter((value) => value !== "");
  const isNotTold = counts.some(({ value }) => value === "");
  return new Map(
    [...values.sort(), ...(isNotTold ? [""] : [])].map((value) => [
      value,
      sumOf(counts.filter((count) => count.value === value)),
    ]),
  );
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
