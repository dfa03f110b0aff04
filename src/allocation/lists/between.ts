import type { Side } from "../person.ts";
import { type ListFault, MOST_FAULTS } from "./fault.ts";
import type { ListedPair } from "./read-pairs.ts";
import type { ListedPerson } from "./read-people.ts";

/** A fault of one list that another one causes. */
export interface FaultBetween extends ListFault {
  readonly list: "sponsors" | "earlier";
}

/**
 * Finds who stands in both lists, and whose part changed since his earlier pair.
 * @param names what the lists are called where the reader gave them
 */
export function faultsBetween(
  people: Readonly<Record<Side, readonly ListedPerson[]>>,
  earlier: readonly ListedPair[],
  names: Readonly<Record<Side, string>>,
): readonly FaultBetween[] {
  const workers = linesOf(people.workers);
  const sponsors = linesOf(people.sponsors);
  const both = people.sponsors.flatMap(({ nik, line }) => {
    const other = workers.get(nik);
    if (other === undefined) return [];
    const message = {
      id: `Orang ini juga ada di ${names.workers}, baris ${other}. Ia pekerja atau sponsor, tidak keduanya.`,
      en: `This person also stands in ${names.workers}, line ${other}. He is a worker or a sponsor, not both.`,
    };
    return [{ list: "sponsors", line, message } as const];
  });
  const changed = earlier.flatMap(({ lines, worker, sponsor }) => [
    ...otherPart(lines.worker, "worker", sponsors.get(worker), names.sponsors),
    ...otherPart(lines.sponsor, "sponsor", workers.get(sponsor), names.workers),
  ]);
  return [...both, ...changed].slice(0, MOST_FAULTS);
}

function linesOf(people: readonly ListedPerson[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ nik, line }) => [nik, line]));
}

function otherPart(
  line: number,
  column: string,
  other: number | undefined,
  name: string,
): readonly FaultBetween[] {
  if (other === undefined) return [];
  const message = {
    id: `Orang di kolom "${column}" kini ada di ${name}, baris ${other}. Periksa keduanya.`,
    en: `The person in the column "${column}" now stands in ${name}, line ${other}. Check both.`,
  };
  return [{ list: "earlier", line, message }];
}
