import type { ScalarShape } from "../../engine/model/catalogue.ts";
import { quotedName } from "../quote.ts";
import type { Dialect } from "./dialect.ts";

/** Trino, and so Athena. Its `contains`, `all_match` and `any_match` are strong Kleene by themselves. */
export const TRINO: Dialect = {
  name: "trino",
  typeOf,
  listType: (items) => `array(${items})`,
  rowType: (fields) =>
    `row(${fields.map(([name, type]) => `${quotedName(name)} ${type}`).join(", ")})`,
  row: (fields) => {
    const types = fields.map(([name, , type]) => `${quotedName(name)} ${type}`);
    return `CAST(ROW(${fields.map(([, sql]) => sql).join(", ")}) AS row(${types.join(", ")}))`;
  },
  listOf: (items) =>
    items.length === 0 ? "CAST(ARRAY[] AS array(varchar))" : `ARRAY[${items.join(", ")}]`,
  lengthOf: (list) => `cardinality(${list})`,
  holds: (list, value) => `contains(${list}, ${value})`,
  every: (list, item, condition) => `all_match(${list}, ${item} -> ${condition})`,
  some: (list, item, condition) => `any_match(${list}, ${item} -> ${condition})`,
  each: (list, item, result) => `transform(${list}, ${item} -> ${result})`,
  // A sequence from 0 to -1 would count downwards.
  eachWithPlace: (list, item, result) =>
    `CASE WHEN cardinality(${list}) > 0 THEN zip_with(${list}, sequence(0, cardinality(${list}) - 1), (${item}, ${item}_place) -> ${result(`${item}_place`)}) END`,
  reduced: (list, start, sum, item, next) =>
    `reduce(${list}, ${start}, (${sum}, ${item}) -> ${next}, ${sum} -> ${sum})`,
  smallest: (list) => `array_min(${list})`,
  largest: (list) => `array_max(${list})`,
  joined: (lists) => (lists.length === 1 ? (lists[0] ?? "") : `concat(${lists.join(", ")})`),
  flat: (lists) => `coalesce(flatten(${lists}), CAST(ARRAY[] AS array(varchar)))`,
  present: (list) => `filter(${list}, name -> name IS NOT NULL)`,
  text: (list) => `array_join(${list}, '|')`,
  distinct: (list) => `array_distinct(filter(${list}, name -> name IS NOT NULL))`,
  moved: (date, months, days) => {
    const byMonths = months === "0" ? date : `date_add('month', ${months}, ${date})`;
    return days === 0 ? byMonths : `date_add('day', ${days}, ${byMonths})`;
  },
  dayNumber: (date) => `date_diff('day', DATE '1970-01-01', ${date})`,
  dayOf: (number) => `date_add('day', CAST(${number} AS bigint), DATE '1970-01-01')`,
  wide: "DECIMAL(38, 0)",
  // Decimals divide with rounding; without the rest there is nothing to round.
  divided: (dividend, divisor) =>
    `((${dividend} - mod(${dividend}, NULLIF(${divisor}, 0))) / NULLIF(${divisor}, 0))`,
};

function typeOf(shape: ScalarShape): string {
  switch (shape.type) {
    case "boolean":
      return "boolean";
    case "integer":
    case "money":
      return "bigint";
    case "number":
      return "double";
    case "decimal":
      return `decimal(18, ${shape.scale})`;
    case "date":
      return "date";
    default:
      return "varchar";
  }
}
