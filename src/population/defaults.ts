import { DEFAULT_MAX_ITEMS, faultOf } from "../engine/facts/shapes.ts";
import type {
  DecimalShape,
  FactShape,
  Group,
  NumericShape,
  Scalar,
  ScalarShape,
} from "../engine/model/catalogue.ts";
import { dayNumber, FIRST_DAY, LAST_DAY } from "../engine/values/calendar.ts";
import type { Marginal, Outcome } from "./marginals.ts";

/** What is made up of a fact by, where nobody states what it comes to. */
export interface Guess {
  /** The values that rules compare it with. */
  readonly thresholds: readonly Scalar[];
  readonly asOf: string;
  /** The share of people of whom it is not known, from 0 to 1. */
  readonly unknown: number;
}

/**
 * What a fact comes to where nothing is stated: its codes alike; numbers and days on both sides of
 * what rules compare them with; of texts none but those that rules ask for, so never a name or a NIK.
 */
export function guessedMarginal(shape: FactShape, guess: Guess): Marginal {
  return alike(outcomesOf(shape, guess), guess.unknown);
}

/** How many items a group has: few, and on both sides of what rules compare their number with. */
export function guessedCount(
  { minItems: minimum = 0, maxItems: maximum = DEFAULT_MAX_ITEMS }: Group,
  { thresholds, unknown }: Guess,
): Marginal {
  const few = { kind: "numbers", step: 1, digits: 0 } as const;
  const usual: Outcome = { ...few, from: minimum, to: Math.min(maximum, minimum + 4) };
  const around = rangesAround({ type: "integer", minimum, maximum }, numbersIn(thresholds));
  return alike(around.length > 0 ? around : [usual], unknown);
}

function alike(outcomes: readonly Outcome[], unknown: number): Marginal {
  const share = (1 - unknown) / outcomes.length;
  return {
    kind: "shares",
    shares: [
      ...outcomes.map((outcome) => ({ share, outcome })),
      { share: outcomes.length === 0 ? 1 : unknown, outcome: { kind: "value", value: null } },
    ],
  };
}

function outcomesOf(shape: FactShape, guess: Guess): readonly Outcome[] {
  switch (shape.type) {
    case "list":
      return listsOf(shape.items, shape.maxItems ?? DEFAULT_MAX_ITEMS, guess).map(known);
    case "date":
      return daysAround(guess);
    case "integer":
    case "money":
    case "number":
    case "decimal": {
      const around = rangesAround(shape, numbersIn(guess.thresholds));
      return around.length > 0 ? around : [anyNumber(shape)];
    }
    default:
      return valuesOf(shape, guess).map(known);
  }
}

function known(value: Scalar | readonly Scalar[]): Outcome {
  return { kind: "value", value };
}

/** Every value of a shape that has few, or those that rules ask for. */
function valuesOf(shape: ScalarShape, { thresholds }: Guess): readonly Scalar[] {
  if (shape.type === "boolean") return [true, false];
  if (shape.type === "code") return Object.keys(shape.codes);
  return thresholds.filter((value) => faultOf(shape, value) === null);
}

/** None, each alone, each with the next, and all that rules ask for together. */
function listsOf(
  items: ScalarShape,
  maximum: number,
  guess: Guess,
): readonly (readonly Scalar[])[] {
  const values = valuesOf(items, guess);
  const asked = guess.thresholds.filter((value) => faultOf(items, value) === null);
  const pairs = values.slice(1).map((value, index) => [values[index] ?? value, value]);
  const lists = [[], ...values.map((value) => [value]), ...pairs, asked];
  return lists.filter(({ length }) => length <= maximum);
}

function numbersIn(values: readonly Scalar[]): readonly number[] {
  return values.flatMap((value) => (typeof value === "number" ? [value] : []));
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/** From half of each number to one and a half times it, or a few steps to both sides of small ones. */
function rangesAround(
  shape: NumericShape | DecimalShape,
  numbers: readonly number[],
): readonly Outcome[] {
  const { step, digits } = stepOf(shape);
  return numbers.flatMap((number): readonly Outcome[] => {
    const reach = Math.max(Math.floor(Math.abs(number) / 2 / step) * step, 3 * step);
    const from = Math.max(shape.minimum ?? -LARGEST, number - reach);
    const to = Math.min(shape.maximum ?? LARGEST, number + reach);
    return from <= to ? [{ kind: "numbers", from, to, step, digits }] : [];
  });
}

function anyNumber(shape: NumericShape | DecimalShape): Outcome {
  const width = shape.type === "money" ? 10_000_000 : 100;
  const { step, digits } = stepOf(shape);
  const { minimum, maximum } = shape;
  const from = minimum ?? (maximum === undefined ? 0 : Math.min(0, maximum - width));
  const to = Math.min(maximum ?? from + width, from + width);
  return { kind: "numbers", from, to, step, digits };
}

function stepOf(shape: NumericShape | DecimalShape): {
  readonly step: number;
  readonly digits: number;
} {
  const digits = shape.type === "decimal" ? shape.scale : shape.type === "number" ? 2 : 0;
  return { step: 10 ** -digits, digits };
}

const LEAST_DAYS = 60;

/** As far to both sides of each day as half the time between it and `asOf`. */
function daysAround({ thresholds, asOf }: Guess): readonly Outcome[] {
  const days = thresholds.flatMap((value) => (typeof value === "string" ? [value] : []));
  const today = dayNumber(asOf);
  return (days.length === 0 ? [asOf] : days).map((date): Outcome => {
    const day = dayNumber(date);
    const reach = Math.max(LEAST_DAYS, Math.floor(Math.abs(day - today) / 2));
    return {
      kind: "days",
      from: Math.max(dayNumber(FIRST_DAY), day - reach),
      to: Math.min(dayNumber(LAST_DAY), day + reach),
    };
  });
}
