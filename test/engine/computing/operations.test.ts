import { describe, expect, it } from "vitest";
import { compute } from "../../../src/engine/computing/compute.ts";
import { numberOf } from "../../../src/engine/computing/exact.ts";
import type { Computation, Operands } from "../../../src/engine/model/compute.ts";

function resultOf(computation: Computation, operands: Operands = {}): number | null {
  const result = compute(computation, operands);
  return result && numberOf(result, result.scale);
}

const of = (operation: Computation["operation"], ...terms: Computation["of"]): Computation => ({
  operation,
  of: terms,
});

describe("a computation is exact in decimals", () => {
  it.each<[string, Computation, number]>([
    ["0.1 + 0.2 = 0.3", of("sum", 0.1, 0.2), 0.3],
    ["1.005 × 100 = 100.5", of("product", 1.005, 100), 100.5],
    ["4.35 × 100 = 435", of("product", 4.35, 100), 435],
    ["0.3 − 0.1 = 0.2", of("difference", 0.3, 0.1), 0.2],
    ["2 − 5 = −3", of("difference", 2, 5), -3],
    ["−0.5 + 0.25 = −0.25", of("sum", -0.5, 0.25), -0.25],
    ["the least of 0.30, 0.3 and 1", of("minimum", 0.3, 1), 0.3],
    ["the greatest of −1 and −0.99", of("maximum", -1, -0.99), -0.99],
    ["terms of one operation within another", of("product", of("sum", 1, 2), 4), 12],
    ["9007199254740990 + 1", of("sum", 9_007_199_254_740_990, 1), Number.MAX_SAFE_INTEGER],
    [
      "a product beyond 2^53 that is divided again",
      {
        operation: "quotient",
        of: [of("product", 9_007_199_254_740_991, 3), 3],
        scale: 0,
        rounding: "down",
      },
      Number.MAX_SAFE_INTEGER,
    ],
  ])("%s", (_, computation, value) => {
    expect(resultOf(computation)).toBe(value);
  });

  it("gives no number beyond 2^53 − 1, in its own digits", () => {
    expect(resultOf(of("sum", Number.MAX_SAFE_INTEGER, 1))).toBeNull();
    expect(resultOf(of("sum", Number.MAX_SAFE_INTEGER, 0.1))).toBeNull();
  });
});

describe("a quotient is rounded as it says, whatever the signs", () => {
  it.each([
    // dividend, divisor, down, up, half-up, half-even
    [7, 2, 3, 4, 4, 4],
    [5, 2, 2, 3, 3, 2],
    [-5, 2, -2, -3, -3, -2],
    [5, -2, -2, -3, -3, -2],
    [-5, -2, 2, 3, 3, 2],
    [-7, 2, -3, -4, -4, -4],
    [7, 3, 2, 3, 2, 2],
    [8, 3, 2, 3, 3, 3],
    [-8, 3, -2, -3, -3, -3],
    [1, 2, 0, 1, 1, 0],
    [-1, 2, 0, -1, -1, 0],
    [1, 3, 0, 1, 0, 0],
    [6, 3, 2, 2, 2, 2],
    [0, 5, 0, 0, 0, 0],
    [0.5, 0.2, 2, 3, 3, 2],
  ])("%d ÷ %d is %d down, %d up, %d half-up, %d half-even", (dividend, divisor, ...rounded) => {
    const roundings = ["down", "up", "half-up", "half-even"] as const;
    const values = roundings.map((rounding) =>
      resultOf({ operation: "quotient", of: [dividend, divisor], scale: 0, rounding }),
    );
    // A zero has no sign.
    expect(values.map((value) => value && value + 0)).toEqual(rounded);
  });

  it.each([
    [10, 3, 2, 3.33],
    [10, 3, 6, 3.333333],
    [-10, 3, 2, -3.33],
    [1, 8, 2, 0.12],
    [2.5, 0.1, 1, 25],
    [0.01, 3, 6, 0.003333],
  ])("%d ÷ %d to %d decimals, down, is %d", (dividend, divisor, scale, value) => {
    const of = [dividend, divisor];
    expect(resultOf({ operation: "quotient", of, scale, rounding: "down" })).toBe(value);
  });

  it("has no result where it would divide by zero", () => {
    const rounding = { scale: 0, rounding: "down" } as const;
    expect(resultOf({ operation: "quotient", of: [1, 0], ...rounding })).toBeNull();
    expect(resultOf({ operation: "quotient", of: [0, { fact: "a" }], ...rounding }, { a: 0 })).toBe(
      null,
    );
  });
});

describe("whole months and years between two days", () => {
  it.each([
    // from, to, months, years
    ["2026-01-15", "2026-02-14", 0, 0],
    ["2026-01-15", "2026-02-15", 1, 0],
    ["2026-01-31", "2026-02-27", 0, 0],
    ["2026-01-31", "2026-02-28", 1, 0],
    ["2026-01-31", "2026-03-30", 1, 0],
    ["2026-01-31", "2026-03-31", 2, 0],
    ["2024-02-29", "2025-02-27", 11, 0],
    ["2024-02-29", "2025-02-28", 12, 1],
    ["2024-02-29", "2028-02-28", 47, 3],
    ["2024-02-29", "2028-02-29", 48, 4],
    ["2026-05-05", "2026-05-05", 0, 0],
    ["2026-05-05", "2026-05-04", -1, -1],
    ["2026-03-31", "2026-02-28", -1, -1],
    ["2026-03-31", "2026-02-27", -2, -1],
    ["2026-02-28", "2026-01-31", -1, -1],
    ["2026-11-22", "2025-11-22", -12, -1],
    ["2026-11-22", "2025-11-21", -13, -2],
    ["0001-01-01", "9999-12-31", 119_987, 9998],
    ["9999-12-31", "0001-01-01", -119_988, -9999],
  ])("from %s to %s are %d and %d", (from, to, months, years) => {
    const operands = { from, to };
    const terms = [{ fact: "from" }, { fact: "to" }];
    expect(resultOf(of("monthsBetween", ...terms), operands)).toBe(months);
    expect(resultOf(of("yearsBetween", ...terms), operands)).toBe(years);
  });
});

describe("what is not known makes the whole unknown", () => {
  it.each<[string, Computation, Operands]>([
    ["in a sum", of("sum", 1, { fact: "a" }), { a: null }],
    ["in a product with zero", of("product", 0, { fact: "a" }), { a: null }],
    ["in the least of some", of("minimum", 1, { fact: "a" }), { a: null }],
    ["in the greatest of some", of("maximum", 1, { fact: "a" }), { a: null }],
    ["an item of a list that is added up", of("sum", { fact: "a" }), { a: [1, null] }],
    ["an item of a list that is counted", of("count", { fact: "a" }), { a: ["JKK", null] }],
    ["a list itself", of("count", { fact: "a" }), { a: null }],
    ["a day", of("monthsBetween", { fact: "a" }, { fact: "b" }), { a: "2026-01-01", b: null }],
    ["a part of a part", of("sum", 1, of("sum", of("product", { fact: "a" }))), {}],
    [
      "a fact of an item of a group",
      of("sum", { over: "members", fact: "income" }),
      { "members[].income": [1, null] },
    ],
    ["the least of nothing", of("minimum", { fact: "a" }), { a: [] }],
    ["the greatest of nothing", of("maximum", { fact: "a" }), { a: [] }],
  ])("%s", (_, computation, operands) => {
    expect(resultOf(computation, operands)).toBeNull();
  });
});

describe("each item of a list is a term of its own", () => {
  const a = { fact: "a" };
  it.each<[string, Computation, Operands, number]>([
    ["sum", of("sum", a, 10), { a: [1, 2, 3] }, 16],
    ["sum of none", of("sum", a), { a: [] }, 0],
    ["product", of("product", a), { a: [2, 3, 4] }, 24],
    ["product of none", of("product", a), { a: [] }, 1],
    ["minimum", of("minimum", a, 2), { a: [3, 5] }, 2],
    ["maximum", of("maximum", a), { a: [3, 5] }, 5],
    ["count of numbers", of("count", a), { a: [3, 3] }, 2],
    ["count of codes", of("count", a), { a: ["JKK", "JKM"] }, 2],
    ["count of yes and no", of("count", a), { a: [true, false, true] }, 3],
    ["count of none", of("count", a), { a: [] }, 0],
    [
      "count over a group",
      of("count", { over: "members", fact: "name" }),
      { "members[].name": ["Ani", "Budi"] },
      2,
    ],
  ])("%s", (_, computation, operands, value) => {
    expect(resultOf(computation, operands)).toBe(value);
  });
});
