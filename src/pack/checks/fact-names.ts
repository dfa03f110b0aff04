import { readReference } from "../../engine/conditions/references.ts";
import { suggest } from "../suggest.ts";
import type { Vocabulary } from "./context.ts";
import { lookUp } from "./declared.ts";

const INDEXED = /^([^[\]]+)\[\d+\](?:\.(.+))?$/;

/**
 * True for a name that a decision's `missing` can hold: `land.hectares`, `drivers`,
 * `parameter.x`, `coverage.programmes[1]`, `drivers[1].coverage.status`.
 */
export function isFactName(name: string, vocabulary: Vocabulary): boolean {
  const { catalogue, parameters } = vocabulary;
  const reference = readReference(name, catalogue.groups.entries);
  if (reference.kind === "parameter") return lookUp(parameters, reference.id) !== undefined;
  if (lookUp(catalogue.facts, name) !== undefined) return true;
  if (lookUp(catalogue.groups, name) !== undefined) return true;
  const [, owner = "", ofItem] = INDEXED.exec(name) ?? [];
  if (ofItem === undefined) return isList(owner, vocabulary);
  const group = lookUp(catalogue.groups, owner);
  if (group === undefined) return false;
  const [, list] = INDEXED.exec(ofItem) ?? [];
  const fact = list ?? ofItem;
  return group === null || (group.facts.includes(fact) && isFactName(ofItem, vocabulary));
}

function isList(id: string, { catalogue }: Vocabulary): boolean {
  const fact = lookUp(catalogue.facts, id);
  return fact === null || fact?.type === "list";
}

/** The fact or group that was most likely meant. */
export function suggestFactName(name: string, { catalogue }: Vocabulary): string | null {
  const bare = name.endsWith(".count") ? name.slice(0, -".count".length) : name;
  return suggest(bare, [...catalogue.facts.entries.keys(), ...catalogue.groups.entries.keys()]);
}
