import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DIAGNOSTIC_CODES } from "../../src/pack/diagnostics/codes.ts";
import { ALL_FAULTS } from "./faults/all.ts";

const CODES = Object.entries(DIAGNOSTIC_CODES);

/** What rules mean is told by the analysis, and tested with it. */
const isOfMeaning = (code: string) => code.startsWith("LYK9");

/** Told by `readPack` alone, and tested with it. */
const OF_READING = ["LYK101", "LYK117"];

describe("the codes of diagnostics", () => {
  it("are each told by some fault of the tests", () => {
    const told = new Set(
      ALL_FAULTS.flatMap((fault) => fault.told.flatMap((text) => text.match(/ LYK\d{3} /) ?? [])),
    );
    const untold = CODES.map(([code]) => code).filter(
      (code) => !told.has(` ${code} `) && !isOfMeaning(code),
    );
    expect(untold).toEqual(OF_READING);
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
