import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/engine/values/canonical.ts";

/** Its types describe a default export that its CommonJS does not have. */
const canonicalize: (value: unknown) => string | undefined = createRequire(import.meta.url)(
  "canonicalize",
);

test("canonical JSON is what another implementation of RFC 8785 writes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

test("canonical JSON of any finite number is what ECMAScript writes", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(canonicalJson(number)).toBe(canonicalize(number));
    }),
    { numRuns: 2_000 },
  );
});

test("the example of RFC 8785, section 3.2.2, has the form of section 3.2.3", () => {
  const text = `{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`;
  expect(canonicalJson(JSON.parse(text))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys are sorted by UTF-16 code units, as in the example of RFC 8785, section 3.2.3", () => {
  const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
  const value = Object.fromEntries(keys.map((key) => [key, key]));
  const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"];
  expect(Object.keys(JSON.parse(canonicalJson(value)))).toEqual([
    "1",
    ...sorted.filter((key) => key !== "1"),
  ]);
  expect(canonicalJson(value)).toBe(
    `{${sorted.map((key) => `${JSON.stringify(key)}:${JSON.stringify(key)}`).join(",")}}`,
  );
});
