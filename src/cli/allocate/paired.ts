import { pairedUnnamed } from "../../allocation/lists/already-paired.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { didYouMean, shortened } from "../../engine/suggest.ts";
import { InputTrouble } from "../input.ts";
import { type Lists, ListsUnusable } from "./lists.ts";

/**
 * The fact by which a list says who is paired.
 * @throws InputTrouble unless the catalogue has it, as one that is true or false.
 */
export function pairedFact(pack: Pack, name: string): string {
  const entry = pack.facts.get(name);
  if (entry?.type === "boolean") return name;
  const near = didYouMean(pack, name, pack.facts.keys());
  throw new InputTrouble(
    entry === undefined
      ? {
          id: `--paired: tidak ada fakta "${shortened(name)}".${near.id}`,
          en: `--paired: there is no fact "${shortened(name)}".${near.en}`,
        }
      : {
          id: `--paired: "${name}" bukan fakta benar/salah. Pilih yang benar bagi orang yang sudah berpasangan.`,
          en: `--paired: "${name}" is not a true/false fact. Choose one that is true of whoever is paired.`,
        },
  );
}

/** @throws ListsUnusable with every line of somebody who would be paired twice. */
export function refuseUnnamed({ people, earlier }: Lists, fact: string, path: string): void {
  const faults = pairedUnnamed(people.workers, earlier, fact);
  if (faults.length > 0) throw new ListsUnusable(faults.map((fault) => ({ path, ...fault })));
}
