import type { FactShape, Facts, FactValue } from "../../engine/model/catalogue.ts";
import { causeOf } from "./cause.ts";
import type { Change } from "./comparison.ts";
import { decided, type Pair } from "./pair.ts";

/**
 * The other codes that a fact of a change may have instead, for the same outcomes and the same cause: an
 * example has one of them. Of a list that is so of its only item; nothing is said of groups.
 */
export function codesLikewise(pair: Pair, change: Change, id: string): readonly string[] {
  const value = change.facts[id];
  const [own] = Array.isArray(value) ? value : [value];
  if (typeof own !== "string" || (Array.isArray(value) && value.length > 1)) return [];
  const cause = JSON.stringify(change.cause);
  return codesOf(pair, id).filter((code) => {
    if (code === own) return false;
    const instead: FactValue = Array.isArray(value) ? [code] : code;
    const given = decided(pair, { ...change.facts, [id]: instead } satisfies Facts);
    if (given?.from.outcome !== change.from || given.to.outcome !== change.to) return false;
    return JSON.stringify(causeOf(given)) === cause;
  });
}

function codesOf({ from, to }: Pair, id: string): readonly string[] {
  const shapes = [to, from].map(({ program }) => program.pack.facts.get(id));
  return [...new Set(shapes.flatMap((shape) => (shape === undefined ? [] : codesIn(shape))))];
}

function codesIn(shape: FactShape): readonly string[] {
  const scalar = shape.type === "list" ? shape.items : shape;
  return scalar.type === "code" ? Object.keys(scalar.codes) : [];
}
