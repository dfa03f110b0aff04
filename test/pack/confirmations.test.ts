import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/pack/diagnostics/format.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { CASES, type Change, changed, POLICY, swap } from "./support/rules.ts";

const TODAY = "2026-11-22";

const confirmedCase = (on: string) =>
  swap(CASES, `"expect"`, `"confirmed": { "by": "Hukum", "on": "${on}" }, "expect"`);

const confirmedRequirement = (on: string) =>
  swap(
    POLICY,
    `"provenance": "reported"`,
    `"provenance": "confirmed", "by": "Hukum", "on": "${on}"`,
  );

const confirmedValue = (on: string) =>
  swap(
    "parameters.json",
    `"provenance": "reported"`,
    `"provenance": "confirmed", "by": "Hukum", "on": "${on}"`,
  );

function told(change: Change, today?: string): readonly string[] {
  const result = parsePack(changed([change]), today === undefined ? {} : { today });
  const diagnostics = result.ok ? result.warnings : result.diagnostics;
  return diagnostics.flatMap((one) => [formatDiagnostic(one, "en"), formatDiagnostic(one, "id")]);
}

describe("what is confirmed on a day to come is told", () => {
  it.each<[string, (on: string) => Change, string]>([
    ["of a case", confirmedCase, `${CASES}:2:121`],
    ["of a requirement", confirmedRequirement, `${POLICY}:11:55`],
    ["of a value of a parameter", confirmedValue, "parameters.json:4:95"],
  ])("%s", (_what, confirmedOn, place) => {
    expect(told(confirmedOn("2026-11-23"), TODAY)).toEqual([
      `${place} error LYK322 confirmed on 2026-11-23, a day to come; today is 2026-11-22\nhelp: write in "on" the day on which it was confirmed`,
      `${place} kesalahan LYK322 dipastikan pada 2026-11-23, hari yang belum tiba; hari ini 2026-11-22\nbantuan: tulis di "on" hari ketika hal itu dipastikan`,
    ]);
    expect(told(confirmedOn(TODAY), TODAY)).toEqual([]);
  });

  it("only where today is known: a service does not stop because of it", () => {
    expect(told(confirmedCase("2026-11-23"))).toEqual([]);
  });

  it("but what is no date at all is told as that", () => {
    expect(told(confirmedCase("2026-11-31"), TODAY)).toEqual([
      expect.stringContaining("LYK307"),
      expect.stringContaining("LYK307"),
    ]);
  });
});
