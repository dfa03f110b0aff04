import type { MemberFacts } from "./roster.ts";

/**
 * How many people of a roster stand alike, by status, segment and programmes: nothing personal. A
 * segment that is not told is left out.
 */
export interface MemberCount extends Pick<MemberFacts, "status" | "programmes" | "segment"> {
  readonly people: number;
}

/** The same by one text for each way to stand, so that messages can carry it. */
export type CountsByStanding = Readonly<Record<string, number>>;

/** Counts as they are after some people came in and some went out. */
export function recount(
  counts: CountsByStanding,
  gained: readonly MemberFacts[],
  lost: readonly MemberFacts[],
): CountsByStanding {
  const next = { ...counts };
  const add = (facts: MemberFacts, people: number) => {
    const standing = standingOf(facts);
    next[standing] = (next[standing] ?? 0) + people;
  };
  for (const facts of gained) add(facts, 1);
  for (const facts of lost) add(facts, -1);
  return Object.fromEntries(Object.entries(next).filter(([, people]) => people !== 0));
}

/** What counts say; null where they are not those of so many members. */
export function memberCounts(
  counts: CountsByStanding,
  members: number,
): readonly MemberCount[] | null {
  const told = Object.entries(counts).map(([standing, people]): MemberCount => {
    const [status = "", segment = "", programmes = ""] = standing.split(" ");
    return {
      status,
      programmes: programmes === "" ? [] : programmes.split("+"),
      ...(segment !== NOT_TOLD && { segment }),
      people,
    };
  });
  return told.reduce((sum, { people }) => sum + people, 0) === members ? told : null;
}

const NOT_TOLD = "-";

/** `AKTIF BPU JKK+JKM`. */
function standingOf({ status, segment, programmes }: MemberFacts): string {
  return `${status} ${segment ?? NOT_TOLD} ${programmes.toSorted().join("+")}`;
}
