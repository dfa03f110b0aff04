import type { MemberPlaces } from "../place-counts.ts";
import { type MemberFacts, sayTheSame } from "../roster.ts";
import type { RowFault } from "../roster-file/read-row.ts";
import type { Placed } from "../snapshots/pages.ts";
import type { BadRow } from "./state.ts";

/** A row whose NIK could be read, and what is wrong with the rest of it. */
export interface RowAboutPerson extends Placed {
  readonly fault?: RowFault;
  readonly places?: MemberPlaces;
}

/** What the rows of a page come to. */
export interface SettledRows {
  /** People of whom this page tells first: they belong to it. */
  readonly own: readonly Placed[];
  /** People of earlier pages whom a row of this page contradicts. */
  readonly contradicted: readonly Placed[];
  readonly badRows: readonly BadRow[];
  /** How many more people count than before; fewer, where rows of this page contradict earlier ones. */
  readonly members: number;
  /** What is said of those who count now, and of those who count no more. */
  readonly gained: readonly MemberFacts[];
  readonly lost: readonly MemberFacts[];
  /** Where those who count now belong, by their status. */
  readonly placed: readonly { readonly status: string; readonly places: MemberPlaces }[];
  /** How many people counted until a row of this page contradicted an earlier one. */
  readonly leftOut: number;
}

/**
 * Settles rows about people of whom rows told before, on this page or an earlier one. Rows that say
 * the same count as one. Rows that differ leave the person out, since nobody knows which is true; so
 * does one that cannot be read. `known` is what the snapshot holds of these people. All depends on the
 * file alone: a page that is settled again, even over what later pages left, comes to the same.
 */
export function settleRows(
  rows: readonly RowAboutPerson[],
  known: ReadonlyMap<string, Placed>,
): SettledRows {
  const people = new Map(known);
  const own = new Set<string>();
  const contradicted = new Set<string>();
  const badRows: BadRow[] = [];
  const gained: MemberFacts[] = [];
  const lost: MemberFacts[] = [];
  const located: SettledRows["placed"][number][] = [];
  let leftOut = 0;
  for (const { fault, places = {}, ...row } of rows) {
    const { pseudonym, line } = row;
    const first = people.get(pseudonym);
    if (first === undefined || first.line === line) {
      const contradictedOn = fault === undefined ? first?.contradictedOn : line;
      people.set(pseudonym, { ...row, ...(contradictedOn !== undefined && { contradictedOn }) });
      own.add(pseudonym);
      if (fault === undefined && row.facts !== null) {
        gained.push(row.facts);
        located.push({ status: row.facts.status, places });
      } else if (fault !== undefined) badRows.push({ line, reason: fault });
      continue;
    }
    const firstLine = first.line;
    const isOut = first.contradictedOn !== undefined && first.contradictedOn < line;
    if (!isOut && isSame(first, row)) {
      badRows.push({ line, reason: "duplicate", firstLine });
      continue;
    }
    badRows.push({ line, reason: fault ?? "contradiction", firstLine });
    if (isOut) continue;
    people.set(pseudonym, { ...first, contradictedOn: line });
    if (!own.has(pseudonym)) contradicted.add(pseudonym);
    if (first.facts !== null) lost.push(first.facts);
    leftOut += 1;
  }
  const placed = (names: Iterable<string>) => [...names].flatMap((name) => people.get(name) ?? []);
  return {
    ...{ own: placed(own), contradicted: placed(contradicted), badRows },
    ...{ members: gained.length - lost.length, gained, lost, placed: located, leftOut },
  };
}

function isSame({ facts: one }: Placed, { facts: other }: Placed): boolean {
  return one !== null && other !== null && sayTheSame(one, other);
}
