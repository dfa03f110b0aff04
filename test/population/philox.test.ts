import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { philox, uniform } from "../../src/population/philox.ts";

describe("the generator", () => {
  // From kat_vectors of Random123, which its authors publish: philox2x32, 10 rounds.
  it.each([
    [0x00000000, 0x00000000, 0x00000000, 0xff1dae59, 0x6cd10df2],
    [0xffffffff, 0xffffffff, 0xffffffff, 0x2c3f628b, 0xab4fd7ad],
    [0x13198a2e, 0x243f6a88, 0x85a308d3, 0xdd7ce038, 0xf62a4c12],
  ])("gives what its authors state for the key %i at %i, %i", (key, first, second, high, low) => {
    expect(philox(key, first, second)).toEqual([high, low]);
  });

  it("is Philox with whole numbers of any length", () => {
    const words = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(words, words, words, (key, first, second) => {
        let [left, right, round] = [BigInt(first), BigInt(second), BigInt(key)];
        for (let count = 0; count < 10; count++) {
          const product = 0xd256d193n * left;
          [left, right] = [(product >> 32n) ^ round ^ right, product & 0xffffffffn];
          round = (round + 0x9e3779b9n) & 0xffffffffn;
        }
        expect(philox(key, first, second)).toEqual([Number(left), Number(right)]);
      }),
    );
  });

  it("falls evenly between 0 and 1, for neighbouring places and keys alike", () => {
    const tenths = new Array<number>(10).fill(0);
    const count = 100_000;
    for (let at = 0; at < count; at++) {
      const number = uniform(at % 7, at, at % 3);
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths.reduce((sum, one) => sum + one)).toBe(count);
    const chiSquare = tenths.reduce((sum, one) => sum + (one - 10_000) ** 2 / 10_000, 0);
    // 9 degrees of freedom: beyond 27.9 once in a thousand.
    expect(chiSquare).toBeLessThan(27.9);
  });
});
