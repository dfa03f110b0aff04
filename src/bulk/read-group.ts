import { factChecker } from "../engine/facts/check.ts";
import type { Pack } from "../engine/model/pack.ts";
import { columnOf } from "../pack/column-name.ts";
import type { CellReader } from "./read-cell.ts";

/**
 * Reads the cells of a group: a JSON array of objects, which name facts by their ids or by their
 * columns. The engine's own check looks at them; the text it gives has columns for names.
 */
export function groupReader(pack: Pack, id: string): CellReader {
  const check = factChecker(pack);
  const facts = pack.groups.get(id)?.facts ?? [];
  const ids = new Map(facts.map((fact) => [columnOf(fact), fact]));
  return (text) => {
    const items = parsed(text);
    if (!Array.isArray(items)) {
      return text.trim() === "" ? { kind: "unknown" } : { kind: "fault", code: "type" };
    }
    const named = items.map((item: unknown) => renamed(item, (name) => ids.get(name) ?? name));
    const [issue] = check({ [id]: named });
    if (issue !== undefined) return { kind: "fault", code: issue.code.replace(/^fact-/, "") };
    return { kind: "value", text: JSON.stringify(named.map((item) => renamed(item, columnOf))) };
  };
}

function renamed(item: unknown, rename: (name: string) => string): unknown {
  if (!isRecord(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [rename(name), value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
