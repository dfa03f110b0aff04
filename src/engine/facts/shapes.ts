import type {
  DecimalShape,
  FactShape,
  NumericShape,
  ScalarShape,
  StringShape,
} from "../model/catalogue.ts";
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

/** Tells what is wrong with a known value, or null. Nothing is ever coerced. */
export type FaultFinder = (value: unknown) => ShapeFault | null;

const TYPE: ShapeFault = { kind: "type" };

/** Makes a shape into the function that checks its values. */
export function faultFinder(shape: FactShape): FaultFinder {
  if (shape.type !== "list") return scalarFinder(shape);
  const itemFault = scalarFinder(shape.items);
  const maximum = shape.maxItems ?? DEFAULT_MAX_ITEMS;
  return (value) => {
    if (!Array.isArray(value)) return TYPE;
    if (value.length > maximum) return { kind: "items", maximum };
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      const fault = item === null ? null : itemFault(item);
      if (fault !== null) return { kind: "item", index, fault };
    }
    return null;
  };
}

/** As {@link faultFinder}, for a single value. */
export function faultOf(shape: FactShape, value: unknown): ShapeFault | null {
  return faultFinder(shape)(value);
}

function scalarFinder(shape: ScalarShape): FaultFinder {
  switch (shape.type) {
    case "boolean":
      return (value) => (typeof value === "boolean" ? null : TYPE);
    case "integer":
    case "money":
    case "number":
      return numberFinder(shape);
    case "decimal":
      return decimalFinder(shape);
    case "date":
      return (value) =>
        typeof value !== "string" ? TYPE : isDate(value) ? null : { kind: "date" };
    case "code": {
      const codes = new Set(Object.keys(shape.codes));
      return (value) =>
        typeof value !== "string" ? TYPE : codes.has(value) ? null : { kind: "code" };
    }
    default:
      return stringFinder(shape);
  }
}

/** Written out, a decimal has no more digits after the point than its scale. */
function decimalFinder({ scale, ...limits }: DecimalShape): FaultFinder {
  const inLimits = numberFinder({ ...limits, type: "number" });
  return (value) => {
    if (typeof value !== "number") return TYPE;
    const digits = Math.round(value * 10 ** scale);
    // Its largest digits are LARGEST_DECIMAL of ../computing/exact.ts.
    return Math.abs(digits) < 1e15 && digits / 10 ** scale === value ? inLimits(value) : TYPE;
  };
}

function numberFinder({ type, minimum, maximum }: NumericShape): FaultFinder {
  const fits = type === "number" ? Number.isFinite : Number.isSafeInteger;
  return (value) => {
    if (typeof value !== "number" || !fits(value)) return TYPE;
    if (minimum !== undefined && value < minimum) {
      return { kind: "range", limit: "minimum", bound: minimum };
    }
    if (maximum !== undefined && value > maximum) {
      return { kind: "range", limit: "maximum", bound: maximum };
    }
    return null;
  };
}

function stringFinder(shape: StringShape): FaultFinder {
  const maximum = shape.maxLength ?? DEFAULT_MAX_LENGTH;
  const pattern = shape.pattern === undefined ? null : new RegExp(`^(?:${shape.pattern})$`, "u");
  return (value) => {
    if (typeof value !== "string") return TYPE;
    if (value.length > maximum) return { kind: "length", maximum };
    if (!value.isWellFormed()) return { kind: "text" };
    if (shape.format === "nik" && !NIK.test(value)) return { kind: "format" };
    return pattern === null || pattern.test(value) ? null : { kind: "format" };
  };
}
