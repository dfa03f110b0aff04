import { faultOf } from "../../engine/facts/shapes.ts";
import type { Scalar, ScalarShape } from "../../engine/model/catalogue.ts";
import { nearby } from "./nearby.ts";

/**
 * Values besides those that conditions name: all of a closed set, or one like no other. Null where
 * none could be made, so that what is not named remains untried.
 */
export function othersOf(shape: ScalarShape, named: ReadonlySet<Scalar>): readonly Scalar[] | null {
  switch (shape.type) {
    case "boolean":
      return [false, true];
    case "code":
      return Object.keys(shape.codes);
    case "string": {
      const other = STRINGS.find((text) => !named.has(text) && faultOf(shape, text) === null);
      return other === undefined ? null : [other];
    }
    default:
      return named.size > 0 ? besideOf(shape, named) : firstOf(shape);
  }
}

/** One that is not named: a list may hold it. */
function besideOf(shape: ScalarShape, named: ReadonlySet<Scalar>): readonly Scalar[] {
  const beside = [...named]
    .flatMap((value) => nearby(shape, value))
    .find((value) => !named.has(value) && faultOf(shape, value) === null);
  return beside === undefined ? [] : [beside];
}

/** Of an ordered type that nothing is compared with, any value will do. */
function firstOf(shape: ScalarShape): readonly Scalar[] | null {
  if (shape.type === "date") return ["2000-01-01"];
  if (shape.type !== "integer" && shape.type !== "money" && shape.type !== "number") return null;
  const { minimum, maximum } = shape;
  const value = [0, minimum, maximum, 1].find(
    (candidate) => candidate !== undefined && faultOf(shape, candidate) === null,
  );
  return value === undefined ? null : [value];
}

/** Texts of the forms that patterns commonly ask for. */
const STRINGS: readonly string[] = [
  "lain",
  "LAIN",
  "lain-lain",
  "3673010101900001",
  "3673014101900002",
  ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  ...["0", "1", "A", "a"].flatMap((letter) =>
    Array.from({ length: 24 }, (_, index) => letter.repeat(index + 1)),
  ),
  "A 1234 BC",
  "B 1 A",
  "A1234BC",
  "lain@contoh.id",
  "+6281200000000",
  "081200000000",
];
