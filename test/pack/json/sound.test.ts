import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/pack/json/parse.ts";
import { readJson } from "../../../src/pack/json/read.ts";
import { readSound } from "../../../src/pack/json/sound.ts";

const DEEPEST = 64;

/** What is read where nothing is wrong; null where `parseJson` has anything to tell. */
function soundRoot(text: string) {
  const { root, faults } = parseJson(text);
  return faults.length > 0 ? null : root;
}

const PIECES = [
  ...['{"a":', '"b":', '"\\u0062":', '"b":1', "{", "}", "[", "]", ",", ":", '"x"', '"é"'],
  ...['"\\n"', '"\\ud800"', '"\ud800"', '"\t"', '"\\x"', "0", "-0", "1.50", "01", "1.", "1e999"],
  ...["1E+2", "true", "truer", "null", "nul", " ", "\n", "\r\n", "\u00a0", "\f", "//", '"', "\\"],
];

describe("readSound", () => {
  const shipped = readdirSync("rules", { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".json"),
  );

  it("reads every shipped file as parseJson does, at the same places", () => {
    const words = new Map<string, string>();
    for (const path of shipped) {
      const text = readFileSync(`rules/${path}`, "utf8");
      expect(readSound(text, DEEPEST, words)).toStrictEqual(parseJson(text).root);
    }
  });

  it("reads what is JSON as parseJson does, and nothing else", () => {
    const json = fc.jsonValue().map((value) => JSON.stringify(value, null, 2));
    fc.assert(
      fc.property(fc.oneof(json, fc.json(), fc.string()), (text) => {
        expect(readSound(text, DEEPEST, new Map())).toStrictEqual(soundRoot(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves to parseJson whatever has a fault", () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 });
    const inBrackets = pieces.map((some) => `[${some.join(",")}]`);
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((some) => some.join("")),
          inBrackets,
        ),
        (text) => {
          expect({ text, root: readSound(text, DEEPEST, new Map()) }).toStrictEqual({
            text,
            root: soundRoot(text),
          });
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["few keys", 3],
    ["many keys", 100],
  ])("leaves to parseJson an object with a key twice among %s", (_, count) => {
    const keys = Array.from({ length: count }, (_key, index) => `"k${index}":1`);
    expect(readSound(`{${keys.join(",")}}`, DEEPEST, new Map())).not.toBe(null);
    expect(readSound(`{${[...keys, '"k1":2'].join(",")}}`, DEEPEST, new Map())).toBe(null);
  });

  it("reads as deep as it is told, and no deeper", () => {
    expect(readSound("[[1],[2]]", 2, new Map())).not.toBe(null);
    expect(readSound('[[1],[{"a":2}]]', 2, new Map())).toBe(null);
  });

  it("keeps each short text once", () => {
    const words = new Map<string, string>();
    readSound('{ "status": "aktif" }', DEEPEST, words);
    readSound('["aktif", "status"]', DEEPEST, words);
    expect([...words.keys()]).toEqual(["status", "aktif"]);
  });
});

describe("readJson", () => {
  it.each([
    ["sound", '{ "a": 1,\n  "b": 2 }'],
    ["marked as UTF-8", '\uFEFF{ "a": 1,\n  "b": 2 }'],
    ["wrong", '{ "a": 1,\n  "b": 2, }'],
  ])("gives what parseJson gives of a text that is %s", (_, text) => {
    const [read, parsed] = [readJson(text, new Map()), parseJson(text)];
    expect([read.root, read.faults]).toStrictEqual([parsed.root, parsed.faults]);
    expect(read.positionAt(14)).toEqual(parsed.positionAt(14));
  });
});
