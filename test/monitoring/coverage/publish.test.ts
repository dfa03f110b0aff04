import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoverageReport, CoverageRow } from "../../../src/monitoring/coverage/report.ts";
import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";
import { couldDiffer } from "../disclosure/attacker.ts";
import { counted, personsOf, reportOf, rosterOf } from "./support.ts";
import { worldOf } from "./worlds.ts";

const KEYS = ["people", "protected", "unprotected", "unknown", "gap"] as const;

/** All rows of a report, each with the rows that it is the total of. */
function linesOf({ months }: CoverageReport) {
  return months.map(({ total, tables }) => ({
    total,
    partitions: [tables.segment ?? [], tables.opd ?? []],
    programmes: tables.programme ?? [],
  }));
}

/** What any reader of the report knows, worked out from the whole numbers anew. */
function knownFrom(whole: CoverageReport) {
  const values: number[] = [];
  const equations: { total: number; parts: number[] }[] = [];
  const named = new Map<string, number>();
  const cells = new Map<CoverageRow, Record<(typeof KEYS)[number], number>>();
  /** One cell for all rows that are known to hold the same number. */
  const cell = (name: string, value: number | null) => {
    const known = named.get(name) ?? values.push(value ?? 0) - 1;
    named.set(name, known);
    return known;
  };
  const place = (row: CoverageRow, name: string, month: number, total?: CoverageRow) => {
    const own = {
      people: cell(total ? "people of all" : `people of ${name}`, row.people),
      protected: cell(`protected of ${name} in ${month}`, row.protected),
      unprotected: cell(`unprotected of ${name} in ${month}`, row.unprotected),
      unknown: cell(`unknown of ${total ? "all" : name} in ${month}`, row.unknown),
      gap: cell(`gap of ${name} in ${month}`, row.gap),
    };
    cells.set(row, own);
    equations.push({ total: own.people, parts: [own.protected, own.unprotected, own.unknown] });
    equations.push({ total: own.gap, parts: [own.unprotected, own.unknown] });
    return own;
  };
  for (const [month, { total, partitions, programmes }] of linesOf(whole).entries()) {
    const all = place(total, "all", month);
    for (const row of programmes) place(row, row.value, month, total);
    for (const [index, rows] of partitions.entries()) {
      const placed = rows.map((row) => place(row, `${index} ${row.value}`, month));
      for (const key of KEYS) {
        equations.push({ total: all[key], parts: placed.map((own) => own[key]) });
      }
    }
  }
  const occupied = new Set<number>();
  for (const [row, own] of cells) if (row.people !== 0) occupied.add(own.people);
  const system: CellSystem = { values, equations, occupied };
  return { system, cells };
}

describe("the report for outside the office", () => {
  it("gives no number of under five people, and none that follows from all it gives", () => {
    fc.assert(
      fc.property(worldOf(2), (months) => {
        const whole = reportOf(months);
        const given = reportOf(months, true);
        const { system, cells } = knownFrom(whole);
        const hidden = new Set<number>();
        const seen = new Set<number>();
        const flat = (report: CoverageReport) =>
          linesOf(report).flatMap(({ total, partitions, programmes }) =>
            [total, ...partitions.flat(), ...programmes].map((row) => ({ row, total })),
          );
        const published = flat(given);
        for (const [index, { row, total }] of flat(whole).entries()) {
          const told = published[index];
          for (const key of KEYS) {
            const value = told?.row[key] ?? null;
            const isOfAll = value === 0 && total[key] === 0 && told?.total[key] === 0;
            (value === null ? hidden : seen).add(cells.get(row)?.[key] ?? -1);
            expect(value === null || value >= 5 || isOfAll).toBe(true);
          }
        }
        // A month of which nothing is told hides what the others tell.
        for (const cell of seen) hidden.delete(cell);
        // A gap may follow where its numbers do not; it only must not be of few people.
        const gaps = new Set([...cells.values()].map((own) => own.gap));
        const mayFollow = (cell: number) => gaps.has(cell) && (system.values[cell] ?? 0) >= 5;
        const computed = [...hidden].filter(
          (cell) => !mayFollow(cell) && !couldDiffer(system, hidden, cell),
        );
        expect(computed).toEqual([]);
        const tellsOfFew = system.equations.filter(({ total, parts }) => {
          const unseen = parts.filter((part) => hidden.has(part));
          const sum = unseen.reduce((all, part) => all + (system.values[part] ?? 0), 0);
          return !hidden.has(total) && sum > 0 && sum < 5;
        });
        expect(tellsOfFew).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("hides how many people a group has in all months, or in none", () => {
    const sizes = { A: 3, B: 11, C: 12 };
    const people: Record<string, { opd: string }> = {};
    const months = [
      { A: 0, B: 9, C: 6 },
      { A: 0, B: 5, C: 10 },
    ];
    const rosters = months.map((): Record<string, string> => ({}));
    for (const [opd, size] of Object.entries(sizes)) {
      for (let index = 0; index < size; index++) {
        people[`${opd}${index}`] = { opd };
        for (const [month, covered] of months.entries()) {
          const isProtected =
            index < Number(Object.entries(covered).find(([of]) => of === opd)?.[1]);
          const roster = rosters[month] ?? {};
          roster[`${opd}${index}`] = isProtected ? "protected:JKK" : "unprotected";
        }
      }
    }
    const report = reportOf(
      rosters.map((roster, month) =>
        counted(rosterOf(`2026-1${month}`, roster), personsOf(people)),
      ),
      true,
    );
    const [first, last] = report.months.map(({ tables }) => tables.opd?.map((row) => row.people));
    expect(first).toEqual(last);
    expect(first?.filter((size) => size === null).length).toBeGreaterThan(1);
  });

  it("hides nothing for a state that nobody is in", () => {
    const people = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`p${index}`, { opd: index < 20 ? "A" : "B" }]),
    );
    const names = Object.keys(people).filter((_, index) => index % 2 === 0);
    const roster = Object.fromEntries(names.map((name) => [name, "protected:JKK"]));
    const report = reportOf([counted(rosterOf("2026-11", roster), personsOf(people))], true);
    const row = { people: 20, protected: 10, unprotected: 0, unknown: 10 };
    expect(report.months[0]?.tables.opd).toMatchObject([row, row]);
  });

  it("tells no gap of under five people, nor the numbers that it is the difference of", () => {
    const people: Record<string, { opd: string }> = {};
    const roster: Record<string, string> = {};
    const offices = { DLH: [10, 1, 3], Dishub: [10, 10, 10], Dinkes: [20, 8, 12] } as const;
    for (const [opd, [covered, open, unknown]] of Object.entries(offices)) {
      for (let index = 0; index < covered + open + unknown; index++) {
        people[`${opd}${index}`] = { opd };
        if (index >= covered + open) continue;
        roster[`${opd}${index}`] = index < covered ? "protected:JKK" : "unprotected";
      }
    }
    const month = counted(rosterOf("2026-11", roster), personsOf(people));
    const [own] = reportOf([month], true).months;
    const [dlh, ...others] = own?.tables.opd ?? [];
    expect(dlh).toMatchObject({ unprotected: null, unknown: null, percentage: null, gap: null });
    expect([dlh?.people, dlh?.protected]).toContain(null);
    const unseen = others.filter((row) => [row.people, row.protected].includes(null));
    expect(unseen).toHaveLength(1);
    expect(own?.total).toMatchObject({ people: 84, protected: 40, gap: 44 });
  });

  it("tells nothing that is worked out from a hidden number", () => {
    const people = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `p${index}`,
        { opd: index < 20 ? "DLH" : "Dishub" },
      ]),
    );
    const roster = Object.fromEntries(
      Object.keys(people).map((name, index) => [
        name,
        index < 17 || index >= 30 ? "protected:JKK" : "unprotected",
      ]),
    );
    const report = reportOf([counted(rosterOf("2026-11", roster), personsOf(people))], true);
    expect(report.months[0]?.tables.opd).toEqual([
      {
        ...{ value: "DLH", people: 20, protected: null, unprotected: null, unknown: 0 },
        ...{ percentage: null, gap: null, change: null, cost: null, costState: "hidden" },
      },
      {
        ...{ value: "Dishub", people: 20, protected: null, unprotected: null, unknown: 0 },
        ...{ percentage: null, gap: null, change: null, cost: null, costState: "hidden" },
      },
    ]);
  });
});
