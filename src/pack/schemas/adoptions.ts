import * as z from "zod";
import type { Adoption } from "../adoptions/adoption.ts";
import { dateSchema, filledSchema, schemaReferenceSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";

/** One entry of the record of adoptions. */
export const adoptionSchema: z.ZodType<Adoption> = strictObject({
  kind: z.enum(["adopted", "added", "corrected"]).meta({
    description:
      "adopted: penetapan pertama; added: tambahan dicatat; corrected: pembetulan / adopted: the first entry; added: additions taken in; corrected: a correction",
  }),
  service: filledSchema.meta({ description: "kota/layanan / city/service" }),
  version: dateSchema.meta({ description: "Hari pertama versi itu / The version's first day" }),
  on: dateSchema.meta({ description: "Hari penetapan / The day of the decision" }),
  recorded: dateSchema.meta({ description: "Hari pencatatan / The day of the entry" }),
  by: filledSchema.meta({
    description: "Pejabat yang menetapkan / The official who decided",
  }),
  why: filledSchema.meta({ description: "Dasar atau alasan / Ground or reason" }),
  until: z.exactOptional(
    dateSchema.meta({
      description: "Hari terakhir yang diketahui waktu itu / The last day as it was known",
    }),
  ),
  parts: z.record(z.string(), z.string()).meta({
    description: "Sidik jari setiap bagian / The digest of each part",
  }),
  seal: filledSchema.meta({ description: "Segel versi itu / The seal of the version" }),
  record: filledSchema.meta({
    description:
      "Sidik jari catatan ini dan yang sebelumnya / The digest of this entry and those before",
  }),
});

export interface AdoptionsFile<Entry> {
  readonly $schema?: string;
  readonly adoptions: readonly Entry[];
}

/** `adoptions.json`: which versions were adopted, as `layak adopt` wrote it; never edited by hand. */
export function adoptionsFileSchema<Entry>(
  entry: z.ZodType<Entry>,
): z.ZodType<AdoptionsFile<Entry>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    adoptions: z.array(entry).meta({
      description:
        "Ditulis oleh layak adopt, hanya bertambah / Written by layak adopt, only ever added to",
    }),
  });
}
