import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/pack/json/parse.ts";
import { followHelp } from "./follow.ts";

const FILES = [
  "facts.json",
  "parameters.json",
  "kota-serang/conditions.json",
  "kota-serang/sewa-kios/2026-01-01.json",
  "kota-serang/bantuan-pupuk/2026-01-01.json",
].map((path) => readFileSync(`rules/${path}`, "utf8"));

const MARKS = /[{}[\],:"]/g;

/** A rule file in which one mark of JSON was left out or written twice. */
const slip = fc
  .tuple(fc.constantFrom(...FILES), fc.nat(), fc.constantFrom("left out", "doubled"))
  .map(([text, chosen, kind]) => {
    const marks = [...text.matchAll(MARKS)];
    const { index = 0, 0: mark = "" } = marks[chosen % marks.length] ?? {};
    const after = text.slice(index + 1);
    return {
      kind,
      text,
      spoilt: text.slice(0, index) + (kind === "doubled" ? mark + mark : "") + after,
    };
  })
  .filter(({ spoilt }) => !isJson(spoilt));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("a rule file in which one mark is left out or doubled", () => {
  it("is told one mistake, and is itself again once its help is followed at its place", () => {
    fc.assert(
      fc.property(slip, ({ text, spoilt }) => {
        expect(parseJson(spoilt).faults.length).toBe(1);
        const mended = followHelp(spoilt) ?? "";
        expect(isJson(mended)).toBe(true);
        expect(JSON.parse(mended)).toEqual(JSON.parse(text));
      }),
      { numRuns: 150 },
    );
  });
});

describe("a file with several mistakes", () => {
  it.each([
    ["two closers that were lost", '{ "a": [1, 2 }\n'],
    ["a comma and a colon that were lost", '{ "a" 1\n  "b": 2 }'],
    ["an end that was cut off", '{ "a": [ { "b": 1'],
    ["a closer for another", '{ "a": { "b": [1 } } }'],
    ["a missing quote and a missing brace", '{ "a": { "b": "x, "c": "y" ,\n  "d": 1 }'],
  ])("becomes JSON by following help, one after another: %s", (_, spoilt) => {
    let text = spoilt;
    for (let round = 0; round < 5 && !isJson(text); round++) text = followHelp(text) ?? "";
    expect(isJson(text)).toBe(true);
  });
});

describe("a file of rubbish", () => {
  it.each([
    ["brackets that open nothing", "[},".repeat(2_000)],
    ["one line of quotes", '"'.repeat(1_999)],
    ["words without marks", "kata ".repeat(2_000)],
    ["marks in no order", '{"a":]},:'.repeat(1_000)],
    ["numbers after each other", "1 ".repeat(2_000)],
    ["special spaces", "\u00a0x\n".repeat(1_000)],
  ])("is told within five seconds, and at most twenty times: %s", (_, text) => {
    const start = performance.now();
    const { root, faults } = parseJson(text);
    expect(root).toBe(null);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(20);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
