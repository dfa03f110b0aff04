import fc from "fast-check";
import type { MonthCount } from "../../../src/monitoring/coverage/count.ts";
import { counted, personsOf, rosterOf } from "./support.ts";

/** A population and how it stands in up to so many months, drawn so that small groups come up. */
export function worldOf(mostMonths: number): fc.Arbitrary<readonly MonthCount[]> {
  const covered = fc.oneof(fc.integer({ max: 6, min: 0 }), fc.integer({ min: 7, max: 30 }));
  const group = fc.record({
    segment: fc.constantFrom("BPU", "PU"),
    opd: fc.constantFrom("DLH", "Dishub", "Dinkes"),
    covered: fc.array(covered, { minLength: mostMonths, maxLength: mostMonths }),
    people: fc.integer({ min: 1, max: 30 }),
    unknown: fc.integer({ min: 0, max: 6 }),
  });
  return fc
    .record({
      groups: fc.array(group, { minLength: 1, maxLength: 5 }),
      months: fc.integer({ min: 1, max: mostMonths }),
    })
    .map(({ groups, months }) => {
      const people: Record<string, { segment: string; opd: string }> = {};
      const rosters: Record<string, string>[] = Array.from({ length: months }, () => ({}));
      for (const [group, one] of groups.entries()) {
        for (let index = 0; index < one.people + one.unknown; index++) {
          const name = `${group}-${index}`;
          people[name] = { segment: one.segment, opd: one.opd };
          for (const [month, roster] of rosters.entries()) {
            if (index >= one.people) continue;
            const programmes = index % 3 === 0 ? "JKK+JKM" : "JKK";
            const isCovered = index < (one.covered[month] ?? 0);
            roster[name] = isCovered ? `protected:${programmes}` : "unprotected";
          }
        }
      }
      return rosters.map((roster, month) =>
        counted(rosterOf(`2026-0${month + 1}`, roster), personsOf(people)),
      );
    });
}
