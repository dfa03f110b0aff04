import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnNumber, SEED } from "../../src/allocation/drawn-order.ts";

describe("the number drawn for a person", () => {
  it("is that of the second test case of RFC 4231", () => {
    expect(drawnNumber("Jefe")("what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("is what others' HMAC-SHA-256 gives", () => {
    fc.assert(
      fc.property(fc.stringMatching(SEED), fc.stringMatching(/^\d{16}$/), (seed, nik) => {
        const others = createHmac("sha256", seed).update(nik).digest("hex");
        expect(drawnNumber(seed)(nik)).toBe(others);
      }),
    );
  });
});

describe("a seed", () => {
  it.each(["7", "4 8 15 16 23 42", "x".repeat(200)])("may be %j", (seed) => {
    expect(SEED.test(seed)).toBe(true);
  });

  it.each(["", " 7", "7 ", "7\n", "sépuluh", "4–8", "x".repeat(201)])("may not be %j", (seed) => {
    expect(SEED.test(seed)).toBe(false);
  });
});
