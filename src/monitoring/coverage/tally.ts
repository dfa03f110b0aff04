/** People counted; `people` is the sum of the others. */
export interface Tally {
  readonly people: number;
  readonly protected: number;
  readonly unprotected: number;
  /** Of whom no roster says anything. */
  readonly unknown: number;
}

export const NOBODY: Tally = { people: 0, protected: 0, unprotected: 0, unknown: 0 };

export type State = "protected" | "unprotected" | "unknown";

export function addPeople(tally: Tally, state: State, people: number): Tally {
  return { ...tally, people: tally.people + people, [state]: tally[state] + people };
}
