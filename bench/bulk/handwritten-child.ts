import { DuckDBInstance } from "@duckdb/node-api";
import type { BulkForm } from "./files.ts";
import { handwrittenSql } from "./handwritten-sql.ts";

/** Runs the handwritten statement in a process of its own: input, output, form. */
const [input = "", output = "", form = "csv"] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(handwrittenSql(input, output, isForm(form) ? form : "csv"));
connection.closeSync();
instance.closeSync();

function isForm(text: string): text is BulkForm {
  return text === "csv" || text === "ndjson" || text === "parquet";
}
