import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { columnOf } from "../../src/pack/column-name.ts";
import type { Application } from "../applications/application.ts";
import { generateApplications } from "../applications/generate.ts";

export type BulkForm = "csv" | "ndjson" | "parquet";
export const BULK_FORMS: readonly BulkForm[] = ["csv", "ndjson", "parquet"];

const CHUNK = 10_000;

/** The facts, in the order of the file's columns. */
const IDS = [
  ...(["coverage.status", "coverage.paidThrough", "coverage.programmes"] as const),
  ...(["applicant.residence", "applicant.birthDate", "kiosk.count", "levy.arrears"] as const),
  ...(["levy.instalments", "sanction.blacklisted", "sanction.level", "stall.goods"] as const),
  ...(["stall.documents", "stall.inspectedOn", "stall.activities", "deposit.paid"] as const),
  ...(["guarantor.kind", "contract.months", "contract.startsOn"] as const),
];

export const FILE_IDS: readonly (keyof Application)[] = IDS;

/** The same applications, so many, in the three forms; the path of each. */
export async function writeApplications(
  folder: string,
  count: number,
): Promise<Readonly<Record<BulkForm, string>>> {
  const pathOf = (form: BulkForm) => join(folder, `people.${form}`);
  const paths = { csv: pathOf("csv"), ndjson: pathOf("ndjson"), parquet: pathOf("parquet") };
  const csv = createWriteStream(paths.csv);
  csv.write(`${["id", ...IDS.map(columnOf)].join(",")}\n`);
  // The same so many again and again, with ids of their own: making them takes longer than all else.
  const cells = generateApplications(CHUNK, 1).map((application) =>
    IDS.map((id) => cellOf(application[id])).join(","),
  );
  for (let first = 0; first < count; first += CHUNK) {
    const some = cells.slice(0, Math.min(CHUNK, count - first));
    const rows = some.map((text, at) => `P${String(first + at).padStart(8, "0")},${text}\n`);
    if (!csv.write(rows.join(""))) await once(csv, "drain");
  }
  csv.end();
  await finished(csv);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const typed = `SELECT * REPLACE (${LISTS.map(listSql).join(", ")}) FROM read_csv('${paths.csv}', types = {id: 'VARCHAR', applicant_residence: 'VARCHAR'})`;
  await connection.run(`COPY (${typed}) TO '${paths.ndjson}' (FORMAT json)`);
  await connection.run(`COPY (${typed}) TO '${paths.parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  return paths;
}

const LISTS = ["coverage_programmes", "stall_documents", "stall_activities"];

function listSql(name: string): string {
  return `CASE WHEN ${name} = '[]' THEN [] ELSE string_split(${name}, '|') END AS ${name}`;
}

function cellOf(value: Application[keyof Application]): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return value.length === 0 ? "[]" : value.join("|");
}
