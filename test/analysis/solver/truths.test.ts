import { describe, expect, test } from "vitest";
import { both, either, only, opposite, type Truths } from "../../../src/analysis/solver/truths.ts";
import { and, not, or, type Truth } from "../../../src/engine/conditions/truth.ts";

const TRUTHS: readonly Truth[] = [0, 1, 2];
const SETS: readonly Truths[] = [0, 1, 2, 3, 4, 5, 6, 7];

function membersOf(set: Truths): readonly Truth[] {
  return TRUTHS.filter((truth) => (set & only(truth)) !== 0);
}

function setOf(truths: readonly Truth[]): Truths {
  return truths.reduce<Truths>((set, truth) => set | only(truth), 0);
}

describe("sets of truths", () => {
  test.each([
    ["both", both, and],
    ["either", either, or],
  ] as const)("%s: every truth that one of each can give, and no other", (_, join, joined) => {
    for (const first of SETS.slice(1)) {
      for (const second of SETS.slice(1)) {
        const given = membersOf(first).flatMap((one) =>
          membersOf(second).map((other) => joined([one, other])),
        );
        expect([first, second, join(first, second)]).toEqual([first, second, setOf(given)]);
      }
    }
  });

  test("opposite: each truth turned", () => {
    for (const set of SETS) expect(opposite(set)).toBe(setOf(membersOf(set).map(not)));
  });
});
