import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/engine/values/canonical.ts";
import { canonicalText } from "../../../src/ledger/receipt/canonical-text.ts";
import { runs } from "../../support/generate/runs.ts";

const MANY = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [`key ${(index * 37) % 100}`, index]),
);

describe("the canonical text of what is signed", () => {
  test("is the canonical JSON of the engine, whatever the data", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(canonicalText({ value })).toBe(canonicalJson({ value }));
      }),
      runs(2_000),
    );
  });

  test.each([
    ["keys like numbers", { "10": 1, "9": 2, a: 3 }, '{"10":1,"9":2,"a":3}'],
    ["a key that names a prototype", JSON.parse('{"b":1,"__proto__":{"a":2}}'), null],
    ["such keys further in", { list: [{ "2": 1, "1": 2 }] }, '{"list":[{"1":2,"2":1}]}'],
    ["keys that hold undefined", { b: undefined, a: 1 }, '{"a":1}'],
    ["more keys than are put in order one by one", MANY, null],
  ])("has %s at their places", (_, value, text) => {
    expect(canonicalText(value)).toBe(text ?? canonicalJson(value));
  });

  test("leaves the data as it was", () => {
    const value = { b: [{ d: 1, c: 2 }], a: 1 };
    canonicalText(value);
    expect(JSON.stringify(value)).toBe('{"b":[{"d":1,"c":2}],"a":1}');
  });
});
