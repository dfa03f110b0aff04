import type { FactShape, ScalarShape } from "../model/catalogue.ts";
import { isDate } from "../values/calendar.ts";

/** How a value misses its shape. */
export type ShapeFault =
  | { readonly kind: "type" }
  | { readonly kind: "date" }
  | { readonly kind: "text" }
  | { readonly kind: "range"; readonly limit: "minimum" | "maximum"; readonly bound: number }
  | { readonly kind: "code" }
  | { readonly kind: "format" }
  | { readonly kind: "length"; readonly maximum: number }
  | { readonly kind: "items"; readonly maximum: number }
  | { readonly kind: "item"; readonly index: number; readonly fault: ShapeFault };

export const DEFAULT_MAX_ITEMS = 1000;
export const DEFAULT_MAX_LENGTH = 200;

/**
 * A NIK: area code, birth date DDMMYY (the day + 40 for women), serial number.
 * Permendagri on the population register; the century is not told, so 29 February always passes.
 */
const NIK = /^\d{6}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/;

/** What is wrong with a known value, or null. Nothing is ever coerced. */
export function faultOf(shape: FactShape, value: unknown): ShapeFault | null {
  if (shape.type !== "list") return scalarFaultOf(shape, value);
  if (!Array.isArray(value)) return { kind: "type" };
  const maximum = shape.maxItems ?? DEFAULT_MAX_ITEMS;
  if (value.length > maximum) return { kind: "items", maximum };
  for (let index = 0; index < value.length; index++) {
    const item: unknown = value[index];
    const fault = item === null ? null : scalarFaultOf(shape.items, item);
    if (fault !== null) return { kind: "item", index, fault };
  }
  return null;
}

function scalarFaultOf(shape: ScalarShape, value: unknown): ShapeFault | null {
  switch (shape.type) {
    case "boolean":
      return typeof value === "boolean" ? null : { kind: "type" };
    case "integer":
    case "money":
      if (typeof value !== "number" || !Number.isSafeInteger(value)) {
        return { kind: "type" };
      }
      return rangeFaultOf(shape, value);
    case "number":
      if (typeof value !== "number" || !Number.isFinite(value)) {
        return { kind: "type" };
      }
      return rangeFaultOf(shape, value);
    case "date":
      if (typeof value !== "string") return { kind: "type" };
      return isDate(value) ? null : { kind: "date" };
    case "code":
      if (typeof value !== "string") return { kind: "type" };
      return Object.hasOwn(shape.codes, value) ? null : { kind: "code" };
    default:
      if (typeof value !== "string") return { kind: "type" };
      return stringFaultOf(shape, value);
  }
}

function rangeFaultOf(
  shape: { readonly minimum?: number; readonly maximum?: number },
  value: number,
): ShapeFault | null {
  const { minimum, maximum } = shape;
  if (minimum !== undefined && value < minimum) {
    return { kind: "range", limit: "minimum", bound: minimum };
  }
  if (maximum !== undefined && value > maximum) {
    return { kind: "range", limit: "maximum", bound: maximum };
  }
  return null;
}

function stringFaultOf(
  shape: Extract<ScalarShape, { readonly type: "string" }>,
  value: string,
): ShapeFault | null {
  const maximum = shape.maxLength ?? DEFAULT_MAX_LENGTH;
  if (value.length > maximum) return { kind: "length", maximum };
  if (!value.isWellFormed()) return { kind: "text" };
  if (shape.format === "nik" && !NIK.test(value)) return { kind: "format" };
  if (shape.pattern === undefined) return null;
  return new RegExp(`^(?:${shape.pattern})$`, "u").test(value) ? null : { kind: "format" };
}
