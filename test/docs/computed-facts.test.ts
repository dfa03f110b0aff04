import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { follow, stepsOf } from "./support/reader.ts";

const page = readFileSync("docs/computed-facts.md", "utf8");

it("docs/computed-facts.md shows what its commands print", () => {
  // What facts look like in their file is no output.
  const steps = stepsOf(page.replace(/^```json\n.*?^```$/gms, ""));
  expect(steps.filter(({ kind }) => kind === "run").length).toBe(3);
  follow(steps);
});

it("its example is a fact of the shipped rules", () => {
  const [, written = ""] = /```json\n("arrears\.months".*?)```/s.exec(page) ?? [];
  const { facts } = JSON.parse(readFileSync("rules/facts.json", "utf8"));
  expect(JSON.parse(`{${written}}`)).toEqual({ "arrears.months": facts["arrears.months"] });
});
