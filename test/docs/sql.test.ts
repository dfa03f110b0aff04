import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

it("docs/sql.md shows what its commands print", () => {
  const steps = stepsOf(readFileSync("docs/sql.md", "utf8"));
  expect(steps.filter(({ kind }) => kind === "run").length).toBe(2);
  follow(steps);
});
