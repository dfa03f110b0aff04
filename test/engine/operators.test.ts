import { describe, expect, it } from "vitest";
import { readOperator } from "../../src/engine/conditions/operators.ts";
import { holds } from "../../src/engine/conditions/truth.ts";
import type { KnownValue } from "../../src/engine/conditions/values.ts";

function evaluate(name: string, left: KnownValue, right: KnownValue): boolean | null | string {
  const operator = readOperator(name);
  return operator === null ? "no operator" : holds(operator.compare(left, right));
}

const table: readonly (readonly [string, KnownValue, KnownValue, boolean | null])[] = [
  ["equal", "A", "A", true],
  ["equal", "A", "B", false],
  ["equal", 0, -0, true],
  ["notEqual", "A", "B", true],
  ["notEqual", true, true, false],
  ["in", "A", ["A", "B"], true],
  ["in", "C", ["A", "B"], false],
  ["in", "C", ["A", null], null],
  ["in", "A", ["A", null], true],
  ["notIn", "C", ["A", null], null],
  ["notIn", "A", ["A", null], false],
  ["notIn", "C", [], true],
  ["lessThan", 1, 2, true],
  ["lessThan", 2, 2, false],
  ["lessThanInclusive", 2, 2, true],
  ["lessThanInclusive", 3, 2, false],
  ["greaterThan", 2, 2, false],
  ["greaterThan", 3, 2, true],
  ["greaterThanInclusive", 2, 2, true],
  ["greaterThanInclusive", 1, 2, false],
  ["before", "2026-01-31", "2026-02-01", true],
  ["before", "2026-02-01", "2026-02-01", false],
  ["onOrBefore", "2026-02-01", "2026-02-01", true],
  ["onOrBefore", "2026-02-02", "2026-02-01", false],
  ["after", "2026-02-01", "2026-02-01", false],
  ["after", "2026-02-02", "2026-02-01", true],
  ["onOrAfter", "2026-02-01", "2026-02-01", true],
  ["onOrAfter", "2026-01-31", "2026-02-01", false],
  ["contains", ["A", "B"], "A", true],
  ["contains", ["A", null], "B", null],
  ["contains", [], "B", false],
  ["doesNotContain", ["A", "B"], "C", true],
  ["doesNotContain", ["A", null], "C", null],
  ["doesNotContain", ["A", null], "A", false],
  ["someFact:equal", ["A", null], "A", true],
  ["someFact:equal", ["B", null], "A", null],
  ["someFact:equal", [], "A", false],
  ["everyFact:in", ["A", "B"], ["A", "B", "C"], true],
  ["everyFact:in", ["A", "D"], ["A", "B", "C"], false],
  ["everyFact:in", ["A", null], ["A", "B", "C"], null],
  ["everyFact:in", [], ["A"], true],
  ["someValue:contains", ["A"], ["A", "B"], true],
  ["someValue:contains", ["C"], ["A", "B"], false],
  ["everyValue:contains", ["JKK", "JKM"], ["JKK", "JKM"], true],
  ["everyValue:contains", ["JKK"], ["JKK", "JKM"], false],
  ["everyValue:contains", ["JKK", null], ["JKK", "JKM"], null],
  ["not:equal", "A", "A", false],
  ["not:contains", ["A", null], "B", null],
  ["not:everyValue:contains", ["JKK"], ["JKK", "JKM"], true],
];

describe("an operator", () => {
  it.each(table)(
    "%s holds for %j and %j: %j, where null is not known",
    (name, left, right, truth) => {
      expect(evaluate(name, left, right)).toBe(truth);
    },
  );
});

describe("reading an operator", () => {
  it.each([
    "equals",
    "constructor",
    "__proto__",
    "swap:equal",
    "someFact:not:equal",
    "not:not:equal",
    "not:someFact:everyValue:in",
    "",
  ])("finds none in %j", (name) => {
    expect(readOperator(name)).toBeNull();
  });
});
