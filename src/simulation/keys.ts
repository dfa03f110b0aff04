import type { By } from "./by.ts";

/** How the values of a breakdown are told apart: each by itself, or as cells of a line. */
export type KeyKind = "values" | "numbers" | "dates";

/** The columns of a breakdown in the statement. */
export interface KeySql {
  readonly kind: KeyKind;
  /** What rows are gathered by; NULL where the value is not known. */
  readonly key: string;
  /** Of a cell its own value, for the least and the greatest of it; else null. */
  readonly value: string | null;
}

/** Of numbers three digits tell cells apart, of dates the month: enough to cut fair bands from. */
export function keySql({ shape, sql }: By): KeySql {
  switch (shape.type) {
    case "integer":
    case "money":
    case "number":
    case "decimal": {
      const number = `CAST(${sql} AS DOUBLE)`;
      const step = `pow(10, floor(log10(abs(${number}))) - 2)`;
      const key = `CASE WHEN ${number} = 0 THEN 0 ELSE floor(${number} / ${step}) * ${step} END`;
      return { kind: "numbers", key, value: number };
    }
    case "date":
      return { kind: "dates", key: `CAST(date_trunc('month', ${sql}) AS DATE)`, value: sql };
    case "list": {
      const open = `CASE WHEN list_count(${sql}) < len(${sql}) THEN ['?'] ELSE [] END`;
      const items = `list_sort(list_distinct(CAST(${sql} AS VARCHAR[])))`;
      const key = `array_to_string(list_concat(${items}, ${open}), '|')`;
      return { kind: "values", key, value: null };
    }
    default:
      return { kind: "values", key: `CAST(${sql} AS VARCHAR)`, value: null };
  }
}
