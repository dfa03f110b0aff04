import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

it("docs/allocating.md shows what its commands print", () => {
  const steps = stepsOf(readFileSync("docs/allocating.md", "utf8"));
  expect(steps.filter((step) => step.kind === "run" && step.shown !== null).length).toBe(4);
  follow(steps);
});
