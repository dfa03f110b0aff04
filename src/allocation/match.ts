import type { Fact, Facts, FactValue, Scalar } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";
import { didYouMean, shortened } from "../engine/suggest.ts";
import { isComputed } from "./computed.ts";

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
    const entry = pack.facts.get(fact);
    if (entry?.compute !== undefined) return wrong(isComputed("--match", fact));
    if (entry !== undefined) continue;
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

/** What a value is compared by: itself, or each known item of a list. */
export function itemsOf(value: FactValue): readonly Scalar[] {
  if (value === null) return [];
  return typeof value === "object" ? value.flatMap((item) => item ?? []) : [value];
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
