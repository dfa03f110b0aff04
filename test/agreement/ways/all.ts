import { openDuckdb } from "../../sql/applications.ts";
import type { Way } from "../question.ts";
import { duckdb } from "./duckdb.ts";
import { GENERATED_MODULE } from "./generated-module.ts";
import { JSON_RULES_ENGINE } from "./json-rules-engine.ts";

/** Every other way of deciding; DuckDB is open until it is closed. */
export async function openWays(): Promise<{
  readonly ways: readonly Way[];
  readonly close: () => void;
}> {
  const { run, close } = await openDuckdb();
  return { ways: [GENERATED_MODULE, duckdb(run), JSON_RULES_ENGINE], close };
}
