import { leavesOf } from "../../engine/conditions/tree.ts";
import { allTrees, type Program } from "../../engine/decision/program.ts";
import { faultOf } from "../../engine/facts/shapes.ts";
import type { FactShape, FactValue, Scalar } from "../../engine/model/catalogue.ts";
import { shiftDate } from "../../engine/values/calendar.ts";

/** The numbers that conditions compare with, and those of the parameters. */
export function numbersIn(program: Program): readonly number[] {
  const constants = allTrees(program)
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf: { left, right } }) => [left, right])
    .flatMap((side) => (side.kind === "constant" ? [side.value] : []));
  const parameters = [...program.service.parameters.values()].flatMap(({ values }) =>
    values.flatMap(({ value }) => (typeof value === "object" ? Object.values(value) : [value])),
  );
  const numbers = [...constants, ...parameters].filter((value) => typeof value === "number");
  return [...new Set(numbers)].slice(0, 12);
}

/** Values of a fact near the numbers that conditions compare with. */
export function operandValues(
  shape: FactShape,
  numbers: readonly number[],
  asOf: string,
): readonly FactValue[] {
  return candidates(shape, numbers, asOf).filter((value) => faultOf(shape, value) === null);
}

function candidates(
  shape: FactShape,
  numbers: readonly number[],
  asOf: string,
): readonly (Scalar | readonly Scalar[])[] {
  switch (shape.type) {
    case "boolean":
      return [true, false];
    case "code":
      return Object.keys(shape.codes);
    case "date":
      return [asOf, ...numbers.flatMap((number) => datesAt(number, asOf))];
    case "integer":
    case "money":
    case "number":
    case "decimal":
      return [
        ...new Set([
          1,
          0,
          2,
          4,
          ...[shape.minimum, shape.maximum].flatMap((limit) => limit ?? []),
          ...numbers.flatMap((number) => [number, number - 1, number + 1, number * 2]),
        ]),
      ];
    case "list":
      return [
        [],
        ...candidates(shape.items, numbers, asOf).flatMap((item) =>
          typeof item === "object" ? [] : [[item]],
        ),
      ];
    default:
      return [];
  }
}

/** So many months or years before a day, or one less, or after it. */
function datesAt(number: number, asOf: string): readonly string[] {
  if (!Number.isInteger(number) || Math.abs(number) > 1_200) return [];
  return [number - 1, number, number + 1].flatMap((many) =>
    [
      { months: Math.abs(many), years: 0 },
      { months: 0, years: Math.abs(many) },
    ].flatMap((span) => shiftDate(asOf, many < 0 ? 1 : -1, { ...span, weeks: 0, days: 0 }) ?? []),
  );
}
