import type { Fact, Facts, FactValue, Scalar } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";
import { didYouMean, shortened } from "../engine/suggest.ts";

/** A worker and a sponsor may be paired only if these facts of theirs agree. */
export interface Match {
  readonly worker: string;
  readonly sponsor: string;
}

/** A match, or what is wrong with it. */
export type MatchRead =
  | { readonly ok: true; readonly match: Match }
  | { readonly ok: false; readonly problem: Text };

/** Reads `worker.district=sponsor.districts`, or `person.district` for the same fact of both. */
export function readMatch(pack: Pack, text: string): MatchRead {
  const [worker = "", sponsor = worker, ...more] = text.split("=");
  if (more.length > 0) {
    return wrong({
      id: `--match adalah fakta-pekerja=fakta-sponsor, bukan "${shortened(text)}"`,
      en: `--match is worker's-fact=sponsor's-fact, not "${shortened(text)}"`,
    });
  }
  for (const fact of [worker, sponsor]) {
    if (pack.facts.has(fact)) continue;
    const near = didYouMean(pack, fact, pack.facts.keys());
    return wrong({
      id: `--match: tidak ada fakta "${shortened(fact)}".${near.id}`,
      en: `--match: there is no fact "${shortened(fact)}".${near.en}`,
    });
  }
  if (comparedAs(pack.facts.get(worker)) !== comparedAs(pack.facts.get(sponsor))) {
    return wrong({
      id: `--match: "${worker}" dan "${sponsor}" tidak sejenis, jadi tidak pernah sama.`,
      en: `--match: "${worker}" and "${sponsor}" are of different types, so they never agree.`,
    });
  }
  return { ok: true, match: { worker, sponsor } };
}

function wrong(problem: Text): MatchRead {
  return { ok: false, problem };
}

/** What values, or items, are compared as. */
function comparedAs(entry: Fact | undefined): string | undefined {
  const type = entry?.type === "list" ? entry.items.type : entry?.type;
  return type === "integer" ? "number" : type;
}

/**
 * Whether known facts agree: equal values, or a value that the other's list holds, or lists with an
 * item in common.
 */
export function agree(worker: FactValue, sponsor: FactValue): boolean {
  const others = new Set(itemsOf(sponsor));
  return itemsOf(worker).some((item) => others.has(item));
}

function itemsOf(value: FactValue): readonly Scalar[] {
  if (value === null) return [];
  return typeof value === "object" ? value.flatMap((item) => item ?? []) : [value];
}

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

/** For each kind of worker, the kinds of sponsor that agree with it in every match. */
export function edgesBetween(workers: Kinds, sponsors: Kinds): readonly (readonly number[])[] {
  return workers.values.map((worker) =>
    sponsors.values.flatMap((sponsor, kind) =>
      worker.every((value, index) => agree(value, sponsor[index] ?? null)) ? [kind] : [],
    ),
  );
}

/** A fact's value; null where it is not known. Groups have none. */
export function factOf(facts: Facts, fact: string): FactValue {
  const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return value === undefined || isGroup(value) ? null : value;
}

/** Whether a fact and all its items are known: only then can two facts be said not to agree. */
export function isKnown(value: FactValue): boolean {
  return value !== null && (typeof value !== "object" || !value.includes(null));
}

type Value = NonNullable<Facts[string]>;

function isGroup(value: Facts[string]): value is Exclude<Value, FactValue> {
  return Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null);
}
