import { AS_OF } from "../conditions/references.ts";
import type { Shift } from "../conditions/shift.ts";
import { type Leaf, leavesOf, type Operand } from "../conditions/tree.ts";
import { type FactRecord, isList, itemsOf, resolve } from "../conditions/values.ts";
import { dayNumber, dayOf, shiftDate } from "../values/calendar.ts";
import { decidingTrees, type Program } from "./program.ts";

/**
 * The days after the program's own, up to `last`, on which a leaf that reads `asOf` may turn: the
 * first day whose moved date reaches, and the first that passes, a date it is compared with.
 * A moved `asOf` never runs backwards, so each is found by halving.
 */
export function thresholdDays(
  program: Program,
  facts: FactRecord,
  last: string,
): readonly string[] {
  const days = new Set<number>();
  const from = dayNumber(program.asOf) + 1;
  const to = dayNumber(last);
  for (const tree of decidingTrees(program)) {
    for (const { leaf, group } of leavesOf(tree)) {
      for (const record of recordsOf(facts, group)) {
        for (const day of leafThresholds(leaf, record, from, to)) days.add(day);
      }
    }
  }
  return [...days].sort((first, second) => first - second).flatMap((day) => dayOf(day) ?? []);
}

/** The records that a leaf is asked of: the application, or each known item of its group. */
export function recordsOf(facts: FactRecord, group: string | null): readonly FactRecord[] {
  if (group === null) return [facts];
  return (itemsOf(facts, group) ?? []).flatMap((item) => (item === null ? [] : [item]));
}

function leafThresholds(leaf: Leaf, facts: FactRecord, from: number, to: number): number[] {
  const { left, right } = leaf;
  const asOf = [left, right].find(readsAsOf);
  if (asOf === undefined || asOf.kind === "count") return [];
  const moved = movedDay(asOf.shift);
  const other = resolve(asOf === left ? right : left, facts);
  const dates = isList(other) ? other : [other];
  const numbers = dates.flatMap((date) => (typeof date === "string" ? [dayNumber(date)] : []));
  const limits = [...numbers.flatMap((number) => [number, number + 1]), Number.POSITIVE_INFINITY];
  return limits.flatMap((limit) => firstDay(moved, limit, from, to) ?? []);
}

function readsAsOf(operand: Operand): boolean {
  return operand.kind === "constant" && operand.from === AS_OF;
}

/** The number of the moved day; beyond the calendar's end it is infinite. */
function movedDay(shift: Shift | undefined): (day: number) => number {
  return (day) => {
    const date = dayOf(day);
    if (date === null) return Number.POSITIVE_INFINITY;
    if (shift === undefined) return day;
    if (shift.duration === null) return 0;
    const moved = shiftDate(date, shift.direction, shift.duration);
    if (moved !== null) return dayNumber(moved);
    return shift.direction === 1 ? Number.POSITIVE_INFINITY : 0;
  };
}

function firstDay(
  moved: (day: number) => number,
  limit: number,
  from: number,
  to: number,
): number | null {
  if (from > to || moved(from - 1) >= limit || moved(to) < limit) return null;
  let before = from - 1;
  let reached = to;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (moved(middle) >= limit) reached = middle;
    else before = middle;
  }
  return reached;
}
