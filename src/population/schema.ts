import * as z from "zod";
import { dateSchema, filledSchema, schemaReferenceSchema } from "../pack/schemas/basics.ts";
import { strictObject } from "../pack/schemas/strict.ts";
import { textSchema } from "../pack/schemas/text.ts";
import type { Report } from "./marginals.ts";

/** What a number rests on: a report prints it, it is computed from what reports print, or neither. */
export type Provenance = "reported" | "computed" | "assumed";

/** Where numbers come from; what is not said here is said around it. */
export interface WrittenBasis {
  readonly provenance?: Provenance;
  readonly report?: string;
}

const basis = {
  provenance: z.exactOptional(
    z.enum(["reported", "computed", "assumed"]).meta({
      description:
        "Disebut laporan, dihitung dari laporan, atau anggapan / Printed in a report, computed from reports, or assumed",
    }),
  ),
  report: z.exactOptional(
    filledSchema.meta({ description: 'Kunci salah satu "reports" / A key of "reports"' }),
  ),
  note: z.exactOptional(textSchema),
};

export const reportSchema: z.ZodType<Report> = strictObject({
  title: textSchema,
  publisher: filledSchema.meta({ description: "Media atau lembaga / Paper or institution" }),
  date: dateSchema,
});

/** What other checks read stands as `unknown` in what is read, and whole in what editors get. */
export interface Parts {
  readonly value: z.ZodType<unknown>;
  readonly bound: z.ZodType<unknown>;
  readonly values: z.ZodType<unknown>;
  readonly shares: z.ZodType<unknown>;
  readonly rows: z.ZodType<unknown>;
  readonly marginals: z.ZodType<unknown>;
  readonly marginal: z.ZodType<unknown>;
  readonly groups: z.ZodType<unknown>;
  readonly reports: z.ZodType<unknown>;
}

const ANY: z.ZodType<unknown> = z.unknown();

/** The parts as they are read, level by level, so that a wrong one hides no other. */
export const READ_APART: Parts = {
  value: ANY,
  bound: ANY,
  values: ANY,
  shares: ANY,
  rows: ANY,
  marginals: ANY,
  marginal: ANY,
  groups: ANY,
  reports: ANY,
};

/** The keys of which each level leaves the values to the next. */
export const KEYS_READ_APART: ReadonlySet<string> = new Set([
  ...["value", "values", "from", "to", "shares", "rows"],
  ...["facts", "groups", "count", "reports"],
]);

export interface WrittenShare extends WrittenBasis {
  readonly share: number;
  readonly step?: number;
  readonly unknown?: true;
}

export function shareSchema(parts: Parts): z.ZodType<WrittenShare> {
  return strictObject({
    share: z
      .number()
      .min(0)
      .meta({
        description: 'Berapa dari "of" / How many out of "of"',
        examples: [0.5, 20652],
      }),
    value: z.exactOptional(parts.value),
    from: z.exactOptional(parts.bound),
    to: z.exactOptional(parts.bound),
    step: z.exactOptional(
      z
        .number()
        .positive()
        .meta({ description: "Jarak antara angka-angkanya / How far numbers lie apart" }),
    ),
    unknown: z.exactOptional(z.literal(true).meta({ description: "Belum diketahui / Not known" })),
    ...basis,
  });
}

export interface WrittenShares extends WrittenBasis {
  readonly of?: number;
}

const ofSchema = z.exactOptional(
  z
    .number()
    .positive()
    .meta({
      description:
        "Jumlah semua bagian; 1 bila tidak disebut / What the shares add up to; 1 unless given",
      examples: [1, 100, 292668],
    }),
);

function sharesShape(parts: Parts) {
  return { ...basis, of: ofSchema, shares: parts.shares };
}

function byShape(parts: Parts) {
  return {
    ...basis,
    by: filledSchema.meta({
      description: "Fakta yang menentukannya / The fact that it depends on",
    }),
    rows: parts.rows,
  };
}

function selectorShape(parts: Parts) {
  return {
    values: z.exactOptional(parts.values),
    from: z.exactOptional(parts.bound),
    to: z.exactOptional(parts.bound),
    unknown: z.exactOptional(z.literal(true)),
    otherwise: z.exactOptional(z.literal(true)),
  };
}

/** Shares, and where it is a row also when it holds. */
export function sharesSchema(parts: Parts, isRow: boolean): z.ZodType<WrittenShares> {
  return strictObject({ ...(isRow && selectorShape(parts)), ...sharesShape(parts) });
}

export interface WrittenBy extends WrittenBasis {
  readonly by: string;
}

/** What depends on another fact, and where it is a row also when it holds. */
export function bySchema(parts: Parts, isRow: boolean): z.ZodType<WrittenBy> {
  return strictObject({ ...(isRow && selectorShape(parts)), ...byShape(parts) });
}

export interface WrittenGroup {
  readonly unknownItems?: number;
}

export function groupSchema(parts: Parts): z.ZodType<WrittenGroup> {
  return strictObject({
    count: z.exactOptional(parts.marginal),
    unknownItems: z.exactOptional(
      z.number().min(0).max(1).meta({
        description:
          "Bagian anggota yang sama sekali belum diketahui / The share of items of which nothing is known",
      }),
    ),
    facts: z.exactOptional(parts.marginals),
    note: z.exactOptional(textSchema),
  });
}

/** The file's own keys. */
export function fileSchema(parts: Parts): z.ZodType<unknown> {
  return strictObject({
    $schema: z.exactOptional(schemaReferenceSchema),
    title: z.exactOptional(textSchema),
    reports: z.exactOptional(parts.reports),
    facts: z.exactOptional(parts.marginals),
    groups: z.exactOptional(parts.groups),
    note: z.exactOptional(textSchema),
  });
}
