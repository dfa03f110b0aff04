import type { GroupedLeaf } from "../conditions/tree.ts";
import { type FactRecord, type KnownValue, resolve, scalarsIn } from "../conditions/values.ts";
import type { Program } from "../decision/program.ts";
import { NOTHING_KNOWN, recordsOf } from "../decision/thresholds.ts";
import type { Scalar } from "../model/catalogue.ts";
import { dayOf } from "../values/calendar.ts";
import { completed } from "./completed.ts";
import { computedFacts } from "./computed-facts.ts";

/**
 * The same of a leaf that reads what is computed from `asOf`. A number of months or years between two
 * days runs one way as the days pass, and so is what is computed from it taken to do.
 */
export function computedThresholds(
  program: Program,
  { leaf, group }: GroupedLeaf,
  facts: FactRecord,
  asOf: number,
  last: number,
): number[] {
  const { left, right } = leaf;
  const on = (day: number): readonly FactRecord[] => {
    const context = { ...program, asOf: dayOf(day) ?? program.asOf };
    return recordsOf(completed(computedFacts(program.computed, context), facts), group);
  };
  const [now, then] = [on(asOf), on(last)];
  return now.flatMap((record, index) =>
    [left, right].flatMap((side) => {
      const valueOn = (day: number) => resolve(side, on(day)[index] ?? NOTHING_KNOWN);
      const [first, final] = [resolve(side, record), resolve(side, then[index] ?? NOTHING_KNOWN)];
      if (first === null || final === null || first === final) return [];
      const rises = final > first;
      const limits = scalarsIn(resolve(side === left ? right : left, record));
      return limits.flatMap((limit) => [
        ...firstDay(asOf, last, (day) => passes(valueOn(day), limit, rises, true)),
        ...firstDay(asOf, last, (day) => passes(valueOn(day), limit, rises, false)),
      ]);
    }),
  );
}

/** Whether a value that rises, or falls, has come to a limit, or gone beyond it. */
function passes(value: KnownValue | null, limit: Scalar, rises: boolean, inclusive: boolean) {
  if (value === null) return false;
  if (inclusive && value === limit) return true;
  return rises ? value > limit : value < limit;
}

/** The first day after one, up to another, on which a condition holds that then holds for ever. */
function firstDay(after: number, last: number, holds: (day: number) => boolean): number[] {
  if (holds(after) || !holds(last)) return [];
  let [before, found] = [after, last];
  while (found - before > 1) {
    const middle = Math.floor((before + found) / 2);
    if (holds(middle)) found = middle;
    else before = middle;
  }
  return [found];
}
