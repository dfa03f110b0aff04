import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { isComplete } from "../applications/application.ts";
import { AS_OF } from "../applications/generate.ts";
import { type ByRow, decideByRow } from "../bulk/by-row.ts";
import { type ChildCost, runChild } from "../bulk/child.ts";
import { BULK_FORMS, type BulkForm, writeApplications } from "../bulk/files.ts";
import type { Entrant } from "../engines/engine.ts";
import { handwritten } from "../engines/handwritten.ts";
import { JSON_RULES_ENGINE, jsonRulesEngine } from "../engines/json-rules-engine.ts";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { ratioOf } from "../measure/rounds.ts";
import { reportTargets } from "../measure/target.ts";
import { BENCHMARK_SERVICE } from "../rules/pack.ts";

const MANY = 1_000_000;
const ROUNDS = 5;

/** Of engines that take each row by itself: their cost grows with the rows and nothing else. */
const SAMPLES: readonly (readonly [name: string, rows: number, entrant: Entrant])[] = [
  ["handwritten function, csv-parse", 100_000, handwritten],
  [`${JSON_RULES_ENGINE}, csv-parse`, 20_000, jsonRulesEngine],
];

/**
 * `layak bulk` beside handwritten DuckDB SQL of the same policy, on the same files, each in a process
 * of its own. `npm run bench -- bulk rows=10000000` takes more rows, once.
 */
export async function measureBulk(): Promise<boolean> {
  const rows = Number(process.argv.find((word) => /^rows=\d+$/.test(word))?.slice(5) ?? MANY);
  printTitle(`${rows.toLocaleString("en")} applications in a file, one policy of 20 leaves`);
  const folder = mkdtempSync(join(tmpdir(), "layak-bench-"));
  try {
    return await measureIn(folder, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Runs {
  readonly form: BulkForm;
  readonly megabytes: number;
  readonly layak: readonly ChildCost[];
  readonly sql: readonly ChildCost[];
}

async function measureIn(folder: string, rows: number): Promise<boolean> {
  const paths = await writeApplications(folder, rows);
  const rounds = rows > MANY ? 1 : ROUNDS;
  const runs: Runs[] = [];
  for (const form of BULK_FORMS) {
    const input = paths[form];
    const outputs = [join(folder, `layak.${form}`), join(folder, `sql.${form}`)] as const;
    const [layak, sql]: [ChildCost[], ChildCost[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      layak.push(await runChild(layakArguments(input, outputs[0])));
      sql.push(await runChild([besideThis("handwritten-child.mjs"), input, outputs[1], form]));
      if (round === 0) await refuseDifferent(outputs, form);
    }
    runs.push({ form, megabytes: statSync(input).size / 1e6, layak, sql });
  }
  printRuns(runs);
  const byRow: [string, ByRow][] = [];
  for (const [name, sample, entrant] of SAMPLES) {
    byRow.push([name, await decideByRow(paths.csv, Math.min(sample, rows), entrant)]);
  }
  await refuseOtherAnswers(byRow, join(folder, "layak.csv"));
  const ofCsv = runs.find(({ form }) => form === "csv");
  const perRow = median((ofCsv?.layak ?? []).map((run) => run.processorSeconds)) / rows;
  printByRow(byRow, perRow, rows);
  return reportTargets([
    ...runs.map(({ form, layak, sql }) => ({
      name: `${form}, processor time, times handwritten SQL`,
      value: ratioOf(processorTimes(layak), processorTimes(sql)),
      limit: 1.2,
      sense: "at most" as const,
    })),
    {
      name: "csv, times faster than json-rules-engine",
      value: (byRow.at(-1)?.[1].secondsPerRow ?? Number.NaN) / perRow,
      limit: 150,
      sense: "at least",
    },
    {
      name: "peak memory in MB, of any run",
      value: Math.max(...runs.flatMap(({ layak }) => layak.map((run) => run.peakMegabytes))),
      limit: 400,
      sense: "at most",
    },
  ]);
}

function besideThis(name: string): string {
  return join(dirname(fileURLToPath(import.meta.url)), name);
}

function layakArguments(input: string, output: string): readonly string[] {
  const words = ["dist/layak.js", "bulk", BENCHMARK_SERVICE, "--rules", "bench/rules"];
  return [...words, "--as-of", AS_OF, "--in", input, "--out", output];
}

/** @throws Error unless both files hold the same. */
async function refuseDifferent(outputs: readonly [string, string], form: BulkForm): Promise<void> {
  const sums = await Promise.all(
    outputs.map((path) =>
      told(`SELECT count(*), bit_xor(hash(read)) FROM ${readBy(form, path)} AS read`),
    ),
  );
  if (JSON.stringify(sums[0]) === JSON.stringify(sums[1])) return;
  throw new Error(`layak bulk and the handwritten SQL differ on ${form}: ${JSON.stringify(sums)}`);
}

function readBy(form: BulkForm, path: string): string {
  if (form === "csv") return `read_csv('${path}', all_varchar = true)`;
  return form === "parquet" ? `read_parquet('${path}')` : `read_json('${path}')`;
}

async function told(sql: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** @throws Error where an engine decides an application otherwise, all facts of which are known. */
async function refuseOtherAnswers(byRow: readonly [string, ByRow][], path: string): Promise<void> {
  for (const [name, { contender, applications }] of byRow) {
    const outcomes = await told(
      `SELECT outcome FROM ${readBy("csv", path)} LIMIT ${applications.length}`,
    );
    for (const [index, application] of applications.entries()) {
      if (!isComplete(application)) continue;
      const { outcome } = await contender.answer(index);
      if (outcome === outcomes[index]?.[0]) continue;
      throw new Error(
        `${name} says of row ${index + 1} ${outcome}: ${JSON.stringify(application)}`,
      );
    }
  }
}

function processorTimes(runs: readonly ChildCost[]): readonly number[] {
  return runs.map((run) => run.processorSeconds);
}

function printRuns(runs: readonly Runs[]): void {
  console.log("Medians (quartiles) of interleaved rounds, the start of the process among it.");
  console.log(
    "The handwritten SQL checks no codes or ranges, sets no row aside and counts nothing.",
  );
  printTable(
    ["format", "MB", "", "processor s", "wall s", "peak MB", "× SQL, processor", "× SQL, wall"],
    runs.flatMap(({ form, megabytes, layak, sql }) =>
      [["layak bulk", layak] as const, ["handwritten SQL", sql] as const].map(([name, ones]) => {
        const walls = ones.map((run) => run.wallSeconds);
        return [
          form,
          figure(megabytes),
          name,
          spread(processorTimes(ones)),
          spread(walls),
          figure(Math.max(...ones.map((run) => run.peakMegabytes))),
          figure(ratioOf(processorTimes(ones), processorTimes(sql))),
          figure(
            ratioOf(
              walls,
              sql.map((run) => run.wallSeconds),
            ),
          ),
        ];
      }),
    ),
  );
}

/** A median with its quartiles. */
function spread(values: readonly number[]): string {
  const sorted = values.toSorted((first, second) => first - second);
  const half = Math.ceil(sorted.length / 2);
  const [lower, upper] = [median(sorted.slice(0, half)), median(sorted.slice(-half))];
  return `${figure(median(sorted))} (${figure(lower)}–${figure(upper)})`;
}

function printByRow(byRow: readonly [string, ByRow][], perRow: number, rows: number): void {
  console.log("Row by row from CSV, of a sample, scaled to all rows; nothing is written:");
  printTable(
    ["", "rows measured", "processor s for all", "× layak bulk"],
    byRow.map(([name, { applications, secondsPerRow }]) => [
      name,
      applications.length.toLocaleString("en"),
      figure(secondsPerRow * rows),
      figure(secondsPerRow / perRow),
    ]),
  );
}
