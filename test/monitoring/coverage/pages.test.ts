import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MonthCount } from "../../../src/monitoring/coverage/count.ts";
import type { ToldMonth } from "../../../src/monitoring/coverage/publish.ts";
import { DIMENSIONS, publicReport } from "../../../src/monitoring/coverage/report.ts";
import { Knowledge } from "./knowledge.ts";
import { counted, ONE_FOR_ALL, personsOf, reportOf, rosterOf } from "./support.ts";
import { worldOf } from "./worlds.ts";

const OPTIONS = { asOf: "2026-11-22", complete: false, contributions: ONE_FOR_ALL };

/** What each page of up to three is by. */
const tables = fc.array(fc.subarray([...DIMENSIONS]), { minLength: 3, maxLength: 3 });

/** In which order months are given out, of which a record is kept. */
const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });

/** Offices of one segment, of so many people each; so many of them protected, month by month. */
function offices(sizes: Readonly<Record<string, readonly [number, ...number[]]>>) {
  const people: Record<string, { opd: string }> = {};
  const rosters: Record<string, string>[] = [];
  for (const [opd, [size, ...months]] of Object.entries(sizes)) {
    for (let index = 0; index < size; index++) {
      const name = `${opd}-${index}`;
      people[name] = { opd };
      for (const [month, covered] of months.entries()) {
        rosters[month] ??= {};
        Object.assign(rosters[month], {
          [name]: index < covered ? "protected:JKK" : "unprotected",
        });
      }
    }
  }
  return rosters.map((roster, month) =>
    counted(rosterOf(`2026-0${month + 1}`, roster), personsOf(people)),
  );
}

describe("pages of successive months, all of them kept", () => {
  it("give no small number back, where each is made of the rosters there were by then", () => {
    fc.assert(
      fc.property(worldOf(3), tables, (months, by) => {
        const reader = new Knowledge(reportOf(months));
        for (const index of months.keys()) {
          const given = months.slice(0, index + 1);
          reader.read(publicReport(given, { ...OPTIONS, by: by[index] ?? [] }).report);
        }
        expect(reader.found()).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("give none back, where each is made of one roster, in any order, and a record is kept", () => {
    fc.assert(
      fc.property(worldOf(3), tables, order, (months, by, turns) => {
        const reader = new Knowledge(reportOf(months));
        let told: readonly ToldMonth[] = [];
        for (const index of turns) {
          const given = months.slice(index, index + 1);
          const page = publicReport(given, { ...OPTIONS, by: by[index] ?? [] }, told);
          reader.read(page.report);
          told = page.told;
        }
        expect(reader.found()).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("are the same by the record as by all rosters", () => {
    fc.assert(
      fc.property(worldOf(3), (months) => {
        const options = { ...OPTIONS, by: DIMENSIONS };
        let told: readonly ToldMonth[] = [];
        for (const index of months.keys()) {
          const page = publicReport(months.slice(index, index + 1), options, told);
          const all = publicReport(months.slice(0, index + 1), options);
          expect(page).toEqual(all);
          told = page.told;
        }
      }),
      { numRuns: 30 },
    );
  });

  /** The size of DLH follows from the second page, unless the first one counts. */
  const months: readonly MonthCount[] = offices({
    DLH: [4, 0, 0],
    Dishub: [30, 10, 20],
    Dinkes: [40, 20, 20],
  });

  it("would give some back, were each made as if it were the first", () => {
    const options = { ...OPTIONS, by: DIMENSIONS };
    const alone = fc.sample(worldOf(3), { numRuns: 40, seed: 5 }).filter((world) => {
      const reader = new Knowledge(reportOf(world));
      for (const month of world) reader.read(publicReport([month], options).report);
      return reader.found().length > 0;
    });
    expect(alone.length).toBeGreaterThan(0);
  });

  it("tell the same, whatever they are by", () => {
    fc.assert(
      fc.property(worldOf(2), fc.subarray([...DIMENSIONS]), (months, by) => {
        const whole = publicReport(months, { ...OPTIONS, by: DIMENSIONS }).report.months;
        for (const [index, page] of publicReport(months, {
          ...OPTIONS,
          by,
        }).report.months.entries()) {
          expect(page.total).toEqual(whole[index]?.total);
          expect(whole[index]?.tables).toMatchObject(page.tables);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it("tell a month again as they told it first", () => {
    const options = { ...OPTIONS, by: DIMENSIONS };
    const [first] = publicReport(months.slice(0, 1), options).report.months;
    expect(publicReport(months, options).report.months[0]).toEqual(first);
  });
});
