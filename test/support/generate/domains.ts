import { faultOf } from "../../../src/engine/facts/shapes.ts";
import type {
  FactShape,
  FactValue,
  Scalar,
  ScalarShape,
} from "../../../src/engine/model/catalogue.ts";

/** Month ends, and days from which a month back or forth has to be clamped. */
export const DAYS: readonly string[] = [
  "2025-11-30",
  "2026-01-31",
  "2026-02-28",
  "2026-03-01",
  "2026-05-31",
];

export const DURATIONS: readonly string[] = [
  "P0D",
  "P1D",
  "P1W",
  "P1M",
  "P1M1D",
  "P3M",
  "P1Y",
  "P1Y1M2W3D",
];

/** The values that generated rules and applications are made of. */
export interface Domain {
  readonly days: readonly string[];
  readonly durations: readonly string[];
  readonly texts: readonly string[];
  readonly wholes: readonly number[];
  /** Whole ones among them, so that both are equal now and then. */
  readonly numbers: readonly number[];
}

/** So few values that every way to complete an application can be tried. */
export const NARROW: Domain = {
  days: DAYS,
  durations: DURATIONS,
  texts: ["x", "y", "z"],
  wholes: [0, 1, 2, 3],
  numbers: [0, 0.5, 1, 2],
};

/** Every value that a generated fact of this shape may have. */
export function scalarsOf(shape: ScalarShape, domain: Domain = NARROW): readonly Scalar[] {
  switch (shape.type) {
    case "boolean":
      return [true, false];
    case "integer":
    case "money":
      return domain.wholes;
    case "number":
      return domain.numbers;
    case "decimal":
      return domain.numbers.filter((number) => faultOf(shape, number) === null);
    case "date":
      return domain.days;
    case "code":
      return Object.keys(shape.codes);
    default:
      return domain.texts;
  }
}

/** As {@link scalarsOf}; of lists every one of at most two different items. */
export function valuesOf(
  shape: FactShape,
  domain: Domain = NARROW,
): readonly (Scalar | readonly Scalar[])[] {
  if (shape.type !== "list") return scalarsOf(shape, domain);
  const items = scalarsOf(shape.items, domain);
  const pairs = items.flatMap((first, index) =>
    items.slice(index + 1).map((second): readonly Scalar[] => [first, second]),
  );
  return [[], ...items.map((item): readonly Scalar[] => [item]), ...pairs];
}

export function isListValue(value: FactValue): value is readonly (Scalar | null)[] {
  return Array.isArray(value);
}
