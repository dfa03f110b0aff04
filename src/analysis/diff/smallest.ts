import type { Facts, ItemFacts } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import { type DecidedPair, decided, itemsIn, type Pair } from "./pair.ts";

/**
 * As few of the facts as still give both outcomes. What is left out can then be anything: facts that
 * are not known only ever leave an outcome open, and never turn it. An outcome that is open stays so
 * for what it waited for.
 */
export function smallest(pair: Pair, facts: Facts, told: Told = () => ""): Facts {
  const wanted = toldOf(pair, facts, told);
  const isSame = (fewer: Facts) => toldOf(pair, fewer, told) === wanted;
  let kept = facts;
  for (const id of Object.keys(facts).reverse()) {
    const without = withoutKey(kept, id);
    if (isSame(without)) kept = without;
    else kept = withSmallestItems(kept, id, isSame);
  }
  return kept;
}

/** What besides both outcomes has to stay as it is. */
type Told = (decided: DecidedPair) => string;

function toldOf(pair: Pair, facts: Facts, told: Told): string {
  const given = decided(pair, facts);
  if (given === null) return "";
  return [given.from, given.to].map(outcomeOf).concat(told(given)).join(" ");
}

/** With what an open outcome waits for: whoever lacks more waits for something else. */
function outcomeOf({ outcome, missing }: Decision): string {
  const names = missing.map((name) => name.replace(/\[\d+\]/, "[]"));
  return [outcome, ...new Set(names)].join(" ");
}

function withoutKey<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/** A group with as few items, and as few facts of each, as still do. */
function withSmallestItems(facts: Facts, id: string, isSame: (fewer: Facts) => boolean): Facts {
  let kept = facts;
  for (let index = (itemsIn(kept[id])?.length ?? 0) - 1; index >= 0; index--) {
    const items = itemsIn(kept[id]) ?? [];
    const fewer = { ...kept, [id]: items.filter((_, at) => at !== index) };
    if (items.length > 1 && isSame(fewer)) {
      kept = fewer;
      continue;
    }
    for (const name of Object.keys(items[index] ?? {})) {
      const now = itemsIn(kept[id]) ?? [];
      const changed = {
        ...kept,
        [id]: now.map((item, at) => (at === index ? less(item, name) : item)),
      };
      if (isSame(changed)) kept = changed;
    }
  }
  return kept;
}

function less(item: ItemFacts | null, name: string): ItemFacts | null {
  return item === null ? null : withoutKey(item, name);
}
