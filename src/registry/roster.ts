/** One person in a roster. */
export interface Member {
  readonly nik: string;
  readonly status: string;
  readonly programmes: readonly string[];
  readonly paidThrough?: string;
  readonly segment?: string;
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
