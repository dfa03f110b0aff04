import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CoverageAnswer,
  coverageAnswer,
  publishYears,
} from "../../../src/api/coverage/answer.ts";
import { monthCountOf } from "../../../src/api/coverage/counts.ts";
import type { Tally } from "../../../src/monitoring/coverage/tally.ts";
import type { CellSystem } from "../../../src/monitoring/disclosure/system.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import type { ObservedCounts, RosterCounts } from "../../../src/registry/read-counts.ts";
import { couldDiffer } from "../../monitoring/disclosure/attacker.ts";

const read = await readPack("rules");
if (!read.ok) throw new Error("the shipped rules are valid");
const { pack } = read;

const KEYS = ["people", "protected", "unprotected"] as const;
const TABLES = {
  segment: "segments",
  opd: "offices",
  district: "districts",
  programme: "programmes",
} as const;

/** Rosters of some months, drawn so that small groups come up, and groups that stay as they are. */
const group = fc.record({
  segment: fc.constantFrom("BPU", "NON_ASN", ""),
  opd: fc.constantFrom("DLH", "Dishub", "Dinkes"),
  district: fc.constantFrom("Serang", "Kasemen"),
  programmes: fc.constantFrom(["JKK"], ["JKK", "JKM"]),
  covered: fc.integer({ min: 0, max: 25 }),
  open: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 25 })),
  moves: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 2 }),
});
const months = fc
  .record({
    groups: fc.array(group, { minLength: 2, maxLength: 5 }),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ groups, count }) =>
    Array.from({ length: count }, (_, month): ObservedCounts => {
      const people = groups.flatMap(({ covered, open, moves, ...where }) => {
        const moved = moves.slice(0, month).reduce((sum, move) => sum + move, 0);
        const now = Math.max(0, Math.min(covered + open, covered + moved));
        return [
          { ...where, status: "AKTIF", people: now },
          { ...where, status: "NONAKTIF", programmes: [], people: covered + open - now },
        ].filter((one) => one.people > 0);
      });
      const places = people.flatMap(({ opd, district, status, people: number }) => [
        { place: "opd" as const, value: opd, status, people: number },
        { place: "district" as const, value: district, status, people: number },
      ]);
      const counts = people.map(({ status, segment, programmes, people: number }) => ({
        ...{ status, programmes, people: number },
        ...(segment !== "" && { segment }),
      }));
      return { observedAt: `2026-0${month + 1}-10T02:00:00Z`, complete: true, counts, places };
    }),
  )
  .filter((all) => all.every(({ counts }) => counts.length > 0));

const dimension = fc.constantFrom("segment", "programme", "opd", "district", "month");
const queries = fc.array(
  fc.record({
    by: fc.uniqueArray(dimension, { maxLength: 5 }),
    month: fc.integer({ min: 0, max: 2 }),
    programmes: fc.constantFrom(["JKK", "JKM"], ["JKK", "JKM", "JHT"], ["JHT"]),
    asOf: fc.constantFrom("2020-06-01", "2025-06-01", "2026-06-01"),
    /** After how many months' rosters it is asked. */
    after: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 8, maxLength: 20 },
);

function rosterOf(all: readonly ObservedCounts[]): RosterCounts {
  const last = all.at(-1);
  if (last === undefined) throw new Error("there is a month");
  return { ...last, earlier: all.slice(0, -1) };
}

/** Rows of an answer by the table, the month and the value that they are of. */
function rowsOf(answer: CoverageAnswer) {
  const { month, total, months: trend = [] } = answer;
  const tables = Object.entries(TABLES).flatMap(([table, key]) =>
    (answer[key] ?? []).map((row) => {
      const value = Object.entries(row).find(([name]) => name === table)?.[1] ?? "";
      return { name: `${table} ${value} ${month}`, table, row };
    }),
  );
  return [
    { name: `total ${month}`, table: "total", row: total },
    ...trend.map((row) => ({ name: `total ${row.month}`, table: "total", row })),
    ...tables,
  ];
}

/** All numbers there are, and what everybody knows of how they add up. */
function everything(all: readonly ObservedCounts[]) {
  const values: number[] = [];
  const equations: { total: number; parts: number[] }[] = [];
  const cells = new Map<string, number>();
  const place = (name: string, tally: Tally) => {
    const own = KEYS.map((key) => {
      const cell = values.push(tally[key]) - 1;
      cells.set(`${name} ${key}`, cell);
      return cell;
    });
    const [people = 0, ...parts] = own;
    equations.push({ total: people, parts });
    return own;
  };
  for (const count of all.map(monthCountOf)) {
    const total = place(`total ${count.month}`, count.total);
    for (const [table, tallies] of Object.entries(count.by)) {
      const rows = [...tallies].map(([value, tally]) =>
        place(`${table} ${value} ${count.month}`, tally),
      );
      for (const [index, cell] of total.entries()) {
        equations.push({ total: cell, parts: rows.map((own) => own[index] ?? 0) });
      }
    }
    for (const [programme, tally] of count.programmes) {
      const [people = 0] = place(`programme ${programme} ${count.month}`, tally);
      equations.push({ total: total[0] ?? 0, parts: [people] });
    }
  }
  const system: CellSystem = { values, equations };
  return { system, cells };
}

describe("all answers of GET /v1/coverage together", () => {
  it("give no number of under five people back, whatever is asked, in whichever month", () => {
    fc.assert(
      fc.property(months, queries, (all, asked) => {
        const { system, cells } = everything(all);
        const told = new Map<number, number>();
        for (const { by, month, programmes, asOf, after } of asked) {
          const answer = coverageAnswer(pack, rosterOf(all.slice(0, after)), publishYears, {
            by: by.filter((one) => one !== undefined),
            month: all[Math.min(month, after - 1, all.length - 1)]?.observedAt.slice(0, 7),
            programmes,
            asOf,
          });
          if (answer === null) throw new Error("the month is there");
          for (const { name, table, row } of rowsOf(answer)) {
            for (const key of KEYS) {
              const value = row[key];
              if (value === null) continue;
              expect([name, key, value >= 5]).toEqual([name, key, true]);
              told.set(cells.get(`${name} ${key}`) ?? -1, value);
            }
            // What is worked out tells no more than what it is worked out from.
            const isGapTold =
              row.unprotected !== null || (row.people !== null && row.protected !== null);
            if (row.gap !== null) expect(isGapTold).toBe(true);
            if (row.percentage !== null) expect([row.people, row.protected]).not.toContain(null);
            if (row.change !== null) expect(row.protected).not.toBe(null);
            if (row.cost !== null && table === "segment") expect(row.gap).not.toBe(null);
            if (table !== "segment" && table !== "total") expect(row.cost).toBe(null);
          }
          if (answer.total.cost !== null) {
            const rated = answer.costTerms.filter(({ amount }) => amount !== null);
            expect(rated.map(({ people }) => people)).not.toContain(null);
          }
          for (const { segment, people } of answer.costTerms) {
            const own = answer.segments?.find((row) => row.segment === segment);
            if (own !== undefined) expect(people).toBe(own.gap);
          }
        }
        const hidden = new Set(system.values.keys());
        for (const [cell, value] of told) {
          expect(value).toBe(system.values[cell]);
          hidden.delete(cell);
        }
        const computed = [...hidden].filter(
          (cell) => (system.values[cell] ?? 0) < 5 && !couldDiffer(system, hidden, cell),
        );
        expect(computed).toEqual([]);
        const few = system.equations.filter(({ total, parts }) => {
          const unseen = parts.filter((part) => hidden.has(part));
          const people = unseen.reduce((sum, part) => sum + (system.values[part] ?? 0), 0);
          return !hidden.has(total) && people > 0 && people < 5;
        });
        expect(few).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("tell of a month the same after every month that follows", () => {
    const question = {
      by: ["segment", "programme", "opd", "district"] as const,
      programmes: ["JKK", "JKM"],
      asOf: "2026-06-01",
    };
    fc.assert(
      fc.property(months, (all) => {
        for (const [index, { observedAt }] of all.entries()) {
          const month = observedAt.slice(0, 7);
          const [first, ...later] = all.slice(index).map((_, after) => {
            const roster = rosterOf(all.slice(0, index + after + 1));
            return coverageAnswer(pack, roster, publishYears, { ...question, month });
          });
          for (const answer of later) expect(answer).toEqual(first);
        }
      }),
      { numRuns: 60 },
    );
  });
});
