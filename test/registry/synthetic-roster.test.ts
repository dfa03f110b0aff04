import { describe, expect, test } from "vitest";
import { faultOf } from "../../src/engine/facts/shapes.ts";
import { syntheticPeople, syntheticRoster } from "../../src/registry/synthetic-roster.ts";

const DAYS = ["2026-11-22", "2028-02-29", "2027-01-01"];

describe("the synthetic roster", () => {
  test("is the same for the same day, and says that it is not complete", () => {
    expect(syntheticRoster("2026-11-22")).toEqual(syntheticRoster("2026-11-22"));
    expect(syntheticRoster("2026-11-22")).toMatchObject({
      snapshot: "synthetic-2026-11-22",
      observedAt: "2026-11-22T00:00:00+07:00",
      complete: false,
    });
  });

  test("names a few dozen people, each once, by NIKs of a district that does not exist", () => {
    const niks = syntheticRoster("2026-11-22").members.map(({ nik }) => nik);
    expect(niks.length).toBeGreaterThan(36);
    expect(new Set(niks).size).toBe(niks.length);
    for (const nik of niks) {
      expect(faultOf({ type: "string", format: "nik" }, nik)).toBeNull();
      expect(nik.startsWith("367399")).toBe(true);
    }
  });

  test.each(DAYS)("moves its dates with the day: %s", (today) => {
    const of = (name: keyof typeof syntheticPeople) =>
      syntheticRoster(today).members.find(({ nik }) => nik === syntheticPeople[name].nik);
    const daysTo = (date: string | undefined) =>
      (Date.parse(date ?? "") - Date.parse(today)) / 86_400_000;
    expect(of("activeTrader")).toMatchObject({ status: "AKTIF", programmes: ["JKK", "JKM"] });
    expect(daysTo(of("activeTrader")?.paidThrough)).toBe(20);
    expect(of("traderInGrace")?.status).toBe("MASA_TENGGANG");
    expect(daysTo(of("traderInGrace")?.paidThrough)).toBe(-45);
    expect(daysTo(of("traderPastGrace")?.paidThrough)).toBe(-130);
    expect(of("lapsedTrader")?.status).toBe("NONAKTIF");
    expect(of("traderWithoutJkm")?.programmes).toEqual(["JKK"]);
    expect(of("traderNeverEnrolled")).toEqual({
      nik: syntheticPeople.traderNeverEnrolled.nik,
      status: "TIDAK_TERDAFTAR",
      programmes: [],
    });
  });
});
