import type { Pack } from "../engine/model/pack.ts";
import { drawnNumber } from "./drawn-order.ts";
import { factOf } from "./match.ts";
import type { Person } from "./person.ts";
import { type Priority, placeOf } from "./priority.ts";

/** People in the order of their claims: by priority, and within it by the number that is drawn. */
export function inOrder(
  people: readonly Person[],
  seed: string,
  pack: Pack,
  priority: Priority | null,
): readonly Person[] {
  const drawn = drawnNumber(seed);
  const entry = priority === null ? undefined : pack.facts.get(priority.fact);
  return people
    .map((person) => {
      const place =
        priority === null ? 0 : placeOf(priority, entry, factOf(person.facts, priority.fact));
      return { person, place, number: drawn(person.nik) };
    })
    .toSorted((one, other) => one.place - other.place || (one.number < other.number ? -1 : 1))
    .map(({ person }) => person);
}
