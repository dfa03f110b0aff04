import * as z from "zod";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type {
  Contribution,
  DurationShape,
  Parameter,
  ParameterValue,
} from "../../engine/model/pack.ts";
import { citationSchema, confirmation, provenanceSchema } from "./assurance.ts";
import { dateSchema, filledSchema, scalarSchema, schemaReferenceSchema } from "./basics.ts";
import {
  booleanShape,
  codeShape,
  dateShape,
  decimalShape,
  durationShape,
  listShape,
  numericShape,
  stringShape,
} from "./shapes.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

const givenSchema: z.ZodType<ParameterValue["value"]> = z.union([
  scalarSchema,
  z.array(scalarSchema),
  z.record(z.string(), scalarSchema),
]);

const parameterValueSchema: z.ZodType<ParameterValue> = strictObject({
  from: dateSchema.meta({ description: "Hari pertama nilai ini berlaku / The value's first day" }),
  value: givenSchema,
  provenance: provenanceSchema,
  ...confirmation,
  note: z.exactOptional(textSchema),
});

export const contributionSchema: z.ZodType<Contribution> = strictObject({
  segment: z.string().meta({
    description: "Kode coverage.segment / A code of coverage.segment",
    examples: ["BPU"],
  }),
  programmes: z
    .array(z.string())
    .min(1)
    .meta({
      description: "Kode coverage.programmes / Codes of coverage.programmes",
      examples: [["JKK", "JKM"]],
    }),
  until: z.exactOptional(dateSchema).meta({
    description:
      "Hari terakhir iuran ini diketahui / The last day on which the contribution is known",
  }),
}).meta({
  description:
    "Iuran sebulan seorang peserta segmen ini untuk program ini, dipakai layak coverage / What a person of this segment pays a month for these programmes, as layak coverage tells",
});

const common = {
  label: textSchema,
  unit: z.exactOptional(filledSchema),
  by: z.exactOptional(z.string()).meta({
    description:
      "Fakta berjenis code yang menentukan nilai mana; nilainya lalu satu untuk setiap kode / The code fact that tells which value it is; the value then is one for each code",
  }),
  contributionOf: z.exactOptional(contributionSchema),
  sources: z.array(citationSchema),
  values: z.array(parameterValueSchema).min(1),
  note: z.exactOptional(textSchema),
};

/**
 * A parameter as its file has it: the keys of its shape stand beside the others, and what it pays
 * for, which no decision rests on.
 */
export type ParameterEntry = (FactShape | DurationShape) &
  Omit<Parameter, "shape"> & { readonly contributionOf?: Contribution };

export const parameterSchema: z.ZodType<ParameterEntry> = z.discriminatedUnion("type", [
  strictObject({ ...booleanShape, ...common }),
  strictObject({ ...numericShape, ...common }),
  strictObject({ ...decimalShape, ...common }),
  strictObject({ ...dateShape, ...common }),
  strictObject({ ...durationShape, ...common }),
  strictObject({ ...stringShape, ...common }),
  strictObject({ ...codeShape, ...common }),
  strictObject({ ...listShape, ...common }),
]);

export interface ParametersFile<Entry> {
  readonly $schema?: string;
  readonly parameters: Readonly<Record<string, Entry>>;
}

/** `parameters.json`: numbers, amounts and durations fixed by regulation. */
export function parametersFileSchema<Entry>(
  parameter: z.ZodType<Entry>,
): z.ZodType<ParametersFile<Entry>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    parameters: z.record(z.string(), parameter),
  });
}
