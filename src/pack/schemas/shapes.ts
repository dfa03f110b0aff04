import * as z from "zod";
import type { ListShape, ScalarShape } from "../../engine/model/catalogue.ts";
import type { Text } from "../../engine/model/text.ts";
import { type Form, filledSchema } from "./basics.ts";
import { strictObject } from "./strict.ts";
import { textSchema } from "./text.ts";

/** The keys of each type of value, apart from whatever else an entry holds. */

export const booleanShape: { readonly type: z.ZodLiteral<"boolean"> } = {
  type: z.literal("boolean"),
};

export const dateShape: { readonly type: z.ZodLiteral<"date"> } = { type: z.literal("date") };

export const durationShape: { readonly type: z.ZodLiteral<"duration"> } = {
  type: z.literal("duration"),
};

const limitSchema: z.ZodType<number> = z.number();

export const numericShape: {
  readonly type: z.ZodType<"integer" | "number" | "money">;
  readonly minimum: z.ZodExactOptional<z.ZodType<number>>;
  readonly maximum: z.ZodExactOptional<z.ZodType<number>>;
} = {
  type: z.enum(["integer", "number", "money"]),
  minimum: z.exactOptional(limitSchema),
  maximum: z.exactOptional(limitSchema),
};

export const decimalShape: {
  readonly type: z.ZodLiteral<"decimal">;
  readonly scale: z.ZodType<number>;
  readonly minimum: z.ZodExactOptional<z.ZodType<number>>;
  readonly maximum: z.ZodExactOptional<z.ZodType<number>>;
} = {
  type: z.literal("decimal"),
  scale: z.int().min(1).max(6).meta({
    description:
      "Banyaknya angka di belakang koma, dari paling banyak 15 seluruhnya / Digits after the point, of at most 15 in all",
  }),
  minimum: z.exactOptional(limitSchema),
  maximum: z.exactOptional(limitSchema),
};

const countSchema: z.ZodType<number> = z.int().min(1);

const patternSchema: z.ZodType<string> = filledSchema.refine(isPattern, "pattern" satisfies Form);

function isPattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, "u");
    return true;
  } catch {
    return false;
  }
}

export const stringShape: {
  readonly type: z.ZodLiteral<"string">;
  readonly pattern: z.ZodExactOptional<z.ZodType<string>>;
  readonly format: z.ZodExactOptional<z.ZodLiteral<"nik">>;
  readonly maxLength: z.ZodExactOptional<z.ZodType<number>>;
} = {
  type: z.literal("string"),
  pattern: z.exactOptional(patternSchema),
  format: z.exactOptional(z.literal("nik")),
  maxLength: z.exactOptional(countSchema),
};

export const codeShape: {
  readonly type: z.ZodLiteral<"code">;
  readonly codes: z.ZodType<Readonly<Record<string, Text>>>;
} = {
  type: z.literal("code"),
  codes: z
    .record(z.string(), textSchema)
    .refine(isFilled, "not-empty" satisfies Form)
    .meta({ minProperties: 1 }),
};

function isFilled(codes: Readonly<Record<string, Text>>): boolean {
  return Object.keys(codes).length > 0;
}

const scalarShapeSchema: z.ZodType<ScalarShape> = z.discriminatedUnion("type", [
  strictObject(booleanShape),
  strictObject(numericShape),
  strictObject(decimalShape),
  strictObject(dateShape),
  strictObject(stringShape),
  strictObject(codeShape),
]);

export const listShape: {
  readonly type: z.ZodLiteral<"list">;
  readonly items: z.ZodType<ListShape["items"]>;
  readonly maxItems: z.ZodExactOptional<z.ZodType<number>>;
} = {
  type: z.literal("list"),
  items: scalarShapeSchema,
  maxItems: z.exactOptional(countSchema),
};
