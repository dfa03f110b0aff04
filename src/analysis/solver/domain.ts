import { compare } from "../../engine/conditions/operators.ts";
import { movedDay, type Shift } from "../../engine/conditions/shift.ts";
import type { KnownValue } from "../../engine/conditions/values.ts";
import { scalarsIn } from "../../engine/conditions/values.ts";
import { DEFAULT_MAX_ITEMS, faultOf } from "../../engine/facts/shapes.ts";
import type { FactShape, ListShape, Scalar, ScalarShape } from "../../engine/model/catalogue.ts";
import { preimages } from "../../engine/remedies/neighbours.ts";
import { dayNumber, shiftDate } from "../../engine/values/calendar.ts";
import { nearby } from "./nearby.ts";
import { othersOf } from "./others.ts";
import { subsetsOf } from "./subsets.ts";
import type { Use } from "./uses.ts";

/** The values that conditions can tell apart at one place. */
export interface Domain {
  readonly values: readonly (KnownValue | null)[];
  /** False where more values than these might make a difference. */
  readonly complete: boolean;
}

/** Values of one place beyond which no more are tried. */
const MOST_VALUES = 150;

/** What is known of a place while values flow to it from those that it is compared with. */
export interface Growing {
  /** A value must fit all of them: two catalogues may describe one fact. */
  readonly shapes: readonly FactShape[];
  readonly uses: readonly Use[];
  /** Of a list: its items. */
  readonly scalars: Set<Scalar>;
  complete: boolean;
}

/** What leaves compare a place with that does not come from the application. */
export function constantsAt({ uses }: Growing): readonly Scalar[] {
  return uses.flatMap((use) => {
    const { other } = use;
    return other.kind === "constant"
      ? scalarsIn(other.value).flatMap((value) => valuesNear(use, value))
      : [];
  });
}

/** The values of a place that a leaf can tell apart where the other side has a value. */
export function valuesNear({ own, leaf }: Use, value: Scalar): readonly Scalar[] {
  if (own.kind === "count") return typeof value === "number" ? nearby(COUNT, value) : [];
  if (own.shift !== undefined) return typeof value === "string" ? datesNear(own.shift, value) : [];
  if (own.shape.type === "list" && SAME.has(leaf.operator.baseName)) return [value];
  return nearby(scalarShapeOf(own.shape), value);
}

/** Operators that only ask whether two values are the same. */
const SAME: ReadonlySet<string> = new Set([
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
]);

const COUNT: ScalarShape = { type: "integer" };

function datesNear(shift: Shift, date: string): readonly string[] {
  return shift.duration === null ? [date] : preimages(shift, date);
}

/** Adds values that the place can have; says whether any was new. */
export function grow(place: Growing, values: readonly Scalar[]): boolean {
  const before = place.scalars.size;
  for (const value of values) {
    if (!fits(place, value)) continue;
    if (place.scalars.size < MOST_VALUES) place.scalars.add(value);
    else if (!place.scalars.has(value)) place.complete = false;
  }
  return place.scalars.size > before;
}

function fits({ shapes, uses }: Growing, value: Scalar): boolean {
  if (shapes.length === 0)
    return typeof value === "number" && value >= 0 && Number.isInteger(value);
  return (
    shapes.every((shape) => faultOf(scalarShapeOf(shape), value) === null) &&
    uses.every(({ own }) => own.kind === "count" || staysInCalendar(own.shift, value))
  );
}

/** A date that a rule moves out of the calendar cannot be asked about. */
function staysInCalendar(shift: Shift | undefined, value: Scalar): boolean {
  if (shift === undefined || typeof value !== "string") return true;
  return Number.isFinite(movedDay(shift, dayNumber(value)));
}

/** All values of a place once no more flow to it: those that a leaf can tell apart, each once. */
export function domainOf(place: Growing): Domain {
  const { shapes, uses } = place;
  const [shape] = shapes;
  const others = shape === undefined ? [] : othersOf(scalarShapeOf(shape), place.scalars);
  if (others !== null) grow(place, others);
  const complete = place.complete && others !== null;
  const isLinked = uses.some(({ link }) => link !== null);
  const scalars = [...place.scalars];
  if (shape?.type !== "list") {
    return {
      values: isLinked ? scalars : apart(scalars, (value) => answersTo(uses, value)),
      complete,
    };
  }
  const longest = Math.min(...shapes.map((one) => (one.type === "list" ? mostItems(one) : 1)));
  const items = isLinked ? scalars : apart(scalars, (item) => itemAnswersTo(uses, item));
  const lists = subsetsOf(items, longest);
  return {
    values: isLinked ? lists.values : apart(lists.values, (value) => answersTo(uses, value)),
    complete: complete && lists.complete,
  };
}

function mostItems({ maxItems = DEFAULT_MAX_ITEMS }: ListShape): number {
  return maxItems;
}

/** One value of those that every leaf answers alike. */
function apart<Value>(
  values: readonly Value[],
  answersOf: (value: Value) => string,
): readonly Value[] {
  const found = new Map<string, Value>();
  for (const value of values) {
    const answers = answersOf(value);
    if (!found.has(answers)) found.set(answers, value);
  }
  return [...found.values()];
}

function answersTo(uses: readonly Use[], value: KnownValue): string {
  return uses.map((use) => answerTo(use, value)).join("");
}

/**
 * How leaves take an item of a list. Each joins its answers about single items, but those that ask
 * the list about several values, which join their answers about these.
 */
function itemAnswersTo(uses: readonly Use[], item: Scalar): string {
  return uses
    .map((use) => {
      const { leaf, side, other } = use;
      const asksEach = side === "left" && leaf.operator.quantifier?.endsWith("Value") === true;
      if (!asksEach || other.kind !== "constant") return answerTo(use, [item]);
      return scalarsIn(other.value)
        .map((value) => compare(leaf.operator.base.relation, [item], value))
        .join("");
    })
    .join(" ");
}

function answerTo({ leaf, side, own, other }: Use, value: KnownValue): string {
  const expected = other.kind === "constant" ? other.value : null;
  const given = own.kind === "count" ? value : movedValue(value, own.shift);
  if (expected === null || given === null) return "?";
  const [left, right] = side === "left" ? [given, expected] : [expected, given];
  return String(leaf.operator.compare(left, right));
}

/** A value as a leaf reads it; null where its duration is not known. */
export function movedValue(value: KnownValue | null, shift: Shift | undefined): KnownValue | null {
  if (shift === undefined || value === null) return value;
  if (shift.duration === null || typeof value !== "string") return null;
  return moveDate(value, shift);
}

export function scalarShapeOf(shape: FactShape): ScalarShape {
  return shape.type === "list" ? shape.items : shape;
}

function moveDate(date: string, shift: Shift): string | null {
  return shift.duration === null ? null : shiftDate(date, shift.direction, shift.duration);
}
