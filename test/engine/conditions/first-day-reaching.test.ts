import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDayReaching, movedDay, type Shift } from "../../../src/engine/conditions/shift.ts";
import { dayNumber } from "../../../src/engine/values/calendar.ts";

const FROM = dayNumber("2023-11-01");

const shiftArbitrary: fc.Arbitrary<Shift | undefined> = fc.option(
  fc.record({
    direction: fc.constantFrom(1 as const, -1 as const),
    duration: fc.option(
      fc.record({
        years: fc.oneof(fc.nat(9999), fc.nat(3)),
        months: fc.oneof(fc.nat(9999), fc.nat(13)),
        weeks: fc.nat(60),
        days: fc.nat(400),
      }),
    ),
    params: fc.constant({ plus: "P1D" }),
  }),
  { nil: undefined },
);

/** Day by day, the definition. */
function byLooking(shift: Shift | undefined, limit: number, from: number, to: number) {
  for (let day = from; day <= to; day++) if (movedDay(shift, day) >= limit) return day;
  return null;
}

describe("the first day whose moved day reaches a limit", () => {
  it("is the one that looking at every day finds", () => {
    let found = 0;
    fc.assert(
      fc.property(
        shiftArbitrary,
        fc.integer({ min: FROM, max: FROM + 3000 }),
        fc.nat(900),
        fc.integer({ min: -20, max: 920 }),
        fc.boolean(),
        (shift, from, days, ahead, isEndless) => {
          const start = movedDay(shift, from);
          const limit = isEndless || !Number.isFinite(start) ? ahead + from : start + ahead;
          const to = from + days;
          const expected = byLooking(shift, limit, from, to);
          if (expected !== null && expected !== from) found += 1;
          expect(firstDayReaching(shift, limit, from, to)).toBe(expected);
        },
      ),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it("is found where moving leaves the calendar on the way", () => {
    const shift: Shift = {
      direction: 1,
      duration: { years: 7975, months: 0, weeks: 0, days: 0 },
      params: { plus: "P7975Y" },
    };
    const [from, to] = [dayNumber("2024-12-01"), dayNumber("2025-02-01")];
    expect(firstDayReaching(shift, Number.POSITIVE_INFINITY, from, to)).toBe(
      dayNumber("2025-01-01"),
    );
  });
});
