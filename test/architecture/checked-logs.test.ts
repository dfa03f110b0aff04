import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { numberIn } from "../support/checked-log.ts";

test.each([
  ['{"client":"3673991204850001"}', "3673991204850001"],
  ['{"nik":3673991204850001}', "3673991204850001"],
  ["row of 9120001234567 is wrong", "9120001234567"],
  ["k=1234567890123", "1234567890123"],
  ['{"requestId":"0b7e1c1e-6d1f-4d5e-9d3a-012345678901"}', null],
  ['{"policy":"sha256:8ecfe24419120b910a12345678901234"}', null],
  ['{"_aws":{"Timestamp":1795324322000}}', null],
  ['{"milliseconds":41,"members":999999999999}', null],
])("the number of somebody in the line %s of a log is %s", (line, number) => {
  expect(numberIn(line)).toBe(number);
});

/** A log that a test writes out itself, where a checked one belongs. */
const UNCHECKED = /\b(?:log|write): \([^)]*\) => (?!void\b)/;

test("every log that a test hands on is checked", () => {
  const files = readdirSync("test", { recursive: true, encoding: "utf8" });
  const unchecked = files
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join("test", file), "utf8");
      return text
        .split("\n")
        .flatMap((line) => (UNCHECKED.test(line) ? `${file}: ${line.trim()}` : []));
    });
  expect(unchecked).toEqual([]);
});
