import fc from "fast-check";
import type { FactShape, Scalar } from "../../../src/engine/model/catalogue.ts";
import type { DurationShape, Parameter } from "../../../src/engine/model/pack.ts";
import {
  ABC,
  BOOLEAN,
  DATE,
  INTEGER,
  LIST_OF_ABC,
  LIST_OF_DATES,
  LIST_OF_INTEGERS,
  MONEY,
  NUMBER,
  STRING,
} from "./catalogue.ts";
import { DURATIONS, valuesOf } from "./domains.ts";

/** A parameter as its file has it. */
export type ParameterDocument = (FactShape | DurationShape) & Omit<Parameter, "shape">;

/** The parameters of one generated pack, by id. */
export type GeneratedParameters = Readonly<Record<string, ParameterDocument>>;

const SHAPES: readonly (readonly [string, FactShape | DurationShape])[] = [
  ["limit", INTEGER],
  ["rate", NUMBER],
  ["fee", MONEY],
  ["start", DATE],
  ["open", BOOLEAN],
  ["choice", ABC],
  ["choices", LIST_OF_ABC],
  ["bounds", LIST_OF_INTEGERS],
  ["holidays", LIST_OF_DATES],
  ["name", STRING],
  ["grace", { type: "duration" }],
  ["term.long", { type: "duration" }],
];

/** Some before every question, some after it: a parameter may have no value yet. */
const FIRST_DAYS: readonly string[] = ["2024-01-01", "2026-02-01", "2026-03-01", "2026-07-31"];

export function parameterValuesOf(
  shape: FactShape | DurationShape,
): readonly (Scalar | readonly Scalar[])[] {
  return shape.type === "duration" ? DURATIONS : valuesOf(shape);
}

function parameterArbitrary(id: string, shape: FactShape | DurationShape) {
  const provenance = fc.constantFrom(
    { provenance: "confirmed" as const, by: "Bagian Hukum", on: "2026-01-05" },
    { provenance: "reported" as const },
  );
  const value = fc.constantFrom(...parameterValuesOf(shape));
  return fc
    .subarray([...FIRST_DAYS], { minLength: 1 })
    .chain((days) =>
      fc.tuple(...days.map((from) => fc.tuple(fc.constant(from), value, provenance))),
    )
    .map((values): readonly [string, ParameterDocument] => [
      id,
      {
        ...shape,
        label: { id: `Parameter ${id}` },
        sources: [{ source: "law-one" }],
        values: values.map(([from, given, told]) => ({ from, value: given, ...told })),
      },
    ]);
}

/** Up to four dated parameters. */
export const parametersArbitrary: fc.Arbitrary<GeneratedParameters> = fc
  .subarray([...SHAPES], { maxLength: 4 })
  .chain((shapes) => fc.tuple(...shapes.map(([id, shape]) => parameterArbitrary(id, shape))))
  .map((entries) => Object.fromEntries(entries));
