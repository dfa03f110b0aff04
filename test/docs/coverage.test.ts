import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkFigures } from "../../src/monitoring/figures/check.ts";
import { readFigures } from "../../src/monitoring/figures/read.ts";
import { follow, stepsOf } from "./support/reader.ts";

const page = readFileSync("docs/coverage.md", "utf8");

describe("docs/coverage.md", () => {
  it("shows what its commands print", () => {
    // What a file holds is not what a command prints.
    const steps = stepsOf(page.replace(/^```json\n.*?^```\n/gms, ""));
    expect(steps.length).toBeGreaterThan(3);
    follow(steps);
  });

  it("shows a figures file that is right, and fits", () => {
    const [, text = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
    const read = readFigures("figures.json", text);
    expect(read.ok && checkFigures(read.figures)).toEqual([]);
  });
});
