import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { programOf } from "../../src/engine/decision/program.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { glueColumns } from "../../src/sql/glue-table.ts";
import { layak } from "../cli/support/layak.ts";
import { temporaryFolder } from "../support/files.ts";
import { measureRows } from "./support/measured-rows.ts";

const PAGE = readFileSync("docs/scale.md", "utf8");
const ROWS = 100_000;

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

/** What the page says was measured of a row, and what it assumes. */
function told(label: string): number {
  const [, number] = new RegExp(`^\\| ${label} \\| \\$?([\\d.]+)`, "m").exec(PAGE) ?? [];
  if (number === undefined) throw new Error(`the page does not tell "${label}"`);
  return Number(number);
}

const READ = told("read");
const WRITTEN = told("written");
const MICROSECONDS = told("decided");
const TERABYTE = told("price of Athena");
const GIGABYTE_MONTH = told("price of S3");
const CORES = told("Athena's cores");
const TIMES = told("Trino's processor time");
const BEGINNING = told("until a run begins, and ends");

function bytes(count: number): string {
  return count >= 1e9 ? `${(count / 1e9).toFixed(1)} GB` : `${(count / 1e6).toFixed(0)} MB`;
}

function time(seconds: number): string {
  return seconds < 600 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`;
}

/** A row of the table, from the page's own figures by the page's own sums. */
function sums(rows: number): string {
  const scanned = rows * READ;
  const athena = (Math.max(scanned, 10e6) / 1e12) * TERABYTE;
  const s3 = ((rows * (READ + WRITTEN)) / 1e9) * GIGABYTE_MONTH * (7 / 30);
  const core = rows * MICROSECONDS * 1e-6;
  const money = [athena, s3].map((dollars) => `$${dollars.toFixed(4)}`);
  const cells = [bytes(scanned), ...money, time(BEGINNING + (core * TIMES) / CORES), time(core)];
  return `| ${rows.toLocaleString("en")} | ${cells.join(" | ")} |`;
}

const database = async () => (await DuckDBInstance.create(":memory:")).connect();

describe("docs/scale.md", () => {
  it.each([1_000_000, 10_000_000, 280_000_000])("adds up for %i people", (rows) => {
    expect(PAGE).toContain(`\n${sums(rows)}\n`);
  });

  it("tells the bytes of a row as they are", async () => {
    const program = programOf(pack, { service: "kota-serang/sewa-kios", asOf: "2026-11-22" });
    const measured = await measureRows(await database(), program, ROWS, temporaryFolder());
    expect(Math.abs(measured.read - READ)).toBeLessThan(0.5);
    expect(Math.abs(measured.written - WRITTEN)).toBeLessThan(0.5);
  });

  it("shows commands that print what it shows, and SQL that writes a file of the table's types", async () => {
    const folder = temporaryFolder();
    const blocks = [...PAGE.matchAll(/```(sh|text|sql)\n([\s\S]*?)```/g)];
    const [commands = "", shown, sql = ""] = ["sh", "text", "sql"].map(
      (kind) => blocks.find(([, of]) => of === kind)?.[2],
    );
    const [write = "", bulk = ""] = commands.trimEnd().split("\n");
    execFileSync("sh", ["-c", write], { cwd: folder });
    const inFolder = (word: string) => (/^\w+\.csv$/.test(word) ? join(folder, word) : word);
    const { out, err } = await layak(bulk.split(" ").slice(2).map(inFolder));
    expect(`${[...err, ...out].join("\n").replaceAll(`${folder}/`, "")}\n`).toBe(shown);

    const connection = await database();
    const file = join(folder, "part-0.parquet");
    writeFileSync(file, "");
    await connection.run(
      sql.replace("part-0.parquet", file).replace("orang.csv", join(folder, "orang.csv")),
    );
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`);
    const types = new Map(glueColumns(pack).map(({ Name, Type }) => [Name, Type]));
    const columns = described.getRowObjectsJson();
    expect(columns).toHaveLength(3);
    for (const { column_name: name, column_type: type } of columns) {
      const hive = type === "VARCHAR" ? "string" : String(type).toLowerCase();
      expect(types.get(String(name))).toBe(hive);
    }
  });
});
