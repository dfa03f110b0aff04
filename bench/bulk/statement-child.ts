import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

/** Runs the statement that stands in a file, in a process of its own. */
const [path = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(readFileSync(path, "utf8"));
connection.closeSync();
instance.closeSync();
