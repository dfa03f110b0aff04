import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  type Duration,
  dayNumber,
  dayOf,
  FIRST_DAY,
  isDate,
  LAST_DAY,
  parseDuration,
  shiftDate,
} from "../../../src/engine/values/calendar.ts";

const FIRST_NUMBER = dayNumber(FIRST_DAY);
const LAST_NUMBER = dayNumber(LAST_DAY);
const numbers = fc.integer({ min: FIRST_NUMBER, max: LAST_NUMBER });
const direction = fc.constantFrom<1 | -1>(1, -1);
const durations: fc.Arbitrary<Duration> = fc.record({
  years: fc.integer({ min: 0, max: 40 }),
  months: fc.integer({ min: 0, max: 30 }),
  weeks: fc.integer({ min: 0, max: 10 }),
  days: fc.integer({ min: 0, max: 400 }),
});

function shifted(date: string, by: 1 | -1, duration: string): string | null {
  const parsed = parseDuration(duration);
  return parsed === null ? null : shiftDate(date, by, parsed);
}

/** The months of the Gregorian calendar as anyone would count them, one after another. */
function lengthsOf(year: number): readonly number[] {
  const leap = new Set([...Array(100).keys()].map((four) => (four + 1) * 4));
  for (const century of [100, 200, 300]) leap.delete(century);
  const february = leap.has(year % 400 === 0 ? 400 : year % 400) ? 29 : 28;
  return [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}

test("months follow one another without gap, and their first and last days read back as written", () => {
  const wrong: string[] = [];
  let next = FIRST_NUMBER;
  for (let year = 1; year <= 9999; year++) {
    for (const [index, length] of lengthsOf(year).entries()) {
      const month = `${String(year).padStart(4, "0")}-${String(index + 1).padStart(2, "0")}`;
      const [first, last] = [`${month}-01`, `${month}-${length}`];
      const numbered = dayNumber(first) === next && dayNumber(last) === next + length - 1;
      const readBack = dayOf(next) === first && dayOf(next + length - 1) === last;
      if (!numbered || !readBack || isDate(`${month}-${length + 1}`)) wrong.push(month);
      next += length;
    }
  }
  expect(wrong).toEqual([]);
  expect(next).toBe(LAST_NUMBER + 1);
  expect([dayOf(FIRST_NUMBER - 1), dayOf(LAST_NUMBER + 1)]).toEqual([null, null]);
});

test("every day has one number and every number one day", () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const date = dayOf(number) ?? "";
      expect([isDate(date), dayNumber(date)]).toEqual([true, number]);
      expect(addDays(date, 1)).toBe(dayOf(number + 1));
    }),
    { numRuns: 2_000 },
  );
});

test("dates sort by time as strings", () => {
  fc.assert(
    fc.property(numbers, numbers, (first, second) => {
      expect((dayOf(first) ?? "") < (dayOf(second) ?? "")).toBe(first < second);
    }),
  );
});

test("a later day never moves to an earlier one", () => {
  fc.assert(
    fc.property(
      numbers,
      fc.integer({ min: 0, max: 60 }),
      direction,
      durations,
      (number, later, by, duration) => {
        const first = dayOf(number);
        const second = dayOf(number + later);
        const moved = [first, second].map((day) => day && shiftDate(day, by, duration));
        fc.pre(typeof moved[0] === "string" && typeof moved[1] === "string");
        expect((moved[0] ?? "") <= (moved[1] ?? "")).toBe(true);
      },
    ),
    { numRuns: 5_000 },
  );
});

test("a move back and forth by weeks and days ends where it began", () => {
  fc.assert(
    fc.property(numbers, durations, (number, { weeks, days }) => {
      const duration = { years: 0, months: 0, weeks, days };
      const date = dayOf(number) ?? "";
      const there = shiftDate(date, 1, duration);
      fc.pre(there !== null);
      expect(there).toBe(addDays(date, weeks * 7 + days));
      expect(shiftDate(there ?? "", -1, duration)).toBe(date);
    }),
  );
});

test("years and months move together and are clamped to the month's end once, before days", () => {
  expect(shifted("2026-05-31", -1, "P1M")).toBe("2026-04-30");
  expect(shifted("2024-01-31", 1, "P1M1D")).toBe("2024-03-01");
  expect(shifted("2023-01-31", 1, "P1M1D")).toBe("2023-03-01");
  expect(shifted("2024-02-29", 1, "P1Y")).toBe("2025-02-28");
  expect(shifted("2024-02-29", 1, "P1Y1M")).toBe("2025-03-29");
  expect(shifted("2024-02-29", -1, "P4Y")).toBe("2020-02-29");
  expect(shifted("2024-03-31", -1, "P1M1W1D")).toBe("2024-02-21");
  expect(shifted("2026-12-31", 1, "P2M")).toBe("2027-02-28");
  expect(shifted("2026-03-31", -1, "P0D")).toBe("2026-03-31");
});

test("a move out of the calendar gives no day", () => {
  expect(shifted("9999-12-01", 1, "P1M")).toBeNull();
  expect(shifted("9999-12-31", 1, "P1D")).toBeNull();
  expect(shifted("0001-01-31", -1, "P1M")).toBeNull();
  expect(shifted("0001-01-01", -1, "P1D")).toBeNull();
});
