import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

it("docs/cities.md shows what its commands print", () => {
  const steps = stepsOf(readFileSync("docs/cities.md", "utf8"));
  expect(steps.length).toBeGreaterThan(4);
  follow(steps);
});
