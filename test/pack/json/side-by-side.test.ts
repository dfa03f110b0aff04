import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/pack/json/parse.ts";

const A = '{ "fact": "a", "operator": "equal", "value": true }';
const B = '{ "all": [ { "condition": "b" } ] }';

/** `line:column message` of every fault, in English. */
function told(lines: readonly string[]): readonly string[] {
  const { faults, positionAt } = parseJson(lines.join("\n"));
  return faults.map(({ offset, finding }) => {
    const { line, column } = positionAt(offset);
    return `${line}:${column} ${finding.message.en}`;
  });
}

const another = (key: string) => `there can be only one condition under "${key}"; this is another`;

describe("conditions side by side, with nothing that joins them", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["on one line", [`{ "conditions": ${A}, ${B} }`], [`1:70 ${another("conditions")}`]],
    ["one a line", ["{", '  "when":', `    ${A},`, `    ${B}`, "}"], [`4:5 ${another("when")}`]],
    ["in braces", [`{ "scope": { ${A}, ${B}, ${A} } }`], [`1:67 ${another("scope")}`]],
    [
      "under not, with more behind",
      [`{ "conditions": { "not": ${A}, ${B} }, "id": "x" }`],
      [`1:79 ${another("not")}`],
    ],
    [
      "with another mistake behind them",
      [`{ "conditions": ${A}, ${B},`, '  "id": "x",, "note": 1 }'],
      [`1:70 ${another("conditions")}`, "2:13 a comma too many"],
    ],
  ])("are told once, %s", (_, lines, faults) => {
    expect(told(lines)).toEqual(faults);
  });

  it("are joined by what the help proposes", () => {
    const [fault] = parseJson(`{ "when": ${A}, ${B} }`).faults;
    expect(fault?.finding.help).toEqual({
      id: 'satukan: "when": { "all": [ …, … ] } bila semuanya harus terpenuhi, "any" bila cukup salah satu',
      en: 'join them: "when": { "all": [ …, … ] } where all have to hold, "any" where one is enough',
    });
  });
});

describe("what only looks like conditions side by side", () => {
  it.each<[string, readonly string[], string]>([
    [
      "a requirement that is not closed before the next",
      ["[", `  { "id": "a", "conditions": ${A}`, `  , { "id": "b", "conditions": ${A} }`, "]"],
      '"}" is expected here',
    ],
    ["a brace too many", [`{ "conditions": { ${A} }`], '"{" is one too many'],
  ])("is told as what it is: %s", (_, lines, words) => {
    const [fault = ""] = told(lines);
    expect(fault).toContain(words);
  });
});
