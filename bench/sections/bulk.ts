import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { prepare } from "../../src/index.ts";
import { isComplete } from "../applications/application.ts";
import { AS_OF } from "../applications/generate.ts";
import { type ByRow, decideByRow } from "../bulk/by-row.ts";
import { writeChangedRules } from "../bulk/changed-rules.ts";
import { type ChildCost, runChild } from "../bulk/child.ts";
import { BULK_FORMS, type BulkForm, writeApplications } from "../bulk/files.ts";
import { generatedSql } from "../bulk/generated-sql.ts";
import { handwrittenSql } from "../bulk/handwritten-sql.ts";
import {
  peakOf,
  printByRow,
  printRuns,
  processorTimes,
  type Runs,
  SUBJECTS,
  type SubjectName,
} from "../bulk/runs.ts";
import type { Entrant } from "../engines/engine.ts";
import { handwritten } from "../engines/handwritten.ts";
import { JSON_RULES_ENGINE, jsonRulesEngine } from "../engines/json-rules-engine.ts";
import { median } from "../measure/median.ts";
import { printTitle } from "../measure/print.ts";
import { ratioOf } from "../measure/rounds.ts";
import { reportTargets } from "../measure/target.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "../rules/pack.ts";

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

async function measureIn(folder: string, rows: number): Promise<boolean> {
  const paths = await writeApplications(folder, rows);
  const rounds = rows > MANY ? 1 : ROUNDS;
  const { program } = prepare(benchmarkPack(), { service: BENCHMARK_SERVICE, asOf: AS_OF });
  const changed = writeChangedRules(folder);
  const runs: Runs[] = [];
  for (const form of BULK_FORMS) {
    const input = paths[form];
    const outputOf = (name: string) => join(folder, `${name}.${form}`);
    const statement = (name: string, sql: string) => {
      writeFileSync(join(folder, `${name}.sql`), sql);
      return [besideThis("statement-child.mjs"), join(folder, `${name}.sql`)];
    };
    const [layak, hand, generated] = [outputOf("layak"), outputOf("hand"), outputOf("generated")];
    const commands: Readonly<Record<SubjectName, readonly string[]>> = {
      "layak bulk": layakArguments(input, layak),
      "handwritten SQL": statement("hand", handwrittenSql(input, hand, form)),
      "SQL of layak sql": statement("generated", generatedSql(program, input, generated, form)),
      "layak simulate": simulateArguments(input, changed, join(folder, "report.json")),
    };
    const costs: Record<SubjectName, ChildCost[]> = {
      ...{ "layak bulk": [], "handwritten SQL": [], "SQL of layak sql": [], "layak simulate": [] },
    };
    for (let round = 0; round < rounds; round++) {
      for (const name of SUBJECTS) costs[name].push(await runChild(commands[name]));
      if (round > 0) continue;
      for (const other of [hand, generated]) await refuseDifferent([layak, other], form);
    }
    runs.push({ form, megabytes: statSync(input).size / 1e6, costs });
  }
  printRuns(runs);
  const byRow: [string, ByRow][] = [];
  for (const [name, sample, entrant] of SAMPLES) {
    byRow.push([name, await decideByRow(paths.csv, Math.min(sample, rows), entrant)]);
  }
  await refuseOtherAnswers(byRow, join(folder, "layak.csv"));
  const ofCsv = runs.find(({ form }) => form === "csv")?.costs["layak bulk"] ?? [];
  const perRow = {
    elapsed: median(ofCsv.map((run) => run.wallSeconds)) / rows,
    processor: median(processorTimes(ofCsv)) / rows,
  };
  printByRow(byRow, perRow, rows);
  return reportTargets([
    ...runs.map(({ form, costs }) => ({
      name: `${form}, processor time, times handwritten SQL`,
      value: ratioOf(processorTimes(costs["layak bulk"]), processorTimes(costs["handwritten SQL"])),
      limit: 1.2,
      sense: "at most" as const,
    })),
    {
      name: "csv, times faster than json-rules-engine, elapsed",
      value: (byRow.at(-1)?.[1].secondsPerRow.elapsed ?? Number.NaN) / perRow.elapsed,
      limit: 150,
      sense: "at least",
    },
    ...runs.map(({ form, costs }) => ({
      name: `${form}, simulation of two versions, processor time, times layak bulk`,
      value: ratioOf(processorTimes(costs["layak simulate"]), processorTimes(costs["layak bulk"])),
      limit: 1.6,
      sense: "at most" as const,
    })),
    {
      name: "peak memory in MB, of any run",
      value: Math.max(...runs.flatMap(({ costs }) => costs["layak bulk"].map(peakOf))),
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

function simulateArguments(input: string, changed: string, report: string): readonly string[] {
  const words = ["dist/layak.js", "simulate", BENCHMARK_SERVICE, "--rules", "bench/rules"];
  const sides = ["--from-rules", "bench/rules", "--to-rules", changed, "--as-of", AS_OF];
  return [...words, ...sides, "--in", input, "--out", report];
}

/** @throws Error unless both files hold the same. */
async function refuseDifferent(outputs: readonly [string, string], form: BulkForm): Promise<void> {
  const sums = await Promise.all(
    outputs.map((path) =>
      told(`SELECT count(*), bit_xor(hash(read)) FROM ${readBy(form, path)} AS read`),
    ),
  );
  if (JSON.stringify(sums[0]) === JSON.stringify(sums[1])) return;
  throw new Error(`layak bulk and SQL beside it differ on ${form}: ${JSON.stringify(sums)}`);
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
