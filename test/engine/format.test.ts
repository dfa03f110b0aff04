import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDuration,
  formatNumber,
  formatValue,
} from "../../src/engine/explanation/format.ts";
import type { FactShape, FactValue, ScalarShape } from "../../src/engine/model/catalogue.ts";

const code = {
  type: "code",
  codes: { A: { id: "satu", en: "one" }, B: { id: "dua" } },
} satisfies ScalarShape;

describe("a value in words", () => {
  it.each<readonly [FactValue, FactShape, string | undefined, string, string]>([
    [16_800, { type: "money" }, undefined, "Rp16.800", "Rp16,800"],
    [-42_000_000, { type: "money" }, undefined, "-Rp42.000.000", "-Rp42,000,000"],
    [999, { type: "money" }, undefined, "Rp999", "Rp999"],
    [1234.5, { type: "number" }, "ha", "1.234,5 ha", "1,234.5 ha"],
    [0.000_001, { type: "number" }, undefined, "0,000001", "0.000001"],
    [1, { type: "integer" }, undefined, "1", "1"],
    [true, { type: "boolean" }, undefined, "ya", "yes"],
    [false, { type: "boolean" }, undefined, "tidak", "no"],
    ["2026-11-22", { type: "date" }, undefined, "22 November 2026", "22 November 2026"],
    ["0099-05-01", { type: "date" }, undefined, "1 Mei 99", "1 May 99"],
    ["A", code, undefined, "satu", "one"],
    ["B", code, undefined, "dua", "dua"],
    ["A 1 B", { type: "string" }, undefined, "A 1 B", "A 1 B"],
    [
      ["A", null],
      { type: "list", items: { type: "code", codes: code.codes } },
      undefined,
      "satu, belum diketahui",
      "one, not yet known",
    ],
    [[], { type: "list", items: { type: "string" } }, undefined, "tidak ada", "none"],
    [null, { type: "money" }, undefined, "belum diketahui", "not yet known"],
  ])("%j is %s", (value, shape, unit, indonesian, english) => {
    const told = [formatValue(value, shape, unit, "id"), formatValue(value, shape, unit, "en")];
    expect(told).toEqual([indonesian, english]);
  });

  it.each([
    ["P3M", "3 bulan", "3 months"],
    ["P1Y6M", "1 tahun 6 bulan", "1 year 6 months"],
    ["P2W1D", "2 minggu 1 hari", "2 weeks 1 day"],
    ["P0D", "0 hari", "0 days"],
  ])("the duration %s is %s", (text, indonesian, english) => {
    expect([formatDuration(text, "id"), formatDuration(text, "en")]).toEqual([indonesian, english]);
  });

  it("writes dates and numbers as Indonesian and English readers do, by the Unicode locale data", () => {
    for (let month = 1; month <= 12; month++) {
      const date = `2026-${String(month).padStart(2, "0")}-05`;
      for (const [language, locale] of [
        ["id", "id-ID"],
        ["en", "en-GB"],
      ] as const) {
        const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
        expect(formatDate(date, language)).toBe(format.format(new Date(date)));
        const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
        for (const value of [0, 12 ** month, -(7 ** month) / 8, month / 10]) {
          expect(formatNumber(value, language)).toBe(number.format(value));
        }
      }
    }
  });
});
