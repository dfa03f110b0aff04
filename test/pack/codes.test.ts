import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIAGNOSTIC_CODES } from "../../src/pack/diagnostics/codes.ts";
import { ALL_FAULTS } from "./faults/all.ts";

const CODES = Object.entries(DIAGNOSTIC_CODES);

/** What rules mean is told by the analysis, and tested with it. */
const isOfMeaning = (code: string) => code.startsWith("LYK9");

/** What figures files hold is told by the reading of them, and tested with it. */
const isOfFigures = (code: string) => code.startsWith("LYK0");

/** Told by `readPack` alone, and tested with it. */
const OF_READING = ["LYK101", "LYK117"];

/** Told where today is known, or another directory: tested by themselves. */
const OF_MORE_THAN_FILES = ["LYK322", "LYK513"];

describe("the codes of diagnostics", () => {
  it("are each told by some fault of the tests", () => {
    const told = new Set(
      ALL_FAULTS.flatMap((fault) => fault.told.flatMap((text) => text.match(/ LYK\d{3} /) ?? [])),
    );
    const untold = CODES.map(([code]) => code).filter(
      (code) => !told.has(` ${code} `) && !isOfMeaning(code) && !isOfFigures(code),
    );
    expect(untold.sort()).toEqual([...OF_READING, ...OF_MORE_THAN_FILES]);
  });

  it.each([
    ["id", "## Bahasa Indonesia"],
    ["en", "## English"],
  ] as const)("are listed in docs/diagnostics.md with their meaning (%s)", (language, heading) => {
    const [, section = ""] = readFileSync("docs/diagnostics.md", "utf8").split(`${heading}\n`);
    const [own = ""] = section.split("\n## ");
    const rows = [...own.matchAll(/^\| (LYK\d{3}) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows.map(([, code, meaning]) => [code, meaning])).toEqual(
      CODES.map(([code, meaning]) => [code, meaning[language]]),
    );
  });
});
