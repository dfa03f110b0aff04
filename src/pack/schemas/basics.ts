import * as z from "zod";
import type { Scalar } from "../../engine/model/catalogue.ts";
import { isDate } from "../../engine/values/calendar.ts";

/** Facts and parameters: segments of letters and digits, joined by dots. */
export const DOTTED_ID: RegExp = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/;

/** Cities, services, requirements, conditions and sources: words joined by hyphens. */
export const HYPHENED_ID: RegExp = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** How a value can miss its form; the schemas give it as the message of the fault. */
export type Form =
  | "filled"
  | "text"
  | "hyphened-id"
  | "date"
  | "source-date"
  | "area"
  | "not-empty"
  | "pattern";

function form(name: Form): Form {
  return name;
}

/** A string that says something. */
export const filledSchema: z.ZodType<string> = z.string().regex(/\S/, form("filled"));

export const hyphenedIdSchema: z.ZodType<string> = z
  .string()
  .regex(HYPHENED_ID, form("hyphened-id"));

/** `YYYY-MM-DD`, a day that the calendar has. */
export const dateSchema: z.ZodType<string> = z
  .string()
  .refine(isDate, form("date"))
  .meta({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", examples: ["2026-11-22"] });

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const sourceDateSchema: z.ZodType<string> = z
  .string()
  .refine(isSourceDate, form("source-date"))
  .meta({ pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$", examples: ["2011", "2024-09", "2024-09-26"] });

function isSourceDate(text: string): boolean {
  if (text.length === 4) return isDate(`${text}-01-01`);
  return isDate(text.length === 7 ? `${text}-01` : text);
}

/** `36` a province, `3673` a city or regency. */
export const AREA_CODE: RegExp = /^\d{2}(?:\d{2})?$/;

export const areaSchema: z.ZodType<string> = z
  .string()
  .regex(AREA_CODE, form("area"))
  .meta({
    description: "Kode wilayah tanpa titik / The area's code, without dots",
    examples: ["36", "3673"],
  });

export const scalarSchema: z.ZodType<Scalar> = z.union([z.boolean(), z.number(), z.string()]);

/** Where an editor finds this file's JSON Schema. */
export const schemaReferenceSchema: z.ZodType<string> = z
  .string()
  .meta({ description: "Alamat skema JSON untuk editor / Where the editor finds the JSON Schema" });
