import { columnOf } from "../pack/column-name.ts";
import { exactSql } from "./arithmetic.ts";
import { columnsOf, typeOfShape } from "./columns.ts";
import { computedSql, computedValue } from "./computations.ts";
import { type ComputedUnit, computedUnits } from "./computed-units.ts";
import { quotedName } from "./quote.ts";
import type { StepColumn } from "./steps.ts";
import { columnIn, ITEM, itemColumn, type Writing } from "./writing.ts";

/**
 * The columns of each step that computes, and how everything after them reads the groups. Groups
 * come first: what is computed of an item is a field of it from then on.
 */
export function computedSteps(writing: Writing): {
  readonly steps: readonly (readonly StepColumn[])[];
  readonly writing: Writing;
} {
  const { program, parts } = writing;
  const units = computedUnits(program, parts);
  const groupColumns = new Map(writing.groupColumns);
  const steps: (readonly StepColumn[])[] = [];
  for (const group of new Set(units.flatMap((unit) => unit.group ?? []))) {
    const before: ComputedUnit[] = [];
    for (const together of inSteps(units.filter((unit) => unit.group === group))) {
      const within = { ...writing, group, groupColumns: new Map(groupColumns) };
      const column = `${columnOf(group)} ${before.length + 1}`;
      steps.push([{ name: column, sql: rowsWith(together, before, within) }]);
      groupColumns.set(group, column);
      before.push(...together);
    }
  }
  const after = { ...writing, groupColumns };
  for (const together of inSteps(units.filter((unit) => unit.group === null))) {
    steps.push(together.map((unit) => ({ name: unit.column, sql: unitSql(unit, after) })));
  }
  return { steps, writing: after };
}

/** As many as do not read each other are computed in one step. */
function inSteps(units: readonly ComputedUnit[]): readonly (readonly ComputedUnit[])[] {
  const steps: ComputedUnit[][] = [];
  for (const unit of units) {
    const last = steps.at(-1);
    const isFree = last?.every(({ column }) => !unit.reads.includes(column)) ?? false;
    if (isFree) last?.push(unit);
    else steps.push([unit]);
  }
  return steps;
}

/** The items of a group as they were, with more fields; of one of which nothing is known too. */
function rowsWith(
  units: readonly ComputedUnit[],
  before: readonly ComputedUnit[],
  writing: Writing,
): string {
  const { dialect, program, group } = writing;
  const columns = columnsOf(program).flatMap((column) =>
    column.kind === "group" && column.id === group ? column.fields : [],
  );
  const given = columns.map(
    ({ column, shape }) => [column, itemColumn(column), typeOfShape(shape, dialect)] as const,
  );
  const kept = before.map(
    (unit) => [unit.column, itemColumn(unit.column), typeOfUnit(unit, writing)] as const,
  );
  const added = units.map(
    (unit) => [unit.column, unitSql(unit, writing), typeOfUnit(unit, writing)] as const,
  );
  return dialect.each(groupColumn(writing), ITEM, dialect.row([...given, ...kept, ...added]));
}

function groupColumn({ group, groupColumns }: Writing): string {
  return quotedName(groupColumns.get(group ?? "") ?? columnOf(group ?? ""));
}

/** Numbers are integers of 38 digits until they are told. */
function typeOfUnit({ id }: ComputedUnit, writing: Writing): string {
  const shape = id === null ? undefined : computedValue(id, writing)?.shape;
  const type = shape?.type === "list" ? undefined : shape?.type;
  if (shape === undefined || type === undefined) return writing.dialect.wide;
  return ["integer", "money", "decimal"].includes(type)
    ? writing.dialect.wide
    : typeOfShape(shape, writing.dialect);
}

function unitSql({ id, computation }: ComputedUnit, writing: Writing): string {
  if (id !== null) return computedSql(id, writing) ?? "NULL";
  return computation === null ? "NULL" : exactSql(computation, writing).sql;
}

/** A computed fact as it is told: a decimal with its point, and whatever is in its type. */
export function computedColumn(id: string, writing: Writing): string {
  const { dialect } = writing;
  const computed = computedValue(id, writing);
  const column = columnIn(writing, id);
  if (computed === null || computed.shape.type === "list") return column;
  const type = dialect.typeOf(computed.shape);
  switch (computed.shape.type) {
    case "integer":
    case "money":
      return `TRY_CAST(${column} AS ${type}) AS ${column}`;
    case "decimal":
      return `TRY_CAST(TRY_CAST(${column} AS DECIMAL(18, 0)) * ${decimalUnit(computed.scale)} AS ${type}) AS ${column}`;
    default:
      return column;
  }
}

/** One hundredth is 0.01. */
function decimalUnit(scale: number): string {
  return `0.${"1".padStart(scale, "0")}`;
}
