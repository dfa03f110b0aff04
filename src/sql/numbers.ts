import { exact, scaled } from "../engine/computing/exact.ts";
import { shapeOf } from "../engine/conditions/compile.ts";
import type { FactOperand, Operand } from "../engine/conditions/tree.ts";
import { scalarsIn } from "../engine/conditions/values.ts";
import type { FactShape, ScalarShape } from "../engine/model/catalogue.ts";
import { exactSql } from "./arithmetic.ts";
import { computedValue, scaleOf } from "./computations.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { doubleLiteral } from "./literals.ts";
import { scaledWithin } from "./long-numbers.ts";
import { quotedText } from "./quote.ts";
import { scaledDecimal } from "./scaled.ts";
import type { Writing } from "./writing.ts";

/**
 * How the two sides of a comparison are written: as they are; as integers with so many of their digits
 * after the point; or, with a fact that is any number, as the doubles that JSON reads.
 */
export type Numbers =
  | { readonly kind: "given" }
  | { readonly kind: "scaled"; readonly scale: number }
  | { readonly kind: "double" };

/** One digit more than a decimal can have after its point: enough to stand between any two of them. */
const FINEST = 7;

/** Digits of the largest whole number that a fact can hold, 2^53 − 1. */
const WHOLE_DIGITS = 16;

/** Digits of any integer of 64 bits. */
const LONG_DIGITS = 18;

/** The name of a list's item where the list is scaled. */
const SCALED = "scaled";

/** The shape of a single value: of a list, its items'. */
export function itemShapeOf(shape: FactShape): ScalarShape {
  return shape.type === "list" ? shape.items : shape;
}

/** What two sides have in common: the finer of their scales. */
export function numbersOf(left: Operand, right: Operand): Numbers {
  const sides = [left, right];
  if (!sides.some(isNumeric) || sides.every(isWhole)) return { kind: "given" };
  if (sides.some(isAnyNumber)) return { kind: "double" };
  return { kind: "scaled", scale: Math.min(FINEST, Math.max(...sides.map(scaleOfOperand))) };
}

function isNumeric(operand: Operand): boolean {
  return ["integer", "number", "money", "decimal"].includes(itemShapeOf(shapeOf(operand)).type);
}

function isWhole(operand: Operand): boolean {
  if (operand.kind === "constant") {
    const values = scalarsIn(operand.value);
    return values.every((value) => typeof value !== "number" || Number.isSafeInteger(value));
  }
  const { type } = itemShapeOf(shapeOf(operand));
  return type === "integer" || type === "money";
}

function isAnyNumber(operand: Operand): boolean {
  return operand.kind === "fact" && itemShapeOf(operand.shape).type === "number";
}

function scaleOfOperand(operand: Operand): number {
  if (operand.kind !== "constant") return scaleOf(itemShapeOf(shapeOf(operand)));
  return Math.max(0, ...scalarsIn(operand.value).map(scaleOfConstant));
}

function scaleOfConstant(value: unknown): number {
  if (typeof value !== "number") return 0;
  return isTiny(value) ? FINEST : exact(value).scale;
}

/** Written with an exponent: nearer to zero than any decimal. */
function isTiny(value: number): boolean {
  return String(value).includes("e-");
}

/** A number that the rule or a parameter states. */
export function numberSql(value: number, numbers: Numbers, dialect: Dialect): string {
  switch (numbers.kind) {
    case "given":
      return String(value);
    case "double":
      return doubleLiteral(value);
    default: {
      const text = scaledConstant(value, numbers.scale).toString();
      return text.length <= LONG_DIGITS ? text : `CAST(${quotedText(text)} AS ${dialect.wide})`;
    }
  }
}

/**
 * Stands to every integer and decimal as the number does: one with more digits after the point lies
 * between two decimals, and one that is beyond all of them stays beyond.
 */
function scaledConstant(value: number, scale: number): bigint {
  const limit = 10n ** BigInt(WHOLE_DIGITS + scale);
  const digits = between(value, scale);
  if (digits > limit) return limit;
  return digits < -limit ? -limit : digits;
}

function between(value: number, scale: number): bigint {
  const sign = value < 0 ? -1n : 1n;
  if (isTiny(value)) return sign * 5n;
  const number = exact(value);
  if (number.scale <= scale) return scaled(number, scale);
  return (number.digits / 10n ** BigInt(number.scale - scale + 1)) * 10n + sign * 5n;
}

/** How many items a group has: an integer in any case. */
export function lengthSql(length: string, numbers: Numbers): string {
  return numbers.kind === "scaled" ? timesUnit(length, numbers.scale) : length;
}

/** A fact that is a number, or a list of them; `sql` reads it. */
export function factNumberSql(
  sql: string,
  operand: FactOperand,
  numbers: Numbers,
  writing: Writing,
): string {
  switch (numbers.kind) {
    case "given":
      return sql;
    case "double":
      return doubleSql(sql, operand, writing);
    default: {
      if (computedValue(operand.id, writing) !== null) {
        return scaledComputed(sql, operand, numbers.scale, writing);
      }
      const shape = itemShapeOf(operand.shape);
      const { dialect } = writing;
      return operand.shape.type === "list"
        ? dialect.each(sql, SCALED, scaledGiven(SCALED, shape, numbers.scale, dialect))
        : scaledGiven(sql, shape, numbers.scale, dialect);
    }
  }
}

/** The cast comes first: with 64 bits the product could overflow. */
function scaledGiven(sql: string, shape: ScalarShape, scale: number, dialect: Dialect): string {
  return shape.type === "decimal"
    ? scaledDecimal(sql, shape.scale, scale, dialect)
    : timesUnit(`CAST(${sql} AS ${dialect.wide})`, scale);
}

function scaledComputed(
  sql: string,
  { id, shape }: FactOperand,
  scale: number,
  writing: Writing,
): string {
  const more = scale - scaleOf(shape);
  if (more === 0) return sql;
  const product = timesUnit(`CAST(${sql} AS ${writing.dialect.wide})`, more);
  const digits = digitsOf(id, scaleOf(shape), writing);
  return scaledWithin({ sql, digits }, more, product, writing.dialect.wide);
}

/** How many digits a computed number may have, without its point. */
function digitsOf(id: string, scale: number, writing: Writing): number {
  const computation = writing.program.pack.facts.get(id)?.compute;
  if (computation === undefined) return WHOLE_DIGITS;
  const result = exactSql(computation, writing);
  return result.digits + scale - result.scale;
}

function timesUnit(sql: string, digits: number): string {
  return digits === 0 ? sql : `${sql} * ${10 ** digits}`;
}

function doubleSql(sql: string, { id, shape }: FactOperand, writing: Writing): string {
  const computed = computedValue(id, writing);
  if (computed !== null && computed.scale > 0) {
    return `(CAST(${sql} AS DOUBLE) / ${doubleLiteral(10 ** computed.scale)})`;
  }
  const type = shape.type === "list" ? writing.dialect.listType("DOUBLE") : "DOUBLE";
  return itemShapeOf(shape).type === "number" ? sql : `CAST(${sql} AS ${type})`;
}
