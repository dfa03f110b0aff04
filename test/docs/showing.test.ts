import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

it("docs/showing.md shows what its commands print", () => {
  const steps = stepsOf(readFileSync("docs/showing.md", "utf8"));
  expect(steps.length).toBeGreaterThan(2);
  follow(steps);
});
