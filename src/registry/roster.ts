/** What a roster says of a person. */
export interface MemberFacts {
  readonly status: string;
  readonly programmes: readonly string[];
  readonly paidThrough?: string;
  readonly segment?: string;
}

/** One person in a roster. */
export interface Member extends MemberFacts {
  readonly nik: string;
}

/** Whether two rows say the same of a person, in whatever order they name the programmes. */
export function sayTheSame(one: MemberFacts, other: MemberFacts): boolean {
  return (
    one.status === other.status &&
    one.paidThrough === other.paidThrough &&
    one.segment === other.segment &&
    one.programmes.toSorted().join() === other.programmes.toSorted().join()
  );
}

/** The members that a registry knew at one moment. */
export interface Roster {
  /** Names the snapshot; loading the same one twice changes nothing. */
  readonly snapshot: string;
  /** ISO 8601 with a time zone. */
  readonly observedAt: string;
  /** Whether it names every member, so that whoever is missing is no member. */
  readonly complete: boolean;
  readonly members: readonly Member[];
}
