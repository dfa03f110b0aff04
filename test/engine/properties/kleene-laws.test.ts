import fc from "fast-check";
import { expect, test } from "vitest";
import {
  and,
  FALSE,
  holds,
  not,
  or,
  TRUE,
  type Truth,
  truthOf,
  UNKNOWN,
} from "../../../src/engine/conditions/truth.ts";

const TRUTHS: readonly Truth[] = [FALSE, UNKNOWN, TRUE];
const truth = fc.constantFrom(...TRUTHS);
const truths = fc.array(truth, { maxLength: 6 });

/** The tables of strong Kleene logic (Kleene 1952, § 64), rows and columns false, unknown, true. */
const AND: readonly (readonly Truth[])[] = [
  [FALSE, FALSE, FALSE],
  [FALSE, UNKNOWN, UNKNOWN],
  [FALSE, UNKNOWN, TRUE],
];
const OR: readonly (readonly Truth[])[] = [
  [FALSE, UNKNOWN, TRUE],
  [UNKNOWN, UNKNOWN, TRUE],
  [TRUE, TRUE, TRUE],
];

test("and, or and not are the tables of strong Kleene logic", () => {
  for (const [row, first] of TRUTHS.entries()) {
    for (const [column, second] of TRUTHS.entries()) {
      expect(and([first, second])).toBe(AND[row]?.[column]);
      expect(or([first, second])).toBe(OR[row]?.[column]);
    }
  }
  expect(TRUTHS.map(not)).toEqual([TRUE, UNKNOWN, FALSE]);
});

test("of no conditions all are true and none is", () => {
  expect([and([]), or([])]).toEqual([TRUE, FALSE]);
});

test("and and or obey De Morgan, and the order and grouping of conditions do not matter", () => {
  fc.assert(
    fc.property(truths, truths, truth, (first, second, third) => {
      expect(not(and(first))).toBe(or(first.map(not)));
      expect(not(or(first))).toBe(and(first.map(not)));
      expect(and([...first, ...second])).toBe(and([and(second), and(first)]));
      expect(or([...first, ...second])).toBe(or([or(second), or(first)]));
      expect(and([third, or(first)])).toBe(or([FALSE, ...first.map((one) => and([third, one]))]));
      expect(or([third, and(first)])).toBe(and([TRUE, ...first.map((one) => or([third, one]))]));
      expect(not(not(third))).toBe(third);
    }),
  );
});

test("knowing more never turns what was settled", () => {
  const refined = truths.chain((before) =>
    fc.record({
      before: fc.constant(before),
      after: fc.tuple(...before.map((one) => (one === UNKNOWN ? truth : fc.constant(one)))),
    }),
  );
  fc.assert(
    fc.property(refined, ({ before, after }) => {
      for (const combine of [and, or]) {
        const settled = combine(before);
        if (settled !== UNKNOWN) expect(combine(after)).toBe(settled);
      }
    }),
  );
});

test("evidence states a truth and gives it back", () => {
  for (const one of TRUTHS) expect(truthOf(holds(one))).toBe(one);
});
