import { DuckDBInstance } from "@duckdb/node-api";
import type { Program } from "../../src/engine/decision/program.ts";
import type { FactShape, Facts, FactValue, Scalar } from "../../src/engine/model/catalogue.ts";
import { type Column, columnsOf, typeOfColumn } from "../../src/sql/columns.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import { quotedName, quotedText } from "../../src/sql/quote.ts";

/** Runs SQL and gives its rows, in their order. */
export type RunSql = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** DuckDB in memory, for one test. */
export async function openDuckdb(): Promise<{ readonly run: RunSql; readonly close: () => void }> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  return {
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close: () => connection.closeSync(),
  };
}

/** A table of applications, as a statement that selects it; `place` says which application a row is. */
export function tableOf(program: Program, applications: readonly Facts[]): string {
  const columns = columnsOf(program);
  const rows = applications.map((facts, place) => {
    const values = columns.map(
      (column) => `CAST(${literalOf(column, facts)} AS ${typeOfColumn(column, DUCKDB)})`,
    );
    return `(${[String(place), ...values].join(", ")})`;
  });
  const names = ["place", ...columns.map(({ column }) => quotedName(column))];
  return `(SELECT * FROM (VALUES ${rows.join(",\n")}) AS given(${names.join(", ")}))`;
}

function literalOf(column: Column, facts: Facts): string {
  const value = facts[column.id];
  if (value === undefined || value === null) return "NULL";
  if (column.kind === "fact") return sqlOf(value, column.shape);
  if (!Array.isArray(value)) return "NULL";
  const items = value.map((item: unknown) => {
    if (typeof item !== "object" || item === null) return "NULL";
    const fields = column.fields.map((field) => {
      const found: unknown = Reflect.get(item, field.id);
      return `${quotedText(field.column)}: ${sqlOf(found, field.shape)}`;
    });
    return `{${fields.length === 0 ? "'layak_nothing': NULL" : fields.join(", ")}}`;
  });
  return `[${items.join(", ")}]`;
}

function sqlOf(value: unknown, shape: FactShape): string {
  if (value === undefined || value === null) return "NULL";
  if (shape.type !== "list") return isScalar(value) ? scalarOf(value) : "NULL";
  return isItems(value)
    ? `[${value.map((item) => (item === null ? "NULL" : scalarOf(item))).join(", ")}]`
    : "NULL";
}

function isScalar(value: unknown): value is Scalar {
  return ["boolean", "number", "string"].includes(typeof value);
}

function isItems(value: unknown): value is Extract<FactValue, readonly unknown[]> {
  return Array.isArray(value);
}

function scalarOf(value: Scalar): string {
  return typeof value === "string" ? quotedText(value) : String(value);
}
