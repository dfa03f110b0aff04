import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

it("docs/grants.md shows what its commands print", () => {
  const steps = stepsOf(readFileSync("docs/grants.md", "utf8"));
  expect(steps.length).toBe(3);
  follow(steps);
});
