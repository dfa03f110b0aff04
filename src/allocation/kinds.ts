import type { Facts, FactValue, Scalar } from "../engine/model/catalogue.ts";
import { factOf, itemsOf } from "./match.ts";

/** People sorted by what a match reads of them. */
export interface Kinds {
  /** The kind of each, in the order given. */
  readonly kinds: readonly number[];
  /** The values of each kind, in the order of the matches. */
  readonly values: readonly (readonly FactValue[])[];
}

/** Kinds are numbered by the first of each, so that they depend on the order of people alone. */
export function kindsOf(people: readonly Facts[], facts: readonly string[]): Kinds {
  const numbers = new Map<string, number>();
  const values: (readonly FactValue[])[] = [];
  const kinds = people.map((record) => {
    const own = facts.map((fact) => factOf(record, fact));
    const key = JSON.stringify(own);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push(own) - 1;
  });
  return { kinds, values };
}

/** For each kind of worker, the kinds of sponsor that agree with it in every match, ascending. */
export function edgesBetween(workers: Kinds, sponsors: Kinds): readonly (readonly number[])[] {
  const [width = 0] = workers.values.map(({ length }) => length);
  const holders = Array.from({ length: width }, (_, index) =>
    kindsHolding(sponsors.values.map((values) => values[index] ?? null)),
  );
  const everyKind = sponsors.values.map((_, kind) => kind);
  return workers.values.map((worker) => {
    const agreeing = worker.map((value, index) => agreeingKinds(value, holders[index]));
    const [fewest = everyKind, ...others] = agreeing.toSorted(
      (one, other) => one.length - other.length,
    );
    const sets = others.map((kinds) => new Set(kinds));
    return fewest.filter((kind) => sets.every((set) => set.has(kind)));
  });
}

type Holders = ReadonlyMap<Scalar, readonly number[]>;

/** The kinds whose value is, or whose list holds, each item; ascending. */
function kindsHolding(values: readonly FactValue[]): Holders {
  const holders = new Map<Scalar, number[]>();
  for (const [kind, value] of values.entries()) {
    for (const item of new Set(itemsOf(value))) {
      const kinds = holders.get(item);
      if (kinds === undefined) holders.set(item, [kind]);
      else kinds.push(kind);
    }
  }
  return holders;
}

function agreeingKinds(value: FactValue, holders: Holders | undefined): readonly number[] {
  const items = [...new Set(itemsOf(value))];
  const [first = [], ...others] = items.map((item) => holders?.get(item) ?? []);
  if (others.length === 0) return first;
  return [...new Set([...first, ...others.flat()])].toSorted((one, other) => one - other);
}
