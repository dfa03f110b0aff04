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
  const [lows, highs] = [new Sum(), new Sum()];
  for (const [cell, factor] of coefficients) {
    const { least, most } = ranges.get(cell) ?? ANY;
    lows.add(factor > 0 ? factor * least : factor * most);
    highs.add(factor > 0 ? factor * most : factor * least);
  }
  let narrowed = false;
  for (const [cell, factor] of coefficients) {
    const range = ranges.get(cell);
    if (range === undefined) continue;
    const [low, high] =
      factor > 0
        ? [factor * range.least, factor * range.most]
        : [factor * range.most, factor * range.least];
    const [least, most] = [constant - highs.without(high), constant - lows.without(low)];
    const [one, another] = [least / factor, most / factor];
    const from = Math.ceil(Math.min(one, another) - SLACK);
    const to = Math.floor(Math.max(one, another) + SLACK);
    if (from > range.least) {
      range.least = from;
      narrowed = true;
    }
    if (to < range.most) {
      range.most = to;
      narrowed = true;
    }
  }
  return narrowed;
}

const ANY: Readonly<Range> = { least: 0, most: Infinity };

/** A sum of numbers, of which some may be infinite, that can be told without one of them. */
class Sum {
  #finite = 0;
  #infinite = 0;
  #endless = 0;

  add(value: number): void {
    if (Number.isFinite(value)) this.#finite += value;
    else {
      this.#infinite = value;
      this.#endless += 1;
    }
  }

  without(value: number): number {
    if (Number.isFinite(value)) return this.#endless > 0 ? this.#infinite : this.#finite - value;
    return this.#endless > 1 ? this.#infinite : this.#finite;
  }
}

/** So that a whole number stays one after divisions. */
const SLACK = 1e-6;
