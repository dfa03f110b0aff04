import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../src/engine/facts/shapes.ts";
import type { FactShape, FactValue, Scalar } from "../../src/engine/model/catalogue.ts";
import { guessedCount, guessedMarginal } from "../../src/population/defaults.ts";
import { drawOf } from "../../src/population/draw.ts";
import type { Marginal } from "../../src/population/marginals.ts";
import { marginalsOf, populationWith, shares, valuesOf } from "./support/made.ts";

const limits = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .chain(([minimum, more]) =>
    fc.record(
      { minimum: fc.constant(minimum), maximum: fc.constant(minimum + more) },
      { requiredKeys: [] },
    ),
  );
const scalarShape: fc.Arbitrary<Exclude<FactShape, { readonly type: "list" }>> = fc.oneof(
  fc.constant({ type: "boolean" } as const),
  fc.constant({ type: "date" } as const),
  fc.record({
    type: fc.constant("code" as const),
    codes: fc.dictionary(fc.string({ minLength: 1 }), fc.constant({ id: "kode" }), { minKeys: 1 }),
  }),
  fc.constant({ type: "string", pattern: "[A-Z]{2}" } as const),
  fc.tuple(fc.constantFrom("integer", "money", "number"), limits).map(([type, own]) => ({
    ...own,
    type,
  })),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), limits)
    .map(([scale, own]) => ({ ...own, type: "decimal" as const, scale })),
);
const shape: fc.Arbitrary<FactShape> = fc.oneof(
  scalarShape,
  fc.record({
    type: fc.constant("list" as const),
    items: scalarShape,
    maxItems: fc.integer({ min: 1, max: 5 }),
  }),
);
const threshold: fc.Arbitrary<Scalar> = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }),
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.constantFrom("2026-11-22", "2009-11-22", "0001-01-01", "9999-12-31", "AB", "lain", true),
);

function drawn(marginal: Marginal, count: number): readonly FactValue[] {
  const draw = drawOf(marginal, 7, () => () => null);
  return Array.from({ length: count }, (_, row) => draw(row, 0, [], []));
}

describe("what is made up", () => {
  it("is always a value of its fact, whatever rules compare it with", () => {
    fc.assert(
      fc.property(shape, fc.array(threshold, { maxLength: 4 }), (one, thresholds) => {
        const marginal = guessedMarginal(one, { thresholds, asOf: "2026-11-22", unknown: 0.1 });
        const values = drawn(marginal, 40).filter((value) => value !== null);
        expect(
          values.map((value) => faultOf(one, value)).filter((fault) => fault !== null),
        ).toEqual([]);
      }),
    );
  });

  it("is always a number of items that its group allows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        fc.array(threshold, { maxLength: 3 }),
        (minItems, more, thresholds) => {
          const group = { label: { id: "Grup" }, facts: [], minItems, maxItems: minItems + more };
          const marginal = guessedCount(group, { thresholds, asOf: "2026-11-22", unknown: 0 });
          const wrong = drawn(marginal, 30).filter(
            (count) =>
              faultOf({ type: "integer", minimum: minItems, maximum: minItems + more }, count) !==
              null,
          );
          expect(wrong).toEqual([]);
        },
      ),
    );
  });
});

describe("what is stated as a range", () => {
  it("is drawn from nothing but it, with no more digits than its steps have", () => {
    const cents = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(cents, cents, fc.constantFrom(1, 5, 25), (one, other, step) => {
        const [from, to] = [Math.min(one, other) / 100, Math.max(one, other) / 100];
        const range = shares({ share: 1, from, to, step: step / 100 });
        const content = { facts: { rate: range, hectares: range } };
        expect(() => marginalsOf(content)).not.toThrow();
        const made = populationWith(content);
        for (const id of ["rate", "hectares"]) {
          const shapeOfFact: FactShape = { type: "decimal", scale: 2, minimum: from, maximum: to };
          const wrong = valuesOf(made, id, 20).filter(
            (value) => faultOf(shapeOfFact, value) !== null,
          );
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
