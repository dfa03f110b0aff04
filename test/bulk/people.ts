import { DuckDBInstance } from "@duckdb/node-api";
import type { Facts, FactValue } from "../../src/engine/model/catalogue.ts";
import { columnOf } from "../../src/pack/column-name.ts";

/** What each column of a file of market traders may hold; null is an empty cell. */
const VALUES: Readonly<Record<string, readonly FactValue[]>> = {
  "applicant.stateApparatus": [false, false, true, null],
  "coverage.status": ["AKTIF", "AKTIF", "MASA_TENGGANG", "NONAKTIF", "TIDAK_TERDAFTAR", null],
  "coverage.programmes": [["JKK", "JKM"], ["JKK"], ["JKK", "JKM", "JHT"], ["JKK", null], [], null],
  "coverage.paidThrough": ["2026-12-31", "2026-10-31", "2026-08-21", "2024-02-29", null],
  "person.birthDate": ["1961-11-22", "1961-11-23", "1990-02-28", null],
  "kiosk.owner": ["PEMKOT", "PEMKOT", "PEMKOT", "LAINNYA", null],
  "lease.kind": ["PERPANJANGAN", "BARU", null],
  "trader.onRegister": [true, true, false, null],
  "retribution.paidThrough": ["2026-11-22", "2026-10-21", "2027-01-01", null],
  "document.ktp": [true, true, true, null],
  "document.photo": [true, true, false],
  "document.kioskCard": [true, true, false, null],
};

export const IDS: readonly string[] = Object.keys(VALUES);

/** Invented people, always the same ones. */
export function inventedPeople(count: number): readonly Facts[] {
  let state = 20_261_122;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      Object.entries(VALUES).map(([id, values]) => [id, values[next(values.length)] ?? null]),
    ),
  );
}

/** A CSV file of people, with `id` for their place. */
export function csvOf(people: readonly Facts[], lineEnd = "\n"): string {
  const header = ["id", ...IDS.map(columnOf)].join(",");
  const rows = people.map((facts, place) =>
    [place, ...IDS.map((id) => cellOf(facts[id]))].join(","),
  );
  return [header, ...rows, ""].join(lineEnd);
}

function cellOf(value: Facts[string]): string {
  if (value === null || value === undefined) return "";
  if (!Array.isArray(value)) return String(value);
  if (value.length > 0 && !value.includes(null)) return value.join("|");
  return `"${JSON.stringify(value).replaceAll('"', '""')}"`;
}

/** The same as NDJSON, by fact ids. */
export function ndjsonOf(people: readonly Facts[]): string {
  return people.map((facts, id) => `${JSON.stringify({ id: String(id), ...facts })}\n`).join("");
}

/** A Parquet file of what stands in an NDJSON file, with the types that DuckDB finds there. */
export async function writeParquet(ndjson: string, parquet: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (FROM read_json('${ndjson}')) TO '${parquet}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
