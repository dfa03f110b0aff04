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

  it("ends well where all of a file fits, and shows what was checked", async () => {
    const { code, out } = await check(fileWith("30"));
    expect([code, out]).toEqual([
      0,
      [
        "r  Koran, 20 November 2026: Laporan",
        "  ✓ both: 10 (a) + 20 (b) = 30 (t).",
        "",
        "1 klaim dari 1 laporan: 0 tidak cocok, 0 catatan, 1 cocok.",
      ],
    ]);
  });

  it.each([
    [
      "id",
      [
        "  ✗ both",
        "      tercetak    31 (t)",
        "      hitungan    10 (a) + 20 (b) = 30",
        "      selisih     tercetak lebih besar 1",
        "      akan cocok  tidak ada angka lain dalam laporan ini",
      ],
      "1 klaim dari 1 laporan: 1 tidak cocok, 0 catatan, 0 cocok.",
    ],
    [
      "en",
      [
        "  ✗ both",
        "      printed     31 (t)",
        "      arithmetic  10 (a) + 20 (b) = 30",
        "      difference  printed higher by 1",
        "      would fit   no other figure of this report",
      ],
      "1 claim of 1 report: 1 misfit, 0 notes, 0 that fit.",
    ],
  ])("tells a misfit whole, line by line, in %s", async (language, lines, summary) => {
    const path = fileWith("31");
    const { code, out } = await check(path, "--lang", language);
    expect([code, out.slice(1)]).toEqual([4, [...lines, `      ${path}:44`, "", summary]]);
  });

  it("names every figure that would fit, and cuts no finding short", async () => {
    const { out } = await check("--lang", "en");
    const told = out.join("\n");
    expect(told).toContain(
      [
        "  ✗ those protected among non-ASN workers (protected-among-non-asn)",
        "      printed     2,403 (protected non-ASN workers) as a part of 1,342 (non-ASN workers)",
        "      arithmetic  a part cannot exceed its whole",
        "      difference  printed higher by 1,061",
        "      would fit   3,112 (potential non-ASN workers) as the whole, not 1,342 (non-ASN workers)",
        "                  so would what is greater: 20,652 (wage recipients (PU)); 23,806 (members in all); 29,086 (unemployed people); 292,668 (employed people); 322,404 (labour force)",
      ].join("\n"),
    );
    expect(told).not.toMatch(/…|more\./);
    expect(out.at(-1)).toBe("12 claims of 5 reports: 5 misfits, 4 notes, 3 that fit.");
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
