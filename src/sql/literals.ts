import type { FactShape, Scalar } from "../engine/model/catalogue.ts";
import { quotedText, textSql } from "./quote.ts";

/** A value as SQL writes it. `wide`: a number as a double. */
export function literal(value: Scalar, shape: FactShape, wide: boolean): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return wide ? doubleLiteral(value) : String(value);
  const type = shape.type === "list" ? shape.items.type : shape.type;
  return type === "date" ? `DATE ${quotedText(value)}` : textSql(value);
}

/** The nearest number to a decimal, as JSON reads it, and not an exact decimal. */
export function doubleLiteral(value: number): string {
  const text = String(value);
  return text.includes("e") ? text : `${text}e0`;
}
