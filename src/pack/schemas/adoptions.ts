import * as z from "zod";
import type { Adoption, RecordEntry, Withdrawal } from "../adoptions/adoption.ts";
import { dateSchema, filledSchema, schemaReferenceSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";

const ENTRY = {
  service: filledSchema.meta({ description: "kota/layanan / city/service" }),
  version: dateSchema.meta({ description: "Hari pertama versi itu / The version's first day" }),
  on: dateSchema.meta({ description: "Hari penetapan / The day of the decision" }),
  recorded: dateSchema.meta({ description: "Hari pencatatan / The day of the entry" }),
  by: filledSchema.meta({
    description: "Pejabat yang menetapkan / The official who decided",
  }),
  why: filledSchema.meta({ description: "Dasar atau alasan / Ground or reason" }),
  record: filledSchema.meta({
    description:
      "Sidik jari catatan ini dan yang sebelumnya / The digest of this entry and those before",
  }),
} as const;

/** An entry that adopts a version. */
export const adoptionSchema: z.ZodType<Adoption> = strictObject({
  ...ENTRY,
  kind: z.enum(["adopted", "added", "corrected"]).meta({
    description:
      "adopted: penetapan pertama; added: tambahan dicatat; corrected: pembetulan / adopted: the first entry; added: additions taken in; corrected: a correction",
  }),
  until: z.exactOptional(
    dateSchema.meta({
      description: "Hari terakhir yang diketahui waktu itu / The last day as it was known",
    }),
  ),
  despite: z.exactOptional(
    strictObject({
      codes: z.array(filledSchema),
      because: filledSchema,
    }).meta({
      description:
        "Temuan yang memang dimaksud, dengan alasannya / Findings that are meant, and why",
    }),
  ),
  parts: z.record(z.string(), z.string()).meta({
    description: "Sidik jari setiap bagian / The digest of each part",
  }),
  seal: filledSchema.meta({ description: "Segel versi itu / The seal of the version" }),
});

/** An entry that withdraws a version before its first day. */
export const withdrawalSchema: z.ZodType<Withdrawal> = strictObject({
  ...ENTRY,
  kind: z.literal("withdrawn").meta({
    description: "Penetapan ditarik sebelum berlaku / An adoption withdrawn before its first day",
  }),
});

/** One entry of the record of adoptions. */
export const recordEntrySchema: z.ZodType<RecordEntry> = z.union([
  adoptionSchema,
  withdrawalSchema,
]);

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
