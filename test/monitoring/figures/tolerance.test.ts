import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { found } from "./support.ts";

/** A whole number as papers write it: `20.652`. */
function printed(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** So many units of the last printed digit, `digits` of them after the comma: `8,13`. */
function withDigits(units: bigint, digits: number): string {
  const text = String(units).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? whole : `${whole},${text.slice(-digits)}`;
}

const ROUNDED = [
  { word: "", unit: 1n },
  { word: " ribu", unit: 1_000n },
  { word: " juta", unit: 1_000_000n },
];
const people = fc.bigInt({ min: 0n, max: 999_999_999n });
const misfits = (findings: readonly string[]) =>
  findings.filter((finding) => finding.startsWith("misfit")).length;

describe("a claim fits within half a unit of its last printed digit, and no further", () => {
  it("in sums and differences, whatever they were rounded to", () => {
    const drawn = fc.record({
      a: people,
      b: people,
      rounded: fc.constantFrom(...ROUNDED),
      units: fc.bigInt({ min: -2n, max: 2n }),
      off: fc.constantFrom(-1n, 0n, 1n),
      kind: fc.constantFrom("sum", "difference"),
    });
    fc.assert(
      fc.property(drawn, ({ a, b, rounded: { word, unit }, units, off, kind }) => {
        const [more, fewer] = a > b ? [a, b] : [b, a];
        const result = kind === "sum" ? more + fewer : more - fewer;
        const near = result / unit + units;
        const stated = near < 0n ? 0n : near;
        // Moves the second number so that the result comes to lie at the very edge, or beside it.
        const edge = stated * unit + unit / 2n + off;
        const second = kind === "sum" ? edge - more : more - edge;
        fc.pre(second >= 0n);
        const claim =
          kind === "sum"
            ? { kind, of: ["a", "b"], total: "t" }
            : { kind, from: "a", less: "b", difference: "t" };
        for (const b of [fewer, second]) {
          const comes = kind === "sum" ? more + b : more - b;
          const apart = comes - stated * unit;
          const within = 2n * (apart < 0n ? -apart : apart) <= unit;
          const values = { a: printed(more), b: printed(b), t: `${stated}${word}` };
          expect([values, misfits(found(values, claim))]).toEqual([values, within ? 0 : 1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("in shares, whatever digits they have", () => {
    const drawn = fc.record({
      part: people,
      whole: fc.bigInt({ min: 1n, max: 999_999_999n }),
      digits: fc.integer({ min: 0, max: 4 }),
      units: fc.bigInt({ min: -2n, max: 2n }),
    });
    fc.assert(
      fc.property(drawn, ({ part, whole, digits, units }) => {
        const one = 10n ** BigInt(digits);
        const near = (part * 100n * one) / whole + units;
        const stated = near < 0n ? 0n : near;
        // |part × 100 ÷ whole − stated ÷ one| ≤ 1 ÷ (2 × one), without any division.
        const apart = part * 100n * one - stated * whole;
        const within = 2n * (apart < 0n ? -apart : apart) <= whole;
        const values = {
          a: printed(part),
          b: printed(whole),
          p: `${withDigits(stated, digits)}%`,
        };
        const share = { kind: "share", part: "a", whole: "b", percentage: "p" };
        expect([values, misfits(found(values, share))]).toEqual([values, within ? 0 : 1]);
      }),
      { numRuns: 300 },
    );
  });

  it("at the half itself, on either side", () => {
    const share = { kind: "share", part: "a", whole: "b", percentage: "p" };
    const of = (part: string, p: string) => misfits(found({ a: part, b: "20.000", p }, share));
    expect([of("1.625", "8,12%"), of("1.625", "8,13%")]).toEqual([0, 0]);
    expect([of("1.624", "8,13%"), of("1.626", "8,12%")]).toEqual([1, 1]);
  });
});
