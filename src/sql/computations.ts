import { largestDigits } from "../engine/computing/exact.ts";
import { parameterNamed, parameterOn, readReference } from "../engine/conditions/references.ts";
import type { FactShape, Scalar } from "../engine/model/catalogue.ts";
import type { Computation } from "../engine/model/compute.ts";
import type { Parameter, ParameterTable } from "../engine/model/pack.ts";
import { exactSql } from "./arithmetic.ts";
import { literal } from "./literals.ts";
import { MOST_DIGITS } from "./long-numbers.ts";
import { textSql } from "./quote.ts";
import { scaledNumber } from "./scaled.ts";
import { columnIn, type Writing } from "./writing.ts";

/** What is computed, in SQL. A decimal is an integer, `scale` of its digits being after the point. */
export interface ComputedValue {
  readonly sql: string;
  readonly shape: FactShape;
  readonly scale: number;
}

/** Reads a name that is computed, from the column that holds it; null of every other. */
export function computedValue(id: string, writing: Writing): ComputedValue | null {
  const shape = computedShape(id, writing);
  if (shape === null) return null;
  const sql = columnIn(writing, id);
  return { sql, shape, scale: scaleOf(shape) };
}

function computedShape(id: string, { program: { pack, service } }: Writing): FactShape | null {
  const parameter = parameterNamed(id, service);
  if (parameter !== undefined) {
    return parameter.by === undefined || parameter.shape.type === "duration"
      ? null
      : parameter.shape;
  }
  const fact = pack.facts.get(id);
  return fact?.compute === undefined ? null : fact;
}

export function scaleOf(shape: FactShape): number {
  return shape.type === "decimal" ? shape.scale : 0;
}

/** How a fact is computed, or which value of a table it is; null where a name is neither. */
export function computedSql(id: string, writing: Writing): string | null {
  const { pack, service, asOf } = writing.program;
  const parameter = parameterNamed(id, service);
  if (parameter !== undefined) return tableSql(parameter, asOf, writing);
  const fact = pack.facts.get(id);
  return fact?.compute === undefined ? null : resultSql(fact, fact.compute, writing);
}

function resultSql(shape: FactShape, computation: Computation, writing: Writing): string {
  const { sql, scale, digits } = exactSql(computation, writing);
  if (shape.type === "date") return writing.dialect.dayOf(withinCalendar(sql));
  const most = largestDigits(scaleOf(shape));
  // What is too long to be written is told as what it is, out of range.
  const beyond = `${most + 1}`;
  if (digits > MOST_DIGITS) return beyond;
  const missing = scaleOf(shape) - scale;
  if (missing <= 0) return sql;
  const result = `${sql} * ${10 ** missing}`;
  if (digits + missing <= MOST_DIGITS) return result;
  return `CASE WHEN abs(${sql}) <= ${most} THEN ${result} WHEN ${sql} IS NOT NULL THEN ${beyond} END`;
}

/** Whatever is no day of the years 1 to 9999 is none. */
function withinCalendar(number: string): string {
  return `CASE WHEN ${number} BETWEEN -719162 AND 2932896 THEN ${number} END`;
}

function tableSql(parameter: Parameter, asOf: string, writing: Writing): string {
  const { by, shape } = parameter;
  const on = parameterOn(parameter, asOf)?.value;
  if (by === undefined || shape.type === "duration" || !isTable(on)) return "NULL";
  const code = readReference(by, writing.program.pack.groups).kind === "fact" ? by : null;
  const column = code === null ? "NULL" : columnIn(writing, code);
  const branches = Object.entries(on).map(
    ([listed, value]) => `WHEN ${textSql(listed)} THEN ${tableValue(value, shape)}`,
  );
  return branches.length === 0 ? "NULL" : `CASE ${column} ${branches.join(" ")} END`;
}

function isTable(value: unknown): value is ParameterTable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tableValue(value: Scalar, shape: FactShape): string {
  if (typeof value !== "number") return literal(value, shape, false);
  return shape.type === "number"
    ? literal(value, shape, true)
    : scaledNumber(value, scaleOf(shape)).toString();
}
