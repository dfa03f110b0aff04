import type { FactShape } from "../engine/model/catalogue.ts";
import type { Form } from "./form.ts";
import type { Written } from "./read-values.ts";
import { presentJson } from "./read-values.ts";
import type { SourceColumn } from "./source.ts";

/** What stands in a column, NULL where that is nothing, and how it stands there. */
export interface Given {
  readonly sql: string;
  readonly written: Written;
}

/** Reads an empty cell, a JSON null and a NULL as unknown. `shape` is null for a group. */
export function givenIn(form: Form, { sql, type }: SourceColumn, shape: FactShape | null): Given {
  if (form === "csv") return { sql: filled(sql), written: "text" };
  if (form === "ndjson") return { sql: presentJson(sql), written: "json" };
  if (shape !== null && isOfType(shape, type)) return { sql, written: "typed" };
  if (/\[|^STRUCT|^JSON|^MAP/.test(type))
    return { sql: presentJson(`to_json(${sql})`), written: "json" };
  return { sql: filled(`CAST(${sql} AS VARCHAR)`), written: "text" };
}

/** The text of a cell; blanks around it mean nothing. Most cells have none, and trimming is slow. */
export function filled(sql: string): string {
  return `CASE WHEN ${sql} = '' OR ${sql} LIKE ' %' OR ${sql} LIKE '% ' THEN NULLIF(trim(${sql}), '') ELSE ${sql} END`;
}

const INTEGERS = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/;

/** Whether what DuckDB has read needs no more reading. */
function isOfType(shape: FactShape, type: string): boolean {
  switch (shape.type) {
    case "boolean":
      return type === "BOOLEAN";
    case "date":
      return type === "DATE";
    case "integer":
    case "money":
      return INTEGERS.test(type);
    case "number":
      return INTEGERS.test(type) || /^(?:DOUBLE|FLOAT|DECIMAL)/.test(type);
    case "list":
      return type === "VARCHAR[]" && ["code", "string", "date"].includes(shape.items.type);
    default:
      return false;
  }
}
