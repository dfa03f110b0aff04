import type { Program } from "../../src/engine/decision/program.ts";
import { DUCKDB } from "../../src/sql/dialects/duckdb.ts";
import { selectOf } from "../../src/sql/select.ts";
import type { BulkForm } from "./files.ts";
import { intoFile, relationOf } from "./handwritten-sql.ts";

/** What `layak sql` prints of the policy, over the same file: it trusts the file as well. */
export function generatedSql(
  program: Program,
  input: string,
  output: string,
  form: BulkForm,
): string {
  const select = selectOf(program, {
    ...{ dialect: DUCKDB, table: relationOf(input, form), keys: ["id"] },
    missing: form === "csv" ? "text" : "list",
  });
  return `COPY (${select}) ${intoFile(output, form)}`;
}
