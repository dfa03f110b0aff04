import { exact, largestDigits } from "../engine/computing/exact.ts";
import { parameterNamed, parameterValue, readReference } from "../engine/conditions/references.ts";
import { isList, type KnownValue } from "../engine/conditions/values.ts";
import type { FactShape, Scalar } from "../engine/model/catalogue.ts";
import type { Computation, Term as ComputedTerm } from "../engine/model/compute.ts";
import { isDate } from "../engine/values/calendar.ts";
import { exactSql } from "./arithmetic.ts";
import { type ComputedValue, computedValue, scaleOf } from "./computations.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { quotedName, quotedText } from "./quote.ts";
import { scaledDecimal } from "./scaled.ts";
import { columnIn, groupIn, ITEM, itemColumn, type Writing } from "./writing.ts";

/** An exact number: an integer in SQL, `scale` of its digits being after the point. */
export interface ExactSql {
  readonly sql: string;
  readonly scale: number;
  /** How many digits it may have at most. */
  readonly digits: number;
}

/** One term, or a list of them. */
export interface Term extends ExactSql {
  readonly kind: "one" | "list";
}

/** Digits of the largest safe integer, and of a day's number. */
const NUMBER_DIGITS = 16;
const DAY_DIGITS = 7;

/** The product of three numbers of no more digits than these fits in 64 bits. */
const SHORT = 6;

/** The terms of a computation in document order. */
export function termsOf({ of }: Computation, writing: Writing): readonly Term[] {
  return of.map((term) => termOf(term, writing));
}

function termOf(term: ComputedTerm, writing: Writing): Term {
  if (typeof term === "number") return constantTerm(term, writing.dialect);
  if ("operation" in term) return { kind: "one", ...partOf(term, writing) };
  if ("over" in term) return groupTerm(term.over, term.fact, writing);
  const { program, dialect } = writing;
  const reference = readReference(term.fact, program.pack.groups);
  switch (reference.kind) {
    case "asOf":
      return constantTerm(program.asOf, dialect);
    case "count": {
      const length = dialect.lengthOf(groupIn(writing, reference.group));
      return { kind: "one", sql: length, scale: 0, digits: 5 };
    }
    case "parameter": {
      const parameter = parameterNamed(term.fact, program.service);
      if (parameter?.by === undefined) {
        return parameterTerm(parameterValue(parameter, program.asOf), writing);
      }
      return factTerm(term.fact, writing);
    }
    default:
      return factTerm(term.fact, writing);
  }
}

/** A computation within another: its column, where it has one. */
function partOf(computation: Computation, writing: Writing): ExactSql {
  const written = exactSql(computation, writing);
  const column = writing.parts.get(computation);
  if (column === undefined) return written;
  return { ...written, sql: writing.group === null ? quotedName(column) : itemColumn(column) };
}

/** What is neither a number nor a date can only be counted. */
function constantTerm(value: Scalar, dialect: Dialect): Term {
  const { digits, scale } = exact(typeof value === "string" && !isDate(value) ? 1 : value);
  return { kind: "one", sql: wholeSql(digits, dialect), scale, digits: digits.toString().length };
}

/** A whole number; what is computed with a long one needs the wide type from the beginning. */
export function wholeSql(whole: bigint, dialect: Dialect): string {
  const text = whole.toString();
  return text.length <= SHORT ? text : `CAST(${quotedText(text)} AS ${dialect.wide})`;
}

function parameterTerm(value: KnownValue | null, { dialect }: Writing): Term {
  if (value === null) return { kind: "one", sql: "NULL", scale: 0, digits: 0 };
  if (!isList(value)) return constantTerm(value, dialect);
  const items = value.flatMap((item) =>
    typeof item === "object" ? [] : constantTerm(item, dialect),
  );
  const scale = Math.max(0, ...items.map((item) => item.scale));
  const sql = items.map(
    (item) => `CAST(${item.sql} * ${10 ** (scale - item.scale)} AS ${dialect.wide})`,
  );
  return {
    kind: "list",
    // An empty list has the type that it is given.
    sql: `CAST(${dialect.listOf(sql)} AS ${dialect.listType(dialect.wide)})`,
    scale,
    digits: NUMBER_DIGITS,
  };
}

function factTerm(id: string, writing: Writing): Term {
  const computed = computedValue(id, writing);
  if (computed !== null) {
    const isTable = parameterNamed(id, writing.program.service) !== undefined;
    const sql = isTable ? computed.sql : withinRange(computed);
    return { kind: "one", ...numberOf(sql, computed.shape, true, writing) };
  }
  const shape = writing.program.pack.facts.get(id);
  const column = columnIn(writing, id);
  if (shape?.type === "list") {
    const { items } = shape;
    const one = numberOf("one", items, false, writing);
    return { ...one, kind: "list", sql: writing.dialect.each(column, "one", one.sql) };
  }
  return shape === undefined
    ? { kind: "one", sql: "NULL", scale: 0, digits: 0 }
    : { kind: "one", ...numberOf(column, shape, false, writing) };
}

/** A row whose number is out of range is refused: what is computed from it must not overflow before. */
function withinRange({ sql, shape, scale }: ComputedValue): string {
  if (shape.type !== "integer" && shape.type !== "money" && shape.type !== "decimal") return sql;
  return `CASE WHEN abs(${sql}) <= ${largestDigits(scale)} THEN ${sql} END`;
}

function groupTerm(over: string, fact: string, writing: Writing): Term {
  const one = factTerm(fact, { ...writing, group: over });
  const list = groupIn(writing, over);
  return {
    ...one,
    kind: "list",
    sql: writing.dialect.each(list, ITEM, one.sql),
  };
}

/** A value as an exact integer. `isScaled`: it is one already. What is no number can only be counted. */
function numberOf(
  sql: string,
  shape: FactShape,
  isScaled: boolean,
  { dialect }: Writing,
): ExactSql {
  const scale = scaleOf(shape);
  switch (shape.type) {
    case "date":
      return { sql: dialect.dayNumber(sql), scale, digits: DAY_DIGITS };
    case "integer":
    case "money":
    case "decimal": {
      const digits =
        isScaled || scale === 0
          ? `CAST(${sql} AS ${dialect.wide})`
          : scaledDecimal(sql, scale, scale, dialect);
      return { sql: digits, scale, digits: NUMBER_DIGITS };
    }
    case "boolean":
      return { sql: `CAST(${sql} AS INTEGER)`, scale, digits: 1 };
    default:
      return { sql, scale, digits: NUMBER_DIGITS };
  }
}

/** A term that is a date, as one. */
export function daySql(term: ComputedTerm, writing: Writing): string {
  const { program, dialect } = writing;
  if (typeof term === "object" && "fact" in term && !("over" in term)) {
    const reference = readReference(term.fact, program.pack.groups);
    if (reference.kind === "asOf") return `DATE ${quotedText(program.asOf)}`;
    const parameter = parameterNamed(term.fact, program.service);
    if (parameter !== undefined && parameter.by === undefined) {
      const value = parameterValue(parameter, program.asOf);
      return typeof value === "string" ? `DATE ${quotedText(value)}` : "CAST(NULL AS DATE)";
    }
    const computed = computedValue(term.fact, writing);
    return computed === null ? columnIn(writing, term.fact) : computed.sql;
  }
  if (typeof term === "number") return dialect.dayOf(String(term));
  return dialect.dayOf(termOf(term, writing).sql);
}
