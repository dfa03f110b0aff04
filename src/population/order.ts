import { type Marginal, namesIn } from "./marginals.ts";

/** What a fact, or a group's length, comes to. */
export type MarginalOf = (name: string) => Marginal;

/**
 * Names and all that they depend on, each after what it depends on; those that depend on each other
 * in some order.
 * @param isOwn whether a name is drawn here, and not elsewhere
 */
export function inOrder(
  names: Iterable<string>,
  marginalOf: MarginalOf,
  isOwn: (name: string) => boolean = () => true,
): readonly string[] {
  const placed = new Set<string>();
  const begun = new Set<string>();
  const visit = (name: string): void => {
    if (begun.has(name)) return;
    begun.add(name);
    for (const other of namesIn(marginalOf(name))) {
      if (isOwn(other)) visit(other);
    }
    placed.add(name);
  };
  for (const name of names) visit(name);
  return [...placed];
}

/** The names through which a name depends on itself, from it to itself; null where it does not. */
export function circleFrom(
  name: string,
  marginalOf: (name: string) => Marginal | undefined,
): readonly string[] | null {
  const seen = new Set<string>();
  const seek = (at: string, path: readonly string[]): readonly string[] | null => {
    const marginal = marginalOf(at);
    for (const other of marginal === undefined ? [] : namesIn(marginal)) {
      if (other === name) return [...path, other];
      if (seen.has(other)) continue;
      seen.add(other);
      const found = seek(other, [...path, other]);
      if (found !== null) return found;
    }
    return null;
  };
  return seek(name, [name]);
}

/** The place of each name. */
export function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}
