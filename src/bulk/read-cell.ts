import { faultFinder, type ShapeFault } from "../engine/facts/shapes.ts";
import type { FactShape, ScalarShape } from "../engine/model/catalogue.ts";
import type { Written } from "./given.ts";

/** What a cell comes to: nothing that is known, a value as a text that SQL can cast, or a fault's code. */
export type CellReading =
  | { readonly kind: "unknown" }
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "fault"; readonly code: string };

/** Reads what stands in a cell. Nothing is guessed: what does not fit is a fault. */
export type CellReader = (text: string) => CellReading;

/** Reads the cells of one fact, and has the engine's own check look at each value. */
export function cellReader(shape: FactShape, written: Written): CellReader {
  const find = faultFinder(shape);
  const read = valueReader(shape, written);
  return (text) => {
    const value = read(text);
    if (value === null) return { kind: "unknown" };
    const fault = find(value);
    if (fault === null) return { kind: "value", text: textOf(value) };
    if (fault.kind === "item" && written === "text" && hasEmptyItem(text, shape)) {
      return { kind: "fault", code: EMPTY_ITEM };
    }
    const isNoDate = shape.type === "date" && fault.kind === "type";
    return { kind: "fault", code: isNoDate ? "date" : codeOf(fault) };
  };
}

/** The fault of a list such as `JKK|`, with a sign too many in it. */
export const EMPTY_ITEM = "empty-item";

function hasEmptyItem(text: string, shape: FactShape): boolean {
  if (shape.type !== "list" || trimmed(text).startsWith("[")) return false;
  return partsOf(trimmed(text), shape.items).includes("");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The engine's codes, without what comes before each. */
function codeOf(fault: ShapeFault): string {
  if (fault.kind === "range") return fault.limit;
  return fault.kind === "item" ? codeOf(fault.fault) : fault.kind;
}

/** Gives null for what is not known, and for what is no value at all something that passes no check. */
type ValueReader = (text: string) => unknown;

function valueReader(shape: FactShape, written: Written): ValueReader {
  if (written === "json") return fromJson;
  const scalar = shape.type === "list" ? fromText(shape.items) : fromText(shape);
  if (written === "typed") return shape.type === "list" ? fromJson : typed(shape);
  return (text) => {
    const filled = trimmed(text);
    if (filled === "") return null;
    return shape.type === "list" ? listFrom(filled, shape.items, scalar) : scalar(filled);
  };
}

function typed(shape: ScalarShape): ValueReader {
  return shape.type === "number" ? Number : fromText(shape);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Items in a cell are parted by `|`, or by `+` or `;` where no item can hold these. */
function listFrom(text: string, items: ScalarShape, read: ValueReader): unknown {
  if (text.startsWith("[")) return fromJson(text);
  return partsOf(text, items).map(read);
}

function partsOf(text: string, items: ScalarShape): readonly string[] {
  return text.split(items.type === "string" ? /\|/ : /[|+;]/).map(trimmed);
}

function trimmed(text: string): string {
  return text.replace(/^ +| +$/g, "");
}

function fromText(shape: ScalarShape): ValueReader {
  switch (shape.type) {
    case "boolean":
      return (text) => TRUTHS[text.toLowerCase()];
    case "integer":
    case "money":
      return numberLike(/^-?\d+$/);
    case "number":
      return numberLike(/^-?\d+(?:\.\d+)?$/);
    case "decimal":
      return numberLike(new RegExp(`^-?\\d+(?:\\.\\d{1,${shape.scale}}0*)?$`));
    default:
      return (text) => text;
  }
}

const TRUTHS: Readonly<Record<string, boolean | undefined>> = {
  true: true,
  ya: true,
  false: false,
  tidak: false,
};

function numberLike(pattern: RegExp): ValueReader {
  return (text) => (pattern.test(text) ? Number(text) : undefined);
}
