import fc from "fast-check";
import type { FactShape, Scalar, ScalarShape } from "../../../src/engine/model/catalogue.ts";
import type { DurationShape, Parameter, ParameterValue } from "../../../src/engine/model/pack.ts";
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
import { type Domain, NARROW, scalarsOf, valuesOf } from "./domains.ts";

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
  domain: Domain = NARROW,
): readonly (Scalar | readonly Scalar[])[] {
  return shape.type === "duration" ? domain.durations : valuesOf(shape, domain);
}

const PROVENANCE = fc.constantFrom(
  { provenance: "confirmed" as const, by: "Bagian Hukum", on: "2026-01-05" },
  { provenance: "reported" as const },
);

function parameterArbitrary(id: string, shape: FactShape | DurationShape, domain: Domain) {
  return datedArbitrary(id, shape, fc.constantFrom(...parameterValuesOf(shape, domain)));
}

/** A parameter with one value for each of some codes; a code may have none. */
export function tableArbitrary(
  id: string,
  shape: ScalarShape,
  by: string,
  codes: readonly string[],
  domain: Domain,
): fc.Arbitrary<readonly [string, ParameterDocument]> {
  const value = fc.constantFrom(...scalarsOf(shape, domain));
  const table = fc
    .subarray([...codes], { minLength: 1 })
    .chain((given) => fc.tuple(...given.map((code) => fc.tuple(fc.constant(code), value))))
    .map((rows) => Object.fromEntries(rows));
  return datedArbitrary(id, { ...shape, by }, table);
}

function datedArbitrary(
  id: string,
  shape: (FactShape | DurationShape) & Pick<Parameter, "by">,
  value: fc.Arbitrary<ParameterValue["value"]>,
): fc.Arbitrary<readonly [string, ParameterDocument]> {
  return fc
    .subarray([...FIRST_DAYS], { minLength: 1 })
    .chain((days) =>
      fc.tuple(...days.map((from) => fc.tuple(fc.constant(from), value, PROVENANCE))),
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
export function parametersArbitrary(
  all: readonly (readonly [string, FactShape | DurationShape])[] = SHAPES,
  domain: Domain = NARROW,
): fc.Arbitrary<GeneratedParameters> {
  return fc
    .subarray([...all], { maxLength: 4 })
    .chain((shapes) =>
      fc.tuple(...shapes.map(([id, shape]) => parameterArbitrary(id, shape, domain))),
    )
    .map((entries) => Object.fromEntries(entries));
}
