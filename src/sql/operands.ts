import type { Shift } from "../engine/conditions/shift.ts";
import type { FactOperand, Operand } from "../engine/conditions/tree.ts";
import { isList } from "../engine/conditions/values.ts";
import type { FactShape, Scalar } from "../engine/model/catalogue.ts";
import { computedValue } from "./computations.ts";
import { literal } from "./literals.ts";
import { factNumberSql, lengthSql, type Numbers, numberSql } from "./numbers.ts";
import { columnIn, groupIn, type Writing } from "./writing.ts";

/** The value of an operand, its numbers as the other side has them. */
export function operandSql(operand: Operand, numbers: Numbers, writing: Writing): string {
  switch (operand.kind) {
    case "constant": {
      const { value, shape } = operand;
      return value === null || isList(value) ? "NULL" : constantSql(value, shape, numbers, writing);
    }
    case "count":
      return lengthSql(writing.dialect.lengthOf(groupIn(writing, operand.group)), numbers);
    default:
      return factSql(operand, numbers, writing);
  }
}

/** A single value that the rule or a parameter states. */
export function constantSql(
  value: Scalar,
  shape: FactShape,
  numbers: Numbers,
  { dialect }: Writing,
): string {
  return typeof value === "number"
    ? numberSql(value, numbers, dialect)
    : literal(value, shape, false);
}

function factSql(operand: FactOperand, numbers: Numbers, writing: Writing): string {
  const { id, shift } = operand;
  const sql = computedValue(id, writing)?.sql ?? columnIn(writing, id);
  return shift === undefined
    ? factNumberSql(sql, operand, numbers, writing)
    : movedSql(sql, shift, writing);
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
