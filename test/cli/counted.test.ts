import { expect, test } from "vitest";
import { counted, nounFor } from "../../src/cli/counted.ts";

test.each([
  [counted(0, "error"), "0 errors"],
  [counted(1, "error"), "1 error"],
  [counted(2, "error"), "2 errors"],
  [counted(1, "person", "people"), "1 person"],
  [counted(3, "person", "people"), "3 people"],
  [`1.000 ${nounFor(1000, "worker")}`, "1.000 workers"],
  [nounFor(1, "sponsor"), "sponsor"],
])("a noun follows its number: %s", (written, expected) => {
  expect(written).toBe(expected);
});
