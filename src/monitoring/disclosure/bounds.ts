import type { Relation } from "./elimination.ts";

/** The least and the most that a hidden cell can be. */
interface Range {
  least: number;
  most: number;
}

const MOST_ROUNDS = 100;

/**
 * What the relations leave open for each hidden cell, nobody being fewer than zero, nor the
 * occupied fewer than one: each relation narrows each of its cells by the ranges of the others, until none does any more.
 */
export function rangesOf(
  hidden: ReadonlySet<number>,
  relations: readonly Relation[],
  occupied: ReadonlySet<number>,
): ReadonlyMap<number, Readonly<Range>> {
  const ranges = new Map(
    [...hidden].map((cell) => [cell, { least: occupied.has(cell) ? 1 : 0, most: Infinity }]),
  );
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const narrowed = relations.map((relation) => narrow(relation, ranges));
    if (!narrowed.includes(true)) break;
  }
  return ranges;
}

/** Says whether a range became narrower. */
function narrow({ coefficients, constant }: Relation, ranges: ReadonlyMap<number, Range>): boolean {
  let narrowed = false;
  for (const [cell, coefficient] of coefficients) {
    const range = ranges.get(cell);
    if (range === undefined) continue;
    let [least, most] = [constant, constant];
    for (const [other, factor] of coefficients) {
      if (other === cell) continue;
      const { least: low, most: high } = ranges.get(other) ?? { least: 0, most: Infinity };
      least -= factor > 0 ? factor * high : factor * low;
      most -= factor > 0 ? factor * low : factor * high;
    }
    const [one, another] = [least / coefficient, most / coefficient];
    const low = Math.ceil(Math.min(one, another) - SLACK);
    const high = Math.floor(Math.max(one, another) + SLACK);
    if (low > range.least) {
      range.least = low;
      narrowed = true;
    }
    if (high < range.most) {
      range.most = high;
      narrowed = true;
    }
  }
  return narrowed;
}

/** So that a whole number stays one after divisions. */
const SLACK = 1e-6;
