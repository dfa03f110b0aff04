import { firstDayReaching } from "../conditions/shift.ts";
import type { Leaf } from "../conditions/tree.ts";
import { type FactRecord, isList, itemsOf, NOTHING_KNOWN, resolve } from "../conditions/values.ts";
import { dayNumber, dayOf } from "../values/calendar.ts";
import { completedBy, type Program, readsAsOf } from "./program.ts";

/** Days after a program's own, up to a last one, in their order. */
export type Thresholds = (program: Program, facts: FactRecord, last: string) => readonly string[];

/**
 * The days after the program's own, up to `last`, on which a leaf that reads `asOf` may turn: the
 * first day whose moved date reaches, and the first that passes, a date it is compared with.
 * A moved `asOf` never runs backwards, so each is found by halving.
 */
export const thresholdDays: Thresholds = (program, given, last) => {
  const facts = completedBy(program, given);
  const days = new Set<number>();
  const [from, to] = [dayNumber(program.asOf), dayNumber(last)];
  for (const { leaf, group } of program.turning) {
    for (const record of recordsOf(facts, group)) {
      for (const day of leafThresholds(leaf, record, from, to)) days.add(day);
    }
  }
  for (const grouped of program.turningComputed) {
    for (const day of program.pack.computing.turns(program, grouped, facts, from, to))
      days.add(day);
  }
  return [...days].sort((first, second) => first - second).flatMap((day) => dayOf(day) ?? []);
};

/**
 * The records that a leaf is asked of: the application, or each item of its group and one of which
 * nothing is known, for the day alone may turn a leaf or leave the calendar.
 */
export function recordsOf(facts: FactRecord, group: string | null): readonly FactRecord[] {
  if (group === null) return [facts];
  return [NOTHING_KNOWN, ...(itemsOf(facts, group) ?? []).map((item) => item ?? NOTHING_KNOWN)];
}

function leafThresholds(leaf: Leaf, facts: FactRecord, asOf: number, last: number): number[] {
  const { left, right } = leaf;
  const day = [left, right].find(readsAsOf);
  if (day === undefined) return [];
  const other = resolve(day === left ? right : left, facts);
  const dates = isList(other) ? other : [other];
  const numbers = dates.flatMap((date) => (typeof date === "string" ? [dayNumber(date)] : []));
  const limits = [...numbers.flatMap((number) => [number, number + 1]), Number.POSITIVE_INFINITY];
  return limits.flatMap((limit) => {
    const turning = firstDayReaching(day.shift, limit, asOf, last);
    return turning === null || turning === asOf ? [] : [turning];
  });
}
