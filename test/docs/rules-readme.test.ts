import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

const page = readFileSync("rules/README.md", "utf8");
const [indonesian = "", english = ""] = page.split(/^# Layak's rules$/m);

describe("rules/README.md, followed by a reader", () => {
  it.each([
    ["Indonesian", indonesian],
    ["English", english],
  ])("shows in %s what its commands print", (_, text) => {
    const steps = stepsOf(text);
    expect(steps.filter(({ kind }) => kind === "edit").length).toBeGreaterThan(1);
    follow(steps);
  });
});
