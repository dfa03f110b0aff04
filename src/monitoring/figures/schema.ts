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
import { PEOPLE, PERCENT, RUPIAH } from "./printed.ts";

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
export type WrittenClaim = {
  readonly id: string;
  readonly label?: Text;
  readonly note?: Text;
} & (
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
  publisher: filledSchema.meta({ description: "Media atau lembaga / Paper or institution" }),
  date: dateSchema,
});

const figureSchema = hyphenedIdSchema.meta({
  description: 'Id salah satu "quantities" / The id of one of the "quantities"',
});

export const quantitySchema: z.ZodType<WrittenQuantity> = strictObject({
  id: hyphenedIdSchema,
  label: textSchema,
  value: filledSchema.meta({
    description: "Angka seperti tercetak / The number as printed",
    examples: ["20.652", "8,13%", "Rp92,4 juta"],
  }),
  unit: hyphenedIdSchema.meta({
    description: "Satuan, boleh kata sendiri / The unit; a word of your own will do",
    examples: [PEOPLE, PERCENT, RUPIAH],
  }),
  date: z.exactOptional(dateSchema),
  report: filledSchema.meta({
    description: 'Kunci salah satu "reports" / A key of "reports"',
  }),
  quote: z.exactOptional(
    filledSchema.meta({
      description:
        "Kalimat laporan, disalin apa adanya; tanpa itu, kosongkan / The report's own words, copied as they are; leave out otherwise",
    }),
  ),
  note: z.exactOptional(textSchema),
});

const claim = {
  id: hyphenedIdSchema,
  label: z.exactOptional(textSchema),
  note: z.exactOptional(textSchema),
};
const severalIds = z.array(figureSchema).min(1);

export const claimSchema: z.ZodType<WrittenClaim> = z.discriminatedUnion("kind", [
  strictObject({
    ...claim,
    kind: z.literal("sum").meta({ description: 'Jumlah: "of" = "total" / A sum' }),
    of: severalIds,
    total: z.exactOptional(figureSchema),
  }),
  strictObject({
    ...claim,
    kind: z.literal("product").meta({ description: 'Hasil kali: "of" = "product" / A product' }),
    of: severalIds,
    product: z.exactOptional(figureSchema),
  }),
  strictObject({
    ...claim,
    kind: z
      .literal("difference")
      .meta({ description: 'Selisih: "from" − "less" = "difference" / A difference' }),
    from: figureSchema,
    less: figureSchema,
    difference: z.exactOptional(figureSchema),
  }),
  strictObject({
    ...claim,
    kind: z
      .literal("share")
      .meta({ description: 'Persentase: "part" dari "whole" / A share of a whole, per cent' }),
    part: figureSchema,
    whole: figureSchema,
    percentage: z.exactOptional(figureSchema),
  }),
  strictObject({
    ...claim,
    kind: z
      .literal("subset")
      .meta({ description: '"part" termasuk dalam "whole" / A part, no more than its whole' }),
    part: figureSchema,
    whole: figureSchema,
  }),
]);

/** The file's own keys; what stands in each is read entry by entry. */
export const figuresFileSchema: z.ZodType<unknown> = fileSchema(
  z.unknown(),
  z.unknown(),
  z.unknown(),
);

/** A figures file with such reports, quantities and claims. */
export function fileSchema(
  report: z.ZodType<unknown>,
  quantity: z.ZodType<unknown>,
  claim: z.ZodType<unknown>,
): z.ZodType<unknown> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    reports: z.record(z.string(), report),
    quantities: z.array(quantity).min(1),
    claims: z.array(claim),
    note: z.exactOptional(textSchema),
  });
}
