import type { Person } from "../person.ts";
import { type ListFault, MOST_FAULTS } from "./fault.ts";
import type { ListedPair } from "./read-pairs.ts";

/**
 * Finds workers of whom the list itself says that they are paired, but whom no earlier pair names: they
 * would be paired again, and their sponsor too.
 * @param fact the fact that is true of whoever is paired
 */
export function pairedUnnamed(
  workers: readonly Person[],
  earlier: readonly ListedPair[],
  fact: string,
): readonly ListFault[] {
  const named = new Set(earlier.map(({ worker }) => worker));
  const message = {
    id: `Menurut "${fact}" orang ini sudah berpasangan, tetapi pasangannya tidak disebut. Sebut dengan --existing, atau bila pasangannya sudah berakhir, tulis "tidak" di sini.`,
    en: `By "${fact}" this person is paired already, but his pair is not named. Name it with --existing or, if it has ended, write "false" here.`,
  };
  return workers
    .filter(({ nik, facts }) => facts[fact] === true && !named.has(nik))
    .map(({ line }) => ({ line, message }))
    .slice(0, MOST_FAULTS);
}
