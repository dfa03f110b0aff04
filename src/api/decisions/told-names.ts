import type { IssuedDecision } from "../../ledger/receipt/payload.ts";

/** Names of items' facts that a list of an abridged decision holds. */
export const MOST_ITEM_NAMES = 100;

/** All names but those of items beyond the first {@link MOST_ITEM_NAMES}. */
export function few(names: readonly string[]): readonly string[] {
  const ofItems = names.filter((name) => name.includes("["));
  const beyond = new Set(ofItems.slice(MOST_ITEM_NAMES));
  return names.filter((name) => !beyond.has(name));
}

const ITEM = /^([^[]+\[\d+\])\./;

/** `drivers[2]` of `drivers[2].coverage.status`; null where it is no item's fact. */
export function itemIn(name: string): string | null {
  return ITEM.exec(name)?.[1] ?? null;
}

/** The origins of what is told. */
export function originsOf(
  facts: IssuedDecision["facts"],
  told: ReadonlySet<string>,
): IssuedDecision["facts"] {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => isTold(name, told)));
}

/** What is no item's is told, and of items what is told of them. */
export function isTold(name: string, items: ReadonlySet<string>): boolean {
  const item = itemIn(name);
  return item === null || items.has(item);
}
