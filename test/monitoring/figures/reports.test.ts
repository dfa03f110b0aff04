import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFigures } from "../../../src/monitoring/figures/check.ts";
import { wordsOf } from "../../../src/monitoring/figures/words.ts";
import { figuresOf } from "./support.ts";

const findings = readdirSync("figures")
  .filter((name) => name.endsWith(".json"))
  .sort()
  .flatMap((name) => checkFigures(figuresOf(readFileSync(join("figures", name), "utf8"))));

const words = (severity: string) =>
  findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => `${finding.claim.report} ${wordsOf(finding).en}`);

describe("the five reports", () => {
  it("hold five figures that do not fit", () => {
    expect(words("misfit")).toEqual([
      "000 23,806 (members in all) of 322,404 (labour force) = 7.38%, but the report says 8.13% (coverage of the labour force): off by 0.75 percentage points.",
      "000 292,668 + 29,086 = 321,754, but the report says 322,404 (labour force): off by 650.",
      "000 2,403 (protected non-ASN workers) exceeds 1,342 (non-ASN workers), though it is a part of it: 1,061 too many.",
      "003 159,219 + 217,943 = 377,162, but the report says 376,162 (non-ASN and vulnerable workers in all): off by 1,000.",
      "004 3,844 + 735 + 2,285 + 450 + 375 + 5,257 = 12,946, but the report says 12,928 (community workers in all): off by 18.",
    ]);
  });

  it("leave four figures to the reader", () => {
    expect(words("note")).toEqual([
      "000 2,403 (protected non-ASN workers) of 3,112 (potential non-ASN workers) = 77.22%; the report does not say so.",
      "001 160 + 621 + 250 + 76 = 1,107; the report does not say so.",
      "002 5,500 × Rp16,800 = Rp92,400,000; the report does not say so.",
      "003 122,019 (those registered) of 376,162 (non-ASN and vulnerable workers in all) = 32.44%; the report does not say so.",
    ]);
  });

  it("say what the misfits were meant to be where their own figures tell", () => {
    const meant = findings
      .filter(({ severity }) => severity === "misfit")
      .map(({ claim, alternatives }) => [claim.id, alternatives[0]?.quantity.id]);
    expect(meant).toEqual([
      ["coverage-of-labour-force", "employed"],
      ["labour-force-parts", undefined],
      ["protected-among-non-asn", "non-asn-potential"],
      ["workers-by-group", undefined],
      ["community-workers-by-group", undefined],
    ]);
  });
});
