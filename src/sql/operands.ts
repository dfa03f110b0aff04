import { shapeOf } from "../engine/conditions/compile.ts";
import type { Shift } from "../engine/conditions/shift.ts";
import type { FactOperand, Operand } from "../engine/conditions/tree.ts";
import { isList } from "../engine/conditions/values.ts";
import type { FactShape, ScalarShape } from "../engine/model/catalogue.ts";
import { computedValue } from "./computations.ts";
import { doubleLiteral, literal } from "./literals.ts";
import { columnIn, groupIn, type Writing } from "./writing.ts";

/** The shape of a single value: of a list, its items'. */
export function itemShapeOf(shape: FactShape): ScalarShape {
  return shape.type === "list" ? shape.items : shape;
}

/** True of values that are exact as integers; all other numbers are compared as JSON reads them. */
export function isWhole(operand: Operand): boolean {
  if (operand.kind !== "constant") {
    const { type } = itemShapeOf(shapeOf(operand));
    return type === "integer" || type === "money";
  }
  const values = isList(operand.value) ? operand.value : [operand.value];
  return values.every((value) => typeof value !== "number" || Number.isSafeInteger(value));
}

export function isNumeric(operand: Operand): boolean {
  return ["integer", "number", "money", "decimal"].includes(itemShapeOf(shapeOf(operand)).type);
}

/** The value of an operand; `wide`: as a number with a fraction. */
export function operandSql(operand: Operand, wide: boolean, writing: Writing): string {
  switch (operand.kind) {
    case "constant": {
      const { value, shape } = operand;
      return value === null || isList(value) ? "NULL" : literal(value, shape, wide);
    }
    case "count":
      return writing.dialect.lengthOf(groupIn(writing, operand.group));
    default:
      return factSql(operand, wide, writing);
  }
}

function factSql({ id, shape, shift }: FactOperand, wide: boolean, writing: Writing): string {
  const computed = computedValue(id, writing);
  const sql = computed?.sql ?? columnIn(writing, id);
  if (shift !== undefined) return movedSql(sql, shift, writing);
  if (!wide) return sql;
  if (computed !== null && computed.scale > 0) {
    return `(CAST(${sql} AS DOUBLE) / ${doubleLiteral(10 ** computed.scale)})`;
  }
  const type = shape.type === "list" ? writing.dialect.listType("DOUBLE") : "DOUBLE";
  return itemShapeOf(shape).type === "number" ? sql : `CAST(${sql} AS ${type})`;
}

function movedSql(date: string, { direction, duration }: Shift, { dialect }: Writing): string {
  if (duration === null) return "CAST(NULL AS DATE)";
  const { years, months, weeks, days } = duration;
  return dialect.moved(
    date,
    String(direction * (years * 12 + months)),
    direction * (weeks * 7 + days),
  );
}
