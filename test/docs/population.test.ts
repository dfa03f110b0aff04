import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readPack } from "../../src/node.ts";
import { NO_MARGINALS } from "../../src/population/marginals.ts";
import { readMarginals } from "../../src/population/read.ts";
import { follow, stepsOf } from "./support/reader.ts";

const PAGE = readFileSync("docs/population.md", "utf8");

it("docs/population.md shows what its commands print", () => {
  const steps = stepsOf(PAGE.replaceAll(/^```json\n.*?^```$/gms, ""));
  expect(steps).toHaveLength(2);
  follow(steps);
});

it("docs/population.md shows a file that is right", async () => {
  const rules = await readPack("rules");
  if (!rules.ok) throw new Error("the shipped rules are not valid");
  const [, text = ""] = /^```json\n(.*?)^```$/ms.exec(PAGE) ?? [];
  const options = { pack: rules.pack, asOf: "2026-11-22", before: NO_MARGINALS };
  const read = readMarginals("angka.json", text, options);
  expect(read.ok ? [...read.marginals.facts.keys()] : read.diagnostics).toEqual([
    "coverage.status",
    "coverage.paidThrough",
  ]);
});
