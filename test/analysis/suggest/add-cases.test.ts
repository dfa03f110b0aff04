import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCases } from "../../../src/analysis/suggest/add-cases.ts";
import type { Case } from "../../../src/engine/model/pack.ts";
import { runs } from "../../support/generate/runs.ts";

const NEW: Case = {
  name: "Baru",
  asOf: "2026-03-31",
  facts: { age: 17, programmes: ["JKK", "JKM"], drivers: [{ age: 20 }] },
  expect: { outcome: "ineligible", unmet: ["dewasa"], missing: [] },
};

const PRINTED = `  {
    "name": "Baru",
    "asOf": "2026-03-31",
    "facts": {
      "age": 17,
      "programmes": ["JKK", "JKM"],
      "drivers": [
        {
          "age": 20
        }
      ]
    },
    "expect": { "outcome": "ineligible", "unmet": ["dewasa"], "missing": [] }
  }`;

const OLD = `  { "name": "Lama",   "asOf": "2026-03-31", "facts": {}, "expect": { "outcome": "eligible" } }`;

describe("cases added to a file", () => {
  it.each([
    ["no file yet", null, `[\n${PRINTED}\n]\n`],
    ["an empty list", "[]\n", `[\n${PRINTED}\n]\n`],
    ["cases, which stay as they are written", `[\n${OLD}\n]\n`, `[\n${OLD},\n${PRINTED}\n]\n`],
    ["a byte order mark", `\uFEFF[\n${OLD}\n]`, `\uFEFF[\n${OLD},\n${PRINTED}\n]`],
    ["all on one line", `[${OLD.trim()}]\n`, `[${OLD.trim()},\n${PRINTED}\n]\n`],
    [
      "Windows line ends",
      `[\r\n${OLD}\r\n]\r\n`,
      `[\r\n${OLD},\r\n${PRINTED.replaceAll("\n", "\r\n")}\r\n]\r\n`,
    ],
    [
      "tabs",
      `[\n\t${OLD.trim()}\n]\n`,
      `[\n\t${OLD.trim()},\n${PRINTED.replaceAll("  ", "\t")}\n]\n`,
    ],
  ])("fit one with %s", (_, text, expected) => {
    expect(withCases(text, [NEW])).toBe(expected);
  });

  it("leave a file as it is where there are none", () => {
    expect(withCases(`[\n${OLD}]`, [])).toBe(`[\n${OLD}]`);
  });

  it("are read back as what they were, whatever they hold", () => {
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.array(fc.string()));
    const test = fc.record({
      name: fc.string(),
      asOf: fc.constant("2026-03-31"),
      facts: fc.dictionary(fc.stringMatching(/^[a-z]{1,40}$/), value),
      expect: fc.constant<Case["expect"]>({ outcome: "eligible" }),
    });
    fc.assert(
      fc.property(fc.array(test), fc.array(test), (old, added) => {
        const text = withCases(JSON.stringify(old, null, 2), added);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify([...old, ...added])));
      }),
      runs(200),
    );
  });
});
