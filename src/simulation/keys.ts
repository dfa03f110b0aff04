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
      return { kind: "numbers", key: cellSql(number), value: number };
    }
    case "date":
      return { kind: "dates", key: `CAST(date_trunc('month', ${sql}) AS DATE)`, value: sql };
    case "list": {
      const open = `CASE WHEN list_count(${sql}) < len(${sql}) THEN ['?'] ELSE [] END`;
      const items = `list_sort(list_distinct(CAST(${sql} AS VARCHAR[])))`;
      const key = `CASE WHEN ${sql} IS NOT NULL THEN array_to_string(list_concat(${items}, ${open}), '|') END`;
      return { kind: "values", key, value: null };
    }
    default:
      return { kind: "values", key: `CAST(${sql} AS VARCHAR)`, value: null };
  }
}

/**
 * Which cell a number is in, as a number. Division alone would put 0.6 below 600 × 0.001, so each is
 * held against the edge as it is written: of a whole number and a power of ten, both exact.
 */
function cellSql(number: string): string {
  const power = `(floor(log10(greatest(abs(${number}), 1e-300))) - 2)`;
  const [up, down] = [`pow(10, greatest(-${power}, 0))`, `pow(10, greatest(${power}, 0))`];
  const nearest = `round(${number} * ${up} / ${down})`;
  const place = `(${nearest} - CAST(${number} < ${nearest} * ${down} / ${up} AS INTEGER))`;
  return `${place} * 1000 + ${power}`;
}
