import { parameterNamed } from "../../engine/conditions/references.ts";
import type { Shift } from "../../engine/conditions/shift.ts";
import { leavesOf, type Node, namesOf, type Operand } from "../../engine/conditions/tree.ts";
import { stated } from "../../engine/conditions/values.ts";
import type { Service } from "../../engine/model/pack.ts";
import { preimages } from "../../engine/remedies/neighbours.ts";
import { addDays, daysInMonth, shiftDate } from "../../engine/values/calendar.ts";

/** More days than these are not asked about. */
const MOST_DAYS = 120;

/**
 * The days after `from` on which conditions may mean something else than the day before: a parameter
 * changes, `asOf` passes a date that is written down, or months of other lengths come to be
 * subtracted. Null where there are too many.
 */
export function turningDays(
  trees: readonly Node[],
  service: Service,
  from: string,
  until: string | null,
): readonly string[] | null {
  const operands = trees
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [leaf.left, leaf.right]);
  const days = new Set([...parameterDays(operands, service), ...passedDays(operands)]);
  if (monthsMatter(operands)) for (const day of monthEnds(from)) days.add(day);
  const turning = [...days].filter((day) => day > from && (until === null || day <= until)).sort();
  return turning.length > MOST_DAYS ? null : turning;
}

function parameterDays(operands: readonly Operand[], service: Service): readonly string[] {
  return operands
    .flatMap(namesOf)
    .flatMap((name) => parameterNamed(name, service)?.values.map(({ from }) => from) ?? []);
}

/** The days around those on which `asOf`, moved as the rules move it, reaches a date of theirs. */
function passedDays(operands: readonly Operand[]): readonly string[] {
  const shifts = distinctShifts(operands);
  const written = operands.flatMap((operand) =>
    operand.kind === "constant" && operand.from !== "asOf" ? datesIn(operand) : [],
  );
  const moved = written.flatMap((date) => [
    date,
    ...shifts.flatMap((shift) => movesOf(date, shift)),
  ]);
  return [...new Set(moved)].flatMap((date) =>
    [date, ...shifts.flatMap((shift) => preimages(shift, date))].flatMap((day) =>
      [addDays(day, -1), day, addDays(day, 1)].flatMap((near) => near ?? []),
    ),
  );
}

function datesIn(operand: Operand): readonly string[] {
  if (operand.kind !== "constant") return [];
  const { shape } = operand;
  if ((shape.type === "list" ? shape.items : shape).type !== "date") return [];
  const value = stated(operand.value);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === "string" ? [one] : []));
}

/** A fact that is moved meets a date where the fact itself is that date moved back. */
function movesOf(date: string, { duration, direction }: Shift): readonly string[] {
  if (duration === null) return [];
  const back = direction === 1 ? -1 : 1;
  return [shiftDate(date, direction, duration), shiftDate(date, back, duration)].flatMap(
    (day) => day ?? [],
  );
}

function distinctShifts(operands: readonly Operand[]): readonly Shift[] {
  const shifts = new Map<string, Shift>();
  for (const operand of operands) {
    const shift = operand.kind === "count" ? undefined : operand.shift;
    if (shift !== undefined && shift.duration !== null) shifts.set(JSON.stringify(shift), shift);
  }
  return [...shifts.values()];
}

/**
 * Whether it depends on how long months are which of two moved dates is the later: where months are
 * held against days, or where facts are moved by months and `asOf` is too.
 */
function monthsMatter(operands: readonly Operand[]): boolean {
  const durations = distinctShifts(operands).flatMap(({ duration }) => duration ?? []);
  const hasMonths = durations.some(({ years, months }) => years + months > 0);
  const hasDays = durations.some(({ weeks, days }) => weeks + days > 0);
  const moved = operands.filter(
    (operand) => operand.kind !== "count" && operand.shift !== undefined,
  );
  const kinds = new Set(moved.map(({ kind }) => kind));
  return hasMonths && (hasDays || kinds.size > 1);
}

/** The ends and beginnings of the months of a common year and of a leap year. */
function monthEnds(from: string): readonly string[] {
  const year = Number(from.slice(0, 4));
  const leap = [0, 1, 2, 3, 4, 5, 6, 7].map((ahead) => year + ahead).find(isLeap) ?? year;
  return [year, year + 1, leap].flatMap((one) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
      one === leap && month > 3
        ? []
        : [1, 28, daysInMonth(one, month) - 1, daysInMonth(one, month)].map((day) =>
            dateOf(one, month, day),
          ),
    ),
  );
}

function isLeap(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

function dateOf(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
