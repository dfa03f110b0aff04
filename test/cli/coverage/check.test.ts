import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/files.ts";
import { layak } from "../support/layak.ts";

async function check(...words: readonly string[]) {
  return await layak(["coverage", "check", ...words]);
}

/** A figures file in which the parts come to 30. */
function fileWith(total: string): string {
  const quantity = (id: string, value: string) => ({
    ...{ id, label: { id, en: id }, value, unit: "people", report: "r" },
  });
  const path = join(temporaryFolder(), "figures.json");
  const figures = {
    reports: { r: { title: { id: "Laporan" }, publisher: "Koran", date: "2026-11-20" } },
    quantities: [quantity("a", "10"), quantity("b", "20"), quantity("t", total)],
    claims: [{ id: "both", kind: "sum", of: ["a", "b"], total: "t" }],
  };
  writeFileSync(path, JSON.stringify(figures, null, 2));
  return path;
}

describe("layak coverage check", () => {
  it("finds the five misfits of the reports that come with it", async () => {
    const { code, out, err } = await check("--json");
    const { findings } = JSON.parse(out.join("\n"));
    const misfits = findings.filter(({ severity }: { severity: string }) => severity === "misfit");
    expect([code, err]).toEqual([4, []]);
    expect(
      misfits.map(({ report, claim }: Record<string, string>) => `${report} ${claim}`),
    ).toEqual([
      "000 coverage-of-labour-force",
      "000 labour-force-parts",
      "000 protected-among-non-asn",
      "003 workers-by-group",
      "004 community-workers-by-group",
    ]);
    expect(misfits[0]).toMatchObject({
      stated: { quantity: "coverage", value: "8,13%", unit: "percent" },
      computed: "7.38",
      difference: "-0.75",
      wouldFit: [{ role: "whole", replaces: "labour-force", quantity: "employed" }],
    });
  });

  it("ends well where all of a file fits", async () => {
    const { code, out } = await check(fileWith("30"));
    expect([code, out]).toEqual([
      0,
      [
        "r  Koran, 20 November 2026: Laporan",
        "  ✓ Semuanya cocok.",
        "",
        "1 klaim dari 1 laporan: 0 tidak cocok, 0 catatan.",
      ],
    ]);
  });

  it("tells a misfit with its claim, its place and that nothing else would fit", async () => {
    const path = fileWith("31");
    const { code, out } = await check(path, "--lang", "en");
    expect([code, out.slice(1, 4)]).toEqual([
      4,
      [
        "  ✗ 10 + 20 = 30, but the report says 31 (t): off by 1.",
        "    No other figure of this report would fit.",
        `    both, ${path}:44`,
      ],
    ]);
  });

  it.each([
    ["a file that is not there", () => "nowhere.json", "nowhere.json:1:1 error LYK101"],
    ["a value that is no number", () => fileWith("many"), ":38:16 error LYK308"],
  ])("refuses %s by its line", async (_, path, message) => {
    const { code, out, err } = await check(path(), "--lang", "en");
    expect([code, out]).toEqual([1, []]);
    expect(err.join("\n")).toContain(message);
  });
});
