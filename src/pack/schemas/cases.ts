import * as z from "zod";
import type { Facts, FactValue } from "../../engine/model/catalogue.ts";
import type { Case } from "../../engine/model/pack.ts";
import { dateSchema, filledSchema, scalarSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

const factValueSchema: z.ZodType<FactValue> = z.union([
  scalarSchema,
  z.null(),
  z.array(z.union([scalarSchema, z.null()])),
]);

export const factsSchema: z.ZodType<Facts> = z.record(
  z.string(),
  z.union([factValueSchema, z.array(z.union([z.record(z.string(), factValueSchema), z.null()]))]),
);

/** A case, with facts of the schema given. */
export interface CaseEntry<F> extends Omit<Case, "facts"> {
  readonly facts: F;
}

/** Facts and a date, with the decision that policy staff expect. */
export function caseSchema<F>(facts: z.ZodType<F>): z.ZodType<CaseEntry<F>> {
  return strictObject({
    name: filledSchema,
    asOf: dateSchema.meta({ description: "Hari yang ditanyakan / The day asked about" }),
    version: z.exactOptional(
      dateSchema.meta({
        description: "Berkas aturan yang memutuskan / The policy file that decides",
      }),
    ),
    facts,
    expect: strictObject({
      outcome: z.enum(["eligible", "ineligible", "undetermined", "out-of-scope"]),
      unmet: z.exactOptional(z.array(z.string())),
      missing: z.exactOptional(z.array(z.string())),
      grants: z.exactOptional(
        z.record(z.string(), z.union([z.boolean(), z.int(), z.literal("unknown")])).meta({
          description:
            "Menurut id: true diberikan, angka diberikan sebesar itu, false tidak diberikan, unknown belum diketahui / By id: true given, a number given in that amount, false not given, unknown not known",
        }),
      ),
    }),
    confirmed: z.exactOptional(
      strictObject({
        by: filledSchema.meta({
          description: "Pejabat yang memastikan / The official who confirmed it",
        }),
        on: dateSchema.meta({ description: "Hari dipastikan / The day of the confirmation" }),
      }).meta({
        description:
          "Hasil yang diharapkan sudah dipastikan; diminta layak adopt / The expected result is confirmed; layak adopt asks for it",
      }),
    ),
    note: z.exactOptional(textSchema),
  });
}

/** `cases.json`: what a service's rules must answer. */
export function casesFileSchema<Entry>(entry: z.ZodType<Entry>): z.ZodType<readonly Entry[]> {
  return z.array(entry);
}
