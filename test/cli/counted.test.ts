import { expect, it } from "vitest";
import { counted } from "../../src/cli/counted.ts";

it.each([
  [0, "error", undefined, "0 errors"],
  [1, "error", undefined, "1 error"],
  [2, "error", undefined, "2 errors"],
  [3, "person", "people", "3 people"],
])("counts %i of %s", (count, noun, plural, told) => {
  expect(counted(count, noun, plural)).toBe(told);
});
