import { describe, expect, it } from "vitest";
import { BY_SEGMENT, counted, personsOf, reportOf, rosterOf, rows, shown } from "./support.ts";

const ROSTER = rosterOf("2026-11", {
  ani: "protected:JKK+JKM",
  budi: "protected:JKK",
  citra: "unprotected",
  dedi: "conflict",
});

const PEOPLE = personsOf({
  ani: { segment: "BPU", opd: "DLH" },
  budi: { segment: "NON_ASN", opd: "DLH" },
  citra: { segment: "BPU" },
  dedi: { segment: "BPU" },
  eka: { segment: "NON_ASN", opd: "Dishub" },
});

describe("a month, of people who are known by name", () => {
  it("counts each as protected, not, or not known", () => {
    expect(shown(counted(ROSTER, PEOPLE).total)).toBe("5 = 2 + 1 + 2");
  });

  it("counts whoever a complete roster leaves out as not protected, but nobody told of twice", () => {
    expect(shown(counted(ROSTER, PEOPLE, true).total)).toBe("5 = 2 + 2 + 1");
  });

  it("counts by segment and by OPD, what is not told last", () => {
    const { by } = counted(ROSTER, PEOPLE);
    expect(rows(by.segment)).toEqual(["BPU: 3 = 1 + 1 + 1", "NON_ASN: 2 = 1 + 0 + 1"]);
    expect(rows(by.opd)).toEqual([
      "DLH: 2 = 2 + 0 + 0",
      "Dishub: 1 = 0 + 0 + 1",
      ": 2 = 0 + 1 + 1",
    ]);
    expect(by.district).toBe(undefined);
  });

  it("counts of each programme who is protected by it", () => {
    expect(rows(counted(ROSTER, PEOPLE).programmes)).toEqual([
      "JKK: 5 = 2 + 1 + 2",
      "JKM: 5 = 1 + 2 + 2",
      "JHT: 5 = 0 + 3 + 2",
    ]);
  });

  it("counts whoever the roster names where no population is given", () => {
    expect(shown(counted(ROSTER, null).total)).toBe("4 = 2 + 1 + 1");
  });

  it("takes a place from the roster where the population tells none", () => {
    const roster = rosterOf("2026-11", { ani: "unprotected" }, { ani: { segment: "BPU" } });
    expect(rows(counted(roster, personsOf({ ani: {}, budi: {} })).by.segment)).toEqual([
      "BPU: 1 = 0 + 1 + 0",
      ": 1 = 0 + 0 + 1",
    ]);
  });
});

describe("a month, of groups of people", () => {
  const groups = (people: number) => ({
    kind: "counts" as const,
    columns: ["segment" as const],
    groups: [{ places: { segment: "BPU" }, people }],
  });
  const roster = rosterOf(
    "2026-11",
    { ani: "protected:JKK", budi: "unprotected" },
    { ani: { segment: "BPU" }, budi: { segment: "BPU" } },
  );

  it("counts the rest of them as not known, or as not protected by a complete roster", () => {
    expect(rows(counted(roster, groups(10)).by.segment)).toEqual(["BPU: 10 = 1 + 1 + 8"]);
    expect(shown(counted(roster, groups(10), true).total)).toBe("10 = 1 + 9 + 0");
  });

  it("tells where the roster names more people than there are, and counts those", () => {
    const { total, by, surplus } = counted(roster, groups(1));
    expect([shown(total), rows(by.segment)]).toEqual(["2 = 1 + 1 + 0", ["BPU: 2 = 1 + 1 + 0"]]);
    expect(surplus).toEqual([
      { place: "segment", value: "BPU", population: 1, named: 2 },
      { place: "total", value: "", population: 1, named: 2 },
    ]);
  });
});

describe("the report", () => {
  it("tells gap, share, change and cost of each row", () => {
    const before = rosterOf("2026-10", { ani: "protected:JKK", budi: "unprotected" });
    const report = reportOf([counted(before, PEOPLE), counted(ROSTER, PEOPLE)]);
    const [first, last] = report.months;
    expect(first?.total).toEqual({
      ...{ value: "", people: 5, protected: 1, unprotected: 1, unknown: 3 },
      ...{ percentage: 20, gap: 4, change: null, cost: 67_200, costState: "known" },
    });
    expect(last?.total).toEqual({
      ...{ value: "", people: 5, protected: 2, unprotected: 1, unknown: 2 },
      ...{ percentage: 40, gap: 3, change: 1, cost: 50_400, costState: "known" },
    });
    expect(last?.tables.segment?.[1]).toEqual({
      ...{ value: "NON_ASN", people: 2, protected: 1, unprotected: 0, unknown: 1 },
      ...{ percentage: 50, gap: 1, change: 1, cost: 16_800, costState: "known" },
    });
    expect(last?.tables.programme?.map(({ value, cost }) => [value, cost])).toEqual([
      ["JKK", null],
      ["JKM", null],
      ["JHT", null],
    ]);
  });

  it("tells what it costs by segment, as far as contributions are known, with the sum", () => {
    const [month] = reportOf([counted(ROSTER, PEOPLE)], false, BY_SEGMENT).months;
    const costs = ["segment" as const, "opd" as const].map((place) =>
      month?.tables[place]?.map(({ value, cost, costState }) => [value, cost, costState]),
    );
    expect(costs).toEqual([
      [
        ["BPU", 33_600, "known"],
        ["NON_ASN", null, "unknown"],
      ],
      [
        ["DLH", 0, "known"],
        ["Dishub", null, "unknown"],
        ["", 33_600, "known"],
      ],
    ]);
    expect(month?.total).toMatchObject({ gap: 3, cost: 33_600, costState: "least" });
    expect(month?.costTerms).toEqual([
      { segment: "BPU", people: 2, amount: 16_800 },
      { segment: "NON_ASN", people: 1, amount: null },
    ]);
  });

  it("knows no cost by segment where no file tells the segments", () => {
    const [month] = reportOf(
      [counted(ROSTER, personsOf({ ani: {}, citra: {} }))],
      false,
      BY_SEGMENT,
    ).months;
    expect(month?.total).toMatchObject({ gap: 1, cost: null, costState: "unknown" });
    expect(month?.costTerms).toEqual([{ segment: "", people: 1, amount: null }]);
  });

  it("tells the cost of groups of people by their segments, in every office", () => {
    const place = (segment: string, opd: string) => ({ segment, opd });
    const population = {
      kind: "counts" as const,
      columns: ["segment" as const, "opd" as const],
      groups: [
        { places: place("BPU", "DLH"), people: 10 },
        { places: place("PU", "DLH"), people: 7 },
        { places: place("BPU", "Dishub"), people: 3 },
      ],
    };
    const roster = rosterOf(
      "2026-11",
      { ani: "protected:JKK", budi: "unprotected" },
      { ani: place("BPU", "DLH"), budi: place("PU", "DLH") },
    );
    const [month] = reportOf([counted(roster, population)], false, BY_SEGMENT).months;
    expect(
      month?.tables.opd?.map(({ value, gap, cost, costState }) => [value, gap, cost, costState]),
    ).toEqual([
      ["DLH", 16, 151_200, "least"],
      ["Dishub", 3, 50_400, "known"],
    ]);
  });

  it("names nobody", () => {
    const text = JSON.stringify(reportOf([counted(ROSTER, PEOPLE)]));
    expect(text).not.toMatch(/ani|budi|citra|dedi|eka/);
  });
});
