import { describe, expect, it } from "vitest";
import { isDate, parseDuration, shiftDate } from "../../src/engine/values/calendar.ts";

function shifted(date: string, sign: "+" | "-", text: string): string | null {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`${text} is no duration`);
  return shiftDate(date, sign === "+" ? 1 : -1, duration);
}

describe("a date moved by a duration", () => {
  it.each([
    ["2026-05-31", "-", "P1M", "2026-04-30"],
    ["2026-03-31", "-", "P1M", "2026-02-28"],
    ["2024-03-31", "-", "P1M", "2024-02-29"],
    ["2024-02-29", "+", "P1Y", "2025-02-28"],
    ["2024-02-29", "+", "P4Y", "2028-02-29"],
    ["2026-01-31", "+", "P1M1D", "2026-03-01"],
    ["2026-01-31", "+", "P1Y1M", "2027-02-28"],
    ["2026-03-31", "-", "P1M1D", "2026-02-27"],
    ["2026-12-31", "+", "P1W", "2027-01-07"],
    ["2026-01-01", "-", "P1D", "2025-12-31"],
    ["2026-11-22", "-", "P17Y", "2009-11-22"],
    ["0099-03-01", "-", "P1D", "0099-02-28"],
    ["2026-11-22", "+", "P0D", "2026-11-22"],
    ["0001-01-01", "-", "P1D", null],
    ["9999-12-31", "+", "P1D", null],
    ["9999-12-31", "+", "P9999Y", null],
    ["0001-01-31", "-", "P1M", null],
    ["9998-12-31", "+", "P1Y", "9999-12-31"],
    ["9999-01-31", "+", "P11M", "9999-12-31"],
    ["0002-02-28", "-", "P1Y", "0001-02-28"],
    ["0001-03-31", "-", "P1M1D", "0001-02-27"],
    ["0099-12-31", "+", "P1D", "0100-01-01"],
  ] as const)("%s %s %s is %s", (date, sign, duration, expected) => {
    expect(shifted(date, sign, duration)).toBe(expected);
  });
});

describe("a duration", () => {
  it.each([
    "P",
    "",
    "P1",
    "1M",
    "-P1M",
    "P-1M",
    "P1.5M",
    "PT1H",
    "P1D1M",
    "P10000D",
    "p1m",
    "P1M ",
  ])("is not %j", (text) => expect(parseDuration(text)).toBeNull());

  it("has years, months, weeks and days, in this order", () => {
    expect(parseDuration("P1Y2M3W4D")).toEqual({ years: 1, months: 2, weeks: 3, days: 4 });
  });
});

describe("a date of the calendar", () => {
  it.each([
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["0000-01-01", false],
    ["0001-01-01", true],
    ["9999-12-31", true],
    ["2026-1-1", false],
    ["2026-01-01T00:00:00Z", false],
    [" 2026-01-01", false],
    ["+02026-01-01", false],
    ["22-11-2026", false],
  ])("%j: %s", (text, expected) => expect(isDate(text)).toBe(expected));
});
