import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposedCells, hiddenCells } from "../../../src/monitoring/disclosure/suppress.ts";
import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";
import { couldDiffer } from "./attacker.ts";

/** Rows of a table with the total of each row and column, and the grand total, as one system. */
function tableOf(rows: readonly (readonly number[])[]): CellSystem {
  const width = rows[0]?.length ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  const withTotals = rows.map((row) => [...row, sum(row)]);
  const totals = Array.from({ length: width + 1 }, (_, column) =>
    sum(withTotals.map((row) => row[column] ?? 0)),
  );
  const at = (row: number, column: number) => row * (width + 1) + column;
  const lines = [...rows.keys(), rows.length];
  const columns = Array.from({ length: width + 1 }, (_, column) => column);
  return {
    values: [...withTotals, totals].flat(),
    equations: [
      ...lines.map((row) => ({
        total: at(row, width),
        parts: columns.slice(0, width).map((column) => at(row, column)),
      })),
      ...columns.map((column) => ({
        total: at(rows.length, column),
        parts: [...rows.keys()].map((row) => at(row, column)),
      })),
    ],
  };
}

/** The table as it is published, `x` for what is hidden; totals last. */
function published(rows: readonly (readonly number[])[]): readonly string[] {
  const system = tableOf(rows);
  const hidden = hiddenCells(system);
  const width = (rows[0]?.length ?? 0) + 1;
  const shown = system.values.map((value, cell) => (hidden.has(cell) ? "x" : String(value)));
  return Array.from({ length: shown.length / width }, (_, row) =>
    shown.slice(row * width, (row + 1) * width).join(" "),
  );
}

describe("what is hidden", () => {
  it.each([
    [
      "is nothing where every cell has at least five people",
      [
        [5, 20],
        [30, 40],
      ],
      ["5 20 25", "30 40 70", "35 60 95"],
    ],
    [
      "is, for one small cell, one in its row, one in its column, and the fourth corner",
      [
        [3, 618],
        [40, 60],
        [50, 900],
      ],
      ["x x 621", "x x 100", "50 900 950", "93 1578 1671"],
    ],
    [
      "leaves the totals that give nothing away, even where there is only one row",
      [[2, 30]],
      ["x x 32", "x x 32"],
    ],
    [
      "is a third cell where the two of a sum would together tell of under five people",
      [
        [1, 3, 10, 40],
        [20, 30, 40, 50],
      ],
      ["x x x 40 54", "x x x 50 140", "21 33 50 90 194"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(published(rows)).toEqual(expected);
  });

  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 20, max: 400 }) },
  );
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 3 }))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );

  it("never leaves a cell of under five people, nor one that could be computed", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const system = tableOf(rows);
        const hidden = hiddenCells(system);
        for (const [index, value] of system.values.entries()) {
          if (value < 5) expect(hidden.has(index)).toBe(true);
        }
        const computed = [...hidden].filter((one) => !couldDiffer(system, hidden, one));
        expect(computed).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never leaves cells of one sum that together come to under five people", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const system = tableOf(rows);
        const hidden = hiddenCells(system);
        const few = system.equations.filter(({ total, parts }) => {
          const unseen = parts.filter((part) => hidden.has(part));
          const people = unseen.reduce((sum, part) => sum + (system.values[part] ?? 0), 0);
          return unseen.length > 0 && !hidden.has(total) && people < 5;
        });
        expect(few).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("is never more than it takes: publishing any other hidden cell would give one away", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const system = tableOf(rows);
        const hidden = hiddenCells(system);
        for (const cell of hidden) {
          if ((system.values[cell] ?? 0) < 5) continue;
          const fewer = new Set([...hidden].filter((other) => other !== cell));
          expect(exposedCells(system, fewer)).not.toEqual([]);
        }
      }),
    );
  });

  it("is more where every row is known to hold somebody", () => {
    const system = {
      values: [1, 1, 1, 1, 1, 30, 35],
      equations: [{ total: 6, parts: [0, 1, 2, 3, 4, 5] }],
    };
    expect([...hiddenCells(system)]).toEqual([0, 1, 2, 3, 4]);
    const occupied = new Set([0, 1, 2, 3, 4, 5]);
    expect(hiddenCells({ ...system, occupied })).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it("would be told to be computed where only the small cells were hidden", () => {
    const system = tableOf([
      [3, 618],
      [40, 60],
    ]);
    expect(exposedCells(system, new Set([0]))).toEqual([0]);
    expect(couldDiffer(system, new Set([0]), 0)).toBe(false);
  });
});
