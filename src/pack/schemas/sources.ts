import * as z from "zod";
import type { Source } from "../../engine/model/pack.ts";
import { filledSchema, schemaReferenceSchema, sourceDateSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

/** A legal instrument, agreement or report. */
export const sourceSchema: z.ZodType<Source> = strictObject({
  title: textSchema,
  kind: z.enum([
    "law",
    "government-regulation",
    "presidential-regulation",
    "presidential-instruction",
    "ministerial-regulation",
    "local-regulation",
    "circular",
    "memorandum",
    "agreement",
    "report",
  ]),
  date: sourceDateSchema,
  until: z.exactOptional(sourceDateSchema),
  reference: z.exactOptional(filledSchema),
  text: z.enum(["seen", "reported"]).meta({
    description: "seen: naskahnya dilihat / seen: the text itself was read",
  }),
  note: z.exactOptional(textSchema),
});

export interface SourcesFile<Entry> {
  readonly $schema?: string;
  readonly sources: Readonly<Record<string, Entry>>;
}

/** `sources.json`: what requirements and parameters rest on. */
export function sourcesFileSchema<Entry>(source: z.ZodType<Entry>): z.ZodType<SourcesFile<Entry>> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    sources: z.record(z.string(), source),
  });
}
