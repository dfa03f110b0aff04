import * as z from "zod";
import type { Citation, Provenance } from "../../engine/model/policy.ts";
import type { Text } from "../../engine/model/text.ts";
import { dateSchema, filledSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

/** The title by which the JSON Schemas find where a source is named. */
export const SOURCE_ID = "source";

/** The id of a source. */
const sourceIdSchema: z.ZodType<string> = z.string().meta({
  title: SOURCE_ID,
  description: "Id dalam sources.json / An id in sources.json",
});

/** A source, and where in it. */
export const citationSchema: z.ZodType<Citation> = strictObject({
  source: sourceIdSchema,
  article: z.exactOptional(filledSchema.meta({ description: "Pasal / Article" })),
});

export const provenanceSchema: z.ZodType<Provenance> = z
  .enum(["confirmed", "reported", "assumed"])
  .meta({
    description:
      "confirmed: naskahnya dilihat; reported: menurut sumber; assumed: anggapan / confirmed: the instrument was seen; reported: a source says so; assumed: nobody said so",
  });

/** Who saw the instrument, and when. */
export const confirmation: {
  readonly by: z.ZodExactOptional<z.ZodType<string>>;
  readonly on: z.ZodExactOptional<z.ZodType<string>>;
} = {
  by: z.exactOptional(
    filledSchema.meta({ description: "Siapa yang melihat naskahnya / Who saw the instrument" }),
  ),
  on: z.exactOptional(dateSchema),
};

/** What a requirement, and any node of a condition, may tell people. */
export const remarks: {
  readonly unmet: z.ZodExactOptional<z.ZodType<Text>>;
  readonly remedy: z.ZodExactOptional<z.ZodType<Text>>;
  readonly note: z.ZodExactOptional<z.ZodType<Text>>;
  readonly doubt: z.ZodExactOptional<z.ZodType<Text>>;
} = {
  unmet: z.exactOptional(
    textSchema.meta({ description: "Mengapa belum terpenuhi / Why it is not met" }),
  ),
  remedy: z.exactOptional(
    textSchema.meta({ description: "Apa yang dapat dilakukan / What can be done" }),
  ),
  note: z.exactOptional(textSchema.meta({ description: "Catatan untuk staf / A note for staff" })),
  doubt: z.exactOptional(
    textSchema.meta({
      description: "Apa yang masih harus dipastikan / What is still to be confirmed",
    }),
  ),
};
