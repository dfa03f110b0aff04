import type { Almanac, Engine } from "json-rules-engine";

/** The rule that an Engine asked about the items of a group must have. */
export const ITEM_RULE = "item";

/**
 * Answers a group condition by asking json-rules-engine about each item, one after another;
 * undefined where the group is missing. An unknown item has no facts.
 */
export async function groupHolds(
  kind: "every" | "some",
  group: string,
  engine: Engine,
  almanac: Almanac,
): Promise<boolean | undefined> {
  const items = await almanac.factValue<unknown>(group);
  if (!Array.isArray(items)) return undefined;
  for (const item of items) {
    const holds = await itemHolds(engine, item);
    if (holds !== (kind === "every")) return holds;
  }
  return kind === "every";
}

/** The number of items of a group; undefined where the group is missing. */
export async function groupCount(group: string, almanac: Almanac): Promise<number | undefined> {
  const items = await almanac.factValue<unknown>(group);
  return Array.isArray(items) ? items.length : undefined;
}

async function itemHolds(engine: Engine, item: unknown): Promise<boolean> {
  const facts = typeof item === "object" && item !== null ? { ...item } : {};
  const { results, failureResults } = await engine.run(facts);
  if (results.length + failureResults.length !== 1) {
    throw new Error("json-rules-engine gave no result for an item of a group");
  }
  return results.length === 1;
}
