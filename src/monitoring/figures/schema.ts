import * as z from "zod";
import type { Text } from "../../engine/model/text.ts";
import {
  dateSchema,
  filledSchema,
  hyphenedIdSchema,
  schemaReferenceSchema,
} from "../../pack/schemas/basics.ts";
import { strictObject } from "../../pack/schemas/strict.ts";
import { textSchema } from "../../pack/schemas/text.ts";

/** A quantity as its file has it; without a day it is about the day of its report. */
export interface WrittenQuantity {
  readonly id: string;
  readonly label: Text;
  readonly value: string;
  readonly unit: string;
  readonly date?: string;
  readonly report: string;
  readonly quote?: string;
  readonly note?: Text;
}

/** A claim as its file has it, quantities by their ids. */
export type WrittenClaim = { readonly id: string; readonly note?: Text } & (
  | { readonly kind: "sum"; readonly of: readonly string[]; readonly total?: string }
  | { readonly kind: "product"; readonly of: readonly string[]; readonly product?: string }
  | {
      readonly kind: "difference";
      readonly from: string;
      readonly less: string;
      readonly difference?: string;
    }
  | {
      readonly kind: "share";
      readonly part: string;
      readonly whole: string;
      readonly percentage?: string;
    }
  | { readonly kind: "subset"; readonly part: string; readonly whole: string }
);

export interface WrittenReport {
  readonly title: Text;
  readonly publisher: string;
  readonly date: string;
}

export const reportSchema: z.ZodType<WrittenReport> = strictObject({
  title: textSchema,
  publisher: filledSchema,
  date: dateSchema,
});

export const quantitySchema: z.ZodType<WrittenQuantity> = strictObject({
  id: hyphenedIdSchema,
  label: textSchema,
  value: filledSchema,
  unit: hyphenedIdSchema,
  date: z.exactOptional(dateSchema),
  report: filledSchema,
  quote: z.exactOptional(filledSchema),
  note: z.exactOptional(textSchema),
});

const claim = { id: hyphenedIdSchema, note: z.exactOptional(textSchema) };
const severalIds = z.array(hyphenedIdSchema).min(1);

export const claimSchema: z.ZodType<WrittenClaim> = z.discriminatedUnion("kind", [
  strictObject({
    ...claim,
    kind: z.literal("sum"),
    of: severalIds,
    total: z.exactOptional(hyphenedIdSchema),
  }),
  strictObject({
    ...claim,
    kind: z.literal("product"),
    of: severalIds,
    product: z.exactOptional(hyphenedIdSchema),
  }),
  strictObject({
    ...claim,
    kind: z.literal("difference"),
    from: hyphenedIdSchema,
    less: hyphenedIdSchema,
    difference: z.exactOptional(hyphenedIdSchema),
  }),
  strictObject({
    ...claim,
    kind: z.literal("share"),
    part: hyphenedIdSchema,
    whole: hyphenedIdSchema,
    percentage: z.exactOptional(hyphenedIdSchema),
  }),
  strictObject({
    ...claim,
    kind: z.literal("subset"),
    part: hyphenedIdSchema,
    whole: hyphenedIdSchema,
  }),
]);

/** The file's own keys; what stands in each is read entry by entry. */
export const figuresFileSchema: z.ZodType<unknown> = strictObject({
  $schema: z.exactOptional(schemaReferenceSchema),
  reports: z.record(z.string(), z.unknown()),
  quantities: z.array(z.unknown()).min(1),
  claims: z.array(z.unknown()),
  note: z.exactOptional(textSchema),
});
