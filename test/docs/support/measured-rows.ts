import { statSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Program } from "../../../src/engine/decision/program.ts";
import type { FactShape, ScalarShape } from "../../../src/engine/model/catalogue.ts";
import { type Column, columnsOf, typeOfColumn } from "../../../src/sql/columns.ts";
import { DUCKDB } from "../../../src/sql/dialects/duckdb.ts";
import { quotedName, quotedText } from "../../../src/sql/quote.ts";
import { selectOf } from "../../../src/sql/select.ts";

/** What a row of a policy takes, in bytes of Parquet. */
export interface MeasuredRows {
  /** Of the columns that the policy reads, and the id. */
  readonly read: number;
  /** Of what is decided. */
  readonly written: number;
}

/**
 * Writes so many rows of every value alike, which no real people are and which no format makes
 * smaller, decides them, and measures both files.
 */
export async function measureRows(
  database: DuckDBConnection,
  program: Program,
  rows: number,
  folder: string,
): Promise<MeasuredRows> {
  const [given, decided] = ["given", "decided"].map((name) => join(folder, `${name}.parquet`));
  const columns = columnsOf(program).map(
    (column, place) =>
      `CAST(${columnSql(column, `${place}`)} AS ${typeOfColumn(column, DUCKDB)}) AS ${quotedName(column.column)}`,
  );
  const id = "substr(md5(CAST(i AS VARCHAR)), 1, 12) AS id";
  const file = quotedText(given ?? "");
  await database.run("SET threads = 1");
  await database.run(
    `COPY (SELECT ${[id, ...columns].join(", ")} FROM range(${rows}) t(i)) TO ${file} (FORMAT parquet, COMPRESSION snappy)`,
  );
  const select = selectOf(program, { dialect: DUCKDB, table: file, keys: ["id"] });
  await database.run(
    `COPY (${select}) TO ${quotedText(decided ?? "")} (FORMAT parquet, COMPRESSION snappy)`,
  );
  return {
    read: statSync(given ?? "").size / rows,
    written: statSync(decided ?? "").size / rows,
  };
}

function columnSql(column: Column, salt: string): string {
  if (column.kind === "fact") return anyOf(column.shape, `hash(i, ${salt})`);
  const fields = column.fields.map(
    ({ column: name, shape }, place) =>
      `${quotedText(name)}: ${anyOf(shape, `hash(i, ${salt}, item, ${place})`)}`,
  );
  const row = fields.length === 0 ? "'layak_nothing': NULL" : fields.join(", ");
  return `list_transform(range(CAST(1 + hash(i, ${salt}) % 5 AS BIGINT)), lambda item: {${row}})`;
}

/** One in sixteen is not known. */
function anyOf(shape: FactShape, random: string): string {
  const value = shape.type === "list" ? listOf(shape.items, random) : scalarOf(shape, random);
  return `CASE WHEN ${random} % 16 > 0 THEN ${value} END`;
}

function listOf(items: ScalarShape, random: string): string {
  const two = [`hash(${random}, 1)`, `hash(${random}, 2)`].map((each) => scalarOf(items, each));
  return `list_slice([${two.join(", ")}], 1, CAST(${random} // 16 % 3 AS BIGINT))`;
}

function scalarOf(shape: ScalarShape, random: string): string {
  const drawn = `(${random} // 64)`;
  switch (shape.type) {
    case "boolean":
      return `(${drawn} % 2 = 1)`;
    case "date":
      return `(DATE '2020-01-01' + CAST(${drawn} % 3650 AS INTEGER))`;
    case "code": {
      const codes = Object.keys(shape.codes).map(quotedText);
      return `[${codes.join(", ")}][CAST(1 + ${drawn} % ${codes.length} AS BIGINT)]`;
    }
    case "string":
      return `substr(md5(CAST(${drawn} AS VARCHAR)), 1, 12)`;
    case "decimal":
      return `CAST(${drawn} % 100000 AS DECIMAL(18, ${shape.scale})) / 100`;
    default:
      return `CAST(${drawn} % 10000 AS BIGINT)`;
  }
}
