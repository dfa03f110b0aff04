import { expect, test } from "vitest";
import { readWholeDays } from "../../src/store/days.ts";

test.each([
  ["1", 1],
  ["3653", 3653],
  ["36525", 36_525],
  ["0", null],
  ["36526", null],
  ["-1", null],
  ["1.5", null],
  ["1e3", null],
  ["ten", null],
  ["", null],
])("%j, written as days, is %j", (text, days) => {
  expect(readWholeDays(text)).toBe(days);
});
