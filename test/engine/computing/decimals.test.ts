import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, numberOf, scaled } from "../../../src/engine/computing/exact.ts";
import { faultOf } from "../../../src/engine/facts/shapes.ts";
import { gridOf } from "../../../src/engine/remedies/behind/grid.ts";
import { decide } from "../../../src/index.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";

/** Fifteen nines. */
const MOST = 10 ** 15 - 1;

const scales = fc.integer({ min: 1, max: 6 });
const digitsNear = fc.oneof(
  fc.integer({ min: -MOST, max: MOST - 1 }),
  fc.integer({ min: MOST - 1000, max: MOST - 1 }),
  fc.integer({ min: -MOST, max: 1000 - MOST }),
);

/** A decimal as staff write it. */
function written(digits: number, scale: number): string {
  const text = String(Math.abs(digits)).padStart(scale + 1, "0");
  return `${digits < 0 ? "-" : ""}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

describe("decimals of at most 15 digits", () => {
  it("are each read as themselves, whatever their scale", () => {
    fc.assert(
      fc.property(digitsNear, scales, (digits, scale) => {
        const value = Number(written(digits, scale));
        expect(faultOf({ type: "decimal", scale }, value)).toBeNull();
        expect(scaled(exact(value), scale)).toBe(BigInt(digits));
        expect(numberOf({ digits: BigInt(digits), scale }, scale)).toBe(value + 0);
      }),
    );
  });

  it("are less than those one unit further", () => {
    fc.assert(
      fc.property(digitsNear, scales, (digits, scale) => {
        expect(Number(written(digits, scale))).toBeLessThan(Number(written(digits + 1, scale)));
      }),
    );
  });

  it.each([1, 2, 3, 4, 5, 6])("are all that a decimal of scale %d can be", (scale) => {
    const shape = { type: "decimal", scale } as const;
    const beyond = (MOST + 1) / 10 ** scale;
    expect([faultOf(shape, MOST / 10 ** scale), faultOf(shape, -MOST / 10 ** scale)]).toEqual([
      null,
      null,
    ]);
    expect([faultOf(shape, beyond), faultOf(shape, -beyond)]).toEqual([
      { kind: "type" },
      { kind: "type" },
    ]);
    const most = BigInt(MOST);
    expect(numberOf({ digits: most, scale }, scale)).toBe(MOST / 10 ** scale);
    expect(numberOf({ digits: most + 1n, scale }, scale)).toBeNull();
    expect(numberOf({ digits: -most - 1n, scale }, scale)).toBeNull();
    expect(gridOf(shape)).toMatchObject({ first: -MOST, last: MOST });
  });
});

describe("a policy that adds one unit to a decimal", () => {
  const pack = packOf({
    facts: {
      amount: fact({ type: "decimal", scale: 2 }),
      more: fact({
        type: "decimal",
        scale: 2,
        source: "system",
        compute: { operation: "sum", of: [{ fact: "amount" }, 0.01] },
      }),
    },
    policies: {
      "2026-01-01": policy([
        requirement("more", { fact: "more", operator: "greaterThan", value: { fact: "amount" } }),
      ]),
    },
  });
  const decided = (amount: number) =>
    decide(pack, { service: SERVICE, asOf: "2026-11-22", facts: { amount } }).outcome;

  it("finds it more up to the last that can be told apart", () => {
    expect(decided(9_999_999_999_999.98)).toBe("eligible");
  });

  it("is told that the result is too large beyond it", () => {
    expect(() => decided(9_999_999_999_999.99)).toThrow(
      expect.objectContaining({ code: "computed-out-of-range" }),
    );
  });

  it("is given no amount that is not told apart from the next", () => {
    expect(() => decided(90_071_992_547_409.81)).toThrow(
      expect.objectContaining({ code: "facts-invalid" }),
    );
  });
});
