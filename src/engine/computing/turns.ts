import type { GroupedLeaf, Operand } from "../conditions/tree.ts";
import {
  type FactRecord,
  itemsOf,
  type KnownValue,
  NOTHING_KNOWN,
  resolve,
  scalarsIn,
} from "../conditions/values.ts";
import { type Program, readsAsOf } from "../decision/program.ts";
import { recordsOf } from "../decision/thresholds.ts";
import { LayakError } from "../errors.ts";
import type { Scalar } from "../model/catalogue.ts";
import { dayOf } from "../values/calendar.ts";
import { completed } from "./completed.ts";
import { computedFacts } from "./computed-facts.ts";
import { type Course, coursesOf } from "./courses.ts";
import { eachDay, monthlyDays } from "./many-days.ts";

/**
 * The days on which a leaf may turn by what it reads that is computed from `asOf`. What only rises,
 * or only falls, as the days pass comes to a limit on one day, which halving finds. For all else every
 * day is named on which it may change, of as many days as anybody looks at.
 */
export function computedThresholds(
  program: Program,
  { leaf: { left, right }, group }: GroupedLeaf,
  facts: FactRecord,
  asOf: number,
  last: number,
): readonly number[] {
  const on = (day: number, own: FactRecord): readonly FactRecord[] => {
    const { pack, service, asOf } = program;
    const context = { pack, service, asOf: dayOf(day) ?? asOf };
    return recordsOf(completed(computedFacts(program.asked, context), own), group);
  };
  const courses = coursesOf(program, facts);
  return on(asOf, facts).flatMap((record, index) => {
    const runs = (side: Operand) => courseOfSide(side, (id) => courses.in(group, index, id));
    const sides = [left, right].filter((side) => runs(side) !== "still");
    const [side] = sides;
    if (side === undefined) return [];
    const course = runs(side);
    if (sides.length > 1 || course === "either") {
      const isDated = [left, right].some((each) => typeof resolve(each, record) === "string");
      return isDated ? eachDay(asOf, last) : monthlyDays(courses.dates, asOf, last);
    }
    // What is computed of an item rests on it alone.
    const own = group === null ? facts : { [group]: [itemsOf(facts, group)?.[index - 1] ?? null] };
    const place = Math.min(index, 1);
    const valueOn = (day: number) => resolve(side, on(day, own)[place] ?? NOTHING_KNOWN);
    const limits = scalarsIn(resolve(side === left ? right : left, record));
    return limits.flatMap((limit) =>
      [true, false].flatMap((inclusive) =>
        firstDay(asOf, last, (day) => passes(() => valueOn(day), limit, course, inclusive)),
      ),
    );
  });
}

function courseOfSide(side: Operand, courseIn: (id: string) => Course): Course {
  if (readsAsOf(side)) return "rises";
  return side.kind === "fact" ? courseIn(side.id) : "still";
}

/** Whether a value that rises, or falls, has come to a limit, or gone beyond it. */
function passes(
  read: () => KnownValue | null,
  limit: Scalar,
  course: Course,
  inclusive: boolean,
): boolean {
  let value: KnownValue | null;
  try {
    value = read();
  } catch (error) {
    // What has become too large for a number has passed every limit.
    if (error instanceof LayakError) return true;
    throw error;
  }
  if (value === null) return false;
  if (inclusive && value === limit) return true;
  return course === "rises" ? value > limit : value < limit;
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
