import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberBand } from "../../src/simulation/bands.ts";
import { keySql } from "../../src/simulation/keys.ts";
import type { BreakdownValue } from "../../src/simulation/report.ts";

const { key, value } = keySql({
  ...{ id: "some.number", label: { id: "Bilangan" }, shape: { type: "number" } },
  ...{ sql: "v", reads: "v", column: null, matched: null },
});

let ask: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
let close: () => void;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  close = () => {
    connection.closeSync();
    instance.closeSync();
  };
});

afterAll(() => close());

/** Each value with what it is told as, once they are gathered in cells as a simulation does. */
async function told(
  values: readonly number[],
): Promise<readonly (readonly [number, BreakdownValue])[]> {
  const all = values.map((one) => `(CAST('${one}' AS DOUBLE))`).join(", ");
  const rows = await ask(
    `SELECT v, min(n) OVER (PARTITION BY k) AS least, max(n) OVER (PARTITION BY k) AS greatest, k AS cell FROM (SELECT v, ${value} AS n, ${key} AS k FROM (VALUES ${all}) AS t(v))`,
  );
  const cells = new Map(
    rows.map(({ cell, least, greatest }) => [
      String(cell),
      { least: Number(least), greatest: Number(greatest) },
    ]),
  );
  const bandOf = numberBand([...cells.values()]);
  return rows.flatMap(({ v, cell }) => {
    const found = cells.get(String(cell));
    return found === undefined ? [] : [[Number(v), bandOf(found)] as const];
  });
}

function isWithin(one: number, band: BreakdownValue): boolean {
  if (band.kind === "value") return Number(band.value) === one;
  return band.kind === "numbers" && band.from <= one && one < band.below;
}

const scaled = (least: number, greatest: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.array(fc.integer({ min: least, max: greatest }), { minLength: 1, maxLength: 60 }),
    )
    .map(([scale, numbers]) => numbers.map((number) => Number(`${number}e-${scale}`)));
/** Where the first digits change, and right beside it. */
const besidePowers = fc.array(
  fc
    .tuple(
      fc.integer({ min: -5, max: 15 }),
      fc.constantFrom(1, 2, 5, -1, -3),
      fc.constantFrom(-1, 0, 1),
    )
    .map(([power, times, beside]) => {
      const number = Number(`${times}e${power}`);
      return number + beside * (Math.abs(number) >= 1e12 ? 1 : Math.abs(number) * 2 ** -52);
    }),
  { minLength: 1, maxLength: 40 },
);
const doubles = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 1,
  maxLength: 40,
});

describe("bands of numbers", () => {
  it("hold every value that is counted in them, and are at most a dozen", async () => {
    const values = fc.oneof(
      ...[scaled(0, 2000), scaled(-500, 900), scaled(1000, 1100), besidePowers, doubles],
    );
    await fc.assert(
      fc.asyncProperty(values, async (numbers) => {
        const found = await told(numbers);
        expect(found.filter(([one, band]) => !isWithin(one, band))).toEqual([]);
        expect(new Set(found.map(([, band]) => JSON.stringify(band))).size).toBeLessThanOrEqual(12);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "that share their first digits",
      Array.from({ length: 12 }, (_, place) => 1015 + place),
      [
        [1015, { kind: "numbers", from: 1010, below: 1020 }],
        [1026, { kind: "numbers", from: 1020, below: 1030 }],
      ],
    ],
    [
      "with decimals, at an edge",
      Array.from({ length: 21 }, (_, place) => place / 10),
      [
        [0.6, { kind: "numbers", from: 0.6, below: 0.8 }],
        [0.3, { kind: "numbers", from: 0.2, below: 0.4 }],
      ],
    ],
  ])("are cut fairly among values %s", async (_, numbers, expected) => {
    const found = new Map(await told(numbers));
    expect(expected.map(([one]) => [one, found.get(Number(one))])).toEqual(expected);
  });
});
