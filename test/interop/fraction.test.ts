import { expect, it } from "vitest";
import { fraction } from "../../src/interop/fraction.ts";

it.each([
  [3, { over: 3n, under: 1n }],
  [-2.5, { over: -25n, under: 10n }],
  [1e-7, { over: 1n, under: 10_000_000n }],
  [-1.5e-9, { over: -15n, under: 10_000_000_000n }],
  [1e21, { over: 1_000_000_000_000_000_000_000n, under: 1n }],
  [1.25e22, { over: 12_500_000_000_000_000_000_000n, under: 1n }],
])("%d is read as it is written, exponents too", (value, read) => {
  expect(fraction(value)).toEqual(read);
});
