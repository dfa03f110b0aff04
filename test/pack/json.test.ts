import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTooDeep } from "../../src/pack/json/depth.ts";
import { plainValueOf } from "../../src/pack/json/nodes.ts";
import { plainNumberOf } from "../../src/pack/json/numbers.ts";
import { parseJson } from "../../src/pack/json/parse.ts";
import { lineStartsOf, positionOf } from "../../src/pack/json/positions.ts";

describe("parseJson", () => {
  it("reads JSON as JSON.parse does", () => {
    const text = fc.oneof(
      fc.json(),
      fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
    );
    fc.assert(
      fc.property(text, (json) => {
        const { root, faults } = parseJson(json);
        const wellFormed =
          JSON.stringify(JSON.parse(json)) === JSON.stringify(JSON.parse(json)).toWellFormed();
        if (root === null || !wellFormed || faults.length > 0) return;
        expect(plainValueOf(root)).toEqual(JSON.parse(json));
      }),
    );
  });

  it("finds a fault exactly where JSON.parse throws", () => {
    const piece = fc.constantFrom(
      ...['{"a":', '"b":', "}", "[", "]", ",", ":", '"x"', "1", "-1.5", "01", "1.", "true"],
      ...["nul", " ", "\n", "//", "'", "NaN", '"', "\\"],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const { faults } = parseJson(text);
        const repeated = faults.every(({ finding }) => finding.code === "LYK113");
        expect({ text, right: repeated }).toEqual({ text, right: parses(text) });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["__proto__", '{"__proto__":{"x":1}}'],
    ["constructor", '{"constructor":1}'],
  ])("keeps a key such as %s an ordinary key", (key, text) => {
    const { root } = parseJson(text);
    const value = root === null ? {} : Object(plainValueOf(root));
    expect(Object.keys(value)).toEqual([key]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("finds repeated keys in objects of many keys", () => {
    const keys = Array.from({ length: 100 }, (_, index) => `"k${index}":1`);
    const { faults } = parseJson(`{${[...keys, '"k3":2', '"k99":2'].join(",\n")}}`);
    expect(faults.map(({ finding }) => finding.message.en)).toEqual([
      'the key "k3" already stands on line 4',
      'the key "k99" already stands on line 100',
    ]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("findTooDeep", () => {
  it("gives the first bracket beyond the limit", () => {
    expect(findTooDeep('{"a":[1,[2]],"b":[[]]}', 2)).toBe(8);
    expect(findTooDeep('{"a":[1,[2]],"b":[[]]}', 3)).toBe(null);
  });

  it("passes over brackets in texts", () => {
    expect(findTooDeep('["[[[[", "\\"[[["]', 1)).toBe(null);
  });

  it.each([
    ["closing brackets that close nothing", "[},"],
    ["texts that are not closed", '["[\n,'],
    ["comments", '[/* " */'],
  ])("is not misled by %s", (_, piece) => {
    expect(findTooDeep(piece.repeat(10_000), 64)).not.toBe(null);
    expect(parseJson(piece.repeat(10_000)).root).toBe(null);
  });
});

describe("positionOf", () => {
  it.each([
    ["line feeds", "a\nbc\n", 3, { line: 2, column: 2 }],
    ["carriage returns with line feeds", "a\r\nbc", 4, { line: 2, column: 2 }],
    ["carriage returns alone", "a\rbc", 3, { line: 2, column: 2 }],
    ["the very end", "a\nb", 3, { line: 2, column: 2 }],
    ["an empty text", "", 0, { line: 1, column: 1 }],
  ])("counts lines and columns from 1: %s", (_, text, offset, position) => {
    expect(positionOf(lineStartsOf(text), offset)).toEqual(position);
  });
});

describe("plainNumberOf", () => {
  it.each([
    ["16.800", "16800"],
    ["Rp16.800", "16800"],
    ["Rp. 1.234.567,50", "1234567.5"],
    ["16.800,00", "16800"],
    ["16.800,-", "16800"],
    ["16,800", "16800"],
    ["16,800.50", "16800.5"],
    ["-1.000", "-1000"],
    ["1,5", "1.5"],
    ["7_000", "7000"],
    ["007", "7"],
    [".5", "0.5"],
    ["banyak", null],
    ["", null],
  ])("reads %s as %s", (written, plain) => {
    expect(plainNumberOf(written)).toBe(plain);
  });
});
