import type { ScalarShape } from "../../engine/model/catalogue.ts";
import { quotedName, quotedText } from "../quote.ts";
import type { Dialect } from "./dialect.ts";

/**
 * DuckDB 1.5. Its `list_contains`, `list_min` and their kin pass over unknown items, so a truth is
 * reckoned as 0 false, 1 unknown, 2 true: of *every* it is the smallest, of *some* the largest.
 */
export const DUCKDB: Dialect = {
  name: "duckdb",
  typeOf,
  listType: (items) => `${items}[]`,
  rowType: (fields) =>
    `STRUCT(${fields.map(([name, type]) => `${quotedName(name)} ${type}`).join(", ")})`,
  row: (fields) =>
    `{${fields.map(([name, sql, type]) => `${quotedText(name)}: CAST(${sql} AS ${type})`).join(", ")}}`,
  listOf: (items) => (items.length === 0 ? "CAST([] AS VARCHAR[])" : `[${items.join(", ")}]`),
  lengthOf: (list) => `len(${list})`,
  holds: (list, value, isKnown) => {
    const known = isKnown ? "" : ` AND ${value} IS NOT NULL`;
    return `CASE WHEN list_contains(${list}, ${value}) THEN TRUE WHEN list_count(${list}) = len(${list})${known} THEN FALSE END`;
  },
  every: (list, item, condition) => quantified("TRUE", "list_min", list, item, condition),
  some: (list, item, condition) => quantified("FALSE", "list_max", list, item, condition),
  each: (list, item, result) => `list_transform(${list}, lambda ${item}: ${result})`,
  // It counts from 1.
  eachWithPlace: (list, item, result) =>
    `list_transform(${list}, lambda ${item}, ${item}_place: ${result(`(${item}_place - 1)`)})`,
  reduced: (list, start, sum, item, next) =>
    `list_reduce(${list}, lambda ${sum}, ${item}: ${next}, ${start})`,
  smallest: (list) => `list_min(${list})`,
  largest: (list) => `list_max(${list})`,
  joined: (lists) => (lists.length === 1 ? (lists[0] ?? "") : `flatten([${lists.join(", ")}])`),
  flat: (lists) => `flatten(${lists})`,
  present: (list) => `list_filter(${list}, lambda name: name IS NOT NULL)`,
  text: (list) => `array_to_string(${list}, '|')`,
  distinct: (list) =>
    `list_filter(${list}, lambda name, place: name IS NOT NULL AND list_position(${list}, name) = place)`,
  moved: (date, months, days) => {
    const parts = [
      months === "0" ? "" : ` + to_months(CAST(${months} AS INTEGER))`,
      days === 0 ? "" : ` + to_days(${days})`,
    ];
    return `CAST(${date}${parts.join("")} AS DATE)`;
  },
  dayNumber: (date) => `(${date} - DATE '1970-01-01')`,
  dayOf: (number) => `(DATE '1970-01-01' + CAST(${number} AS INTEGER))`,
  wide: "HUGEINT",
  divided: (dividend, divisor) => `(${dividend} // ${divisor})`,
};

function quantified(
  ofNone: "TRUE" | "FALSE",
  extreme: "list_min" | "list_max",
  list: string,
  item: string,
  condition: string,
): string {
  const truths = `list_transform(${list}, lambda ${item}: coalesce(2 * CAST(${condition} AS INTEGER), 1))`;
  return `CASE WHEN len(${list}) = 0 THEN ${ofNone} ELSE CASE ${extreme}(${truths}) WHEN 2 THEN TRUE WHEN 0 THEN FALSE END END`;
}

function typeOf(shape: ScalarShape): string {
  switch (shape.type) {
    case "boolean":
      return "BOOLEAN";
    case "integer":
    case "money":
      return "BIGINT";
    case "number":
      return "DOUBLE";
    case "decimal":
      return `DECIMAL(18, ${shape.scale})`;
    case "date":
      return "DATE";
    default:
      return "VARCHAR";
  }
}
