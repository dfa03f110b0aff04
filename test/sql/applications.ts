import { DuckDBInstance } from "@duckdb/node-api";
import type { Program } from "../../src/engine/decision/program.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
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

/**
 * Makes a table of applications in place of the one before, and gives its name; `place` says which
 * application a row is.
 */
export async function tableOf(
  run: RunSql,
  program: Program,
  applications: readonly Facts[],
): Promise<string> {
  const columns = columnsOf(program);
  const fields = [
    '"place" BIGINT',
    ...columns.map((column) => `${quotedName(column.column)} ${typeOfColumn(column, DUCKDB)}`),
  ];
  const rows = applications.map((facts, place) => ({
    place,
    ...Object.fromEntries(columns.map((column) => [column.column, valueIn(column, facts)])),
  }));
  // As JSON, which is read at once: of written rows, every cast would take its time to plan.
  const given = `CAST(${quotedText(JSON.stringify(rows))} AS JSON)`;
  await run(
    `CREATE OR REPLACE TEMP TABLE "given" AS SELECT one.* FROM (SELECT unnest(CAST(${given} AS STRUCT(${fields.join(", ")})[])) AS one)`,
  );
  return '"given"';
}

function valueIn(column: Column, facts: Facts): unknown {
  const value: unknown = facts[column.id] ?? null;
  if (column.kind === "fact" || !Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (typeof item !== "object" || item === null) return null;
    const fields = column.fields.map((field) => [
      field.column,
      Reflect.get(item, field.id) ?? null,
    ]);
    return Object.fromEntries(fields.length === 0 ? [["layak_nothing", null]] : fields);
  });
}
