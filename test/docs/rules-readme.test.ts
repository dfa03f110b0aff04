import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

const page = readFileSync("rules/README.md", "utf8");
const [indonesian = "", english = ""] = page.split(/^# Layak's rules$/m);

describe("rules/README.md, followed by a reader", () => {
  it.each([
    ["Indonesian", "2026-11-22", indonesian],
    ["English", "2033-05-01", english],
  ])("shows in %s what its commands print on %s", (_, day, text) => {
    const steps = stepsOf(text);
    expect(steps.filter(({ kind }) => kind === "edit").length).toBeGreaterThan(1);
    follow(steps, day);
  });
});
