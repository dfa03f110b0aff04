import { expect, it } from "vitest";
import { counted, nounFor } from "../../src/cli/counted.ts";

it.each([
  [0, "error", undefined, "errors"],
  [1, "error", undefined, "error"],
  [2, "error", undefined, "errors"],
  [1, "person", "people", "person"],
  [3, "person", "people", "people"],
])("counts %i of %s", (count, noun, plural, told) => {
  expect(counted(count, noun, plural)).toBe(`${count} ${told}`);
  expect(nounFor(count, noun, plural)).toBe(told);
});
