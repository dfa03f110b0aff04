import type { FactShape } from "../engine/model/catalogue.ts";
import type { Form } from "./form.ts";
import type { SourceColumn } from "./source.ts";

/** How a value stands in a file: as a text, as JSON, or as what DuckDB calls a type. */
export type Written = "text" | "json" | "typed";

/** What stands in a column, NULL where that is nothing, and how it stands there. */
export interface Given {
  readonly sql: string;
  readonly written: Written;
}

/** Reads a JSON null and a NULL as unknown. `shape` is null for a group. */
export function givenIn(form: Form, { sql, type }: SourceColumn, shape: FactShape | null): Given {
  if (form === "csv") return { sql, written: "text" };
  if (form === "ndjson") return { sql: presentJson(sql), written: "json" };
  if (shape !== null && isOfType(shape, type)) return { sql, written: "typed" };
  if (/\[|^STRUCT|^JSON|^MAP/.test(type)) {
    return { sql: presentJson(`to_json(${sql})`), written: "json" };
  }
  return { sql: type === "VARCHAR" ? sql : `CAST(${sql} AS VARCHAR)`, written: "text" };
}

/** The text of JSON; what it calls null is unknown. */
function presentJson(json: string): string {
  return `NULLIF(CAST(${json} AS VARCHAR), 'null')`;
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
