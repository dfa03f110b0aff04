import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDuckDB } from "../../src/bulk/database.ts";
import { type BulkOptions, runBulk } from "../../src/bulk/run.ts";
import type { Progress } from "../../src/bulk/watched.ts";
import { progressTeller } from "../../src/cli/bulk/tell-progress.ts";
import { programOf } from "../../src/engine/decision/program.ts";
import { readPack } from "../../src/node.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { csvOf, inventedPeople } from "./people.ts";

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const program = programOf(rules.pack, { service: "kota-serang/sewa-kios", asOf: "2026-11-22" });

/** Several of DuckDB's pieces of a file and of a table, so that two threads have work. */
const MANY = 400_000;

function optionsFor(folder: string): BulkOptions {
  const [input, output] = [join(folder, "people.csv"), join(folder, "out.csv")];
  return {
    ...{ program, input, output, rejected: `${output}.rejected.csv`, map: {}, key: "id" },
    ...{ nik: "nik", roster: null, explain: false, language: "id", memoryBytes: 400e6, threads: 2 },
    ...{ onColumns: () => {}, onProgress: () => {}, signal: new AbortController().signal },
  };
}

function manyPeople(folder: string): void {
  const [header = "", ...rows] = csvOf(inventedPeople(1000)).trimEnd().split("\n");
  const cells = rows.map((row) => row.slice(row.indexOf(",")));
  const lines = Array.from({ length: MANY }, (_, id) => {
    return id === MANY - 7 ? `${id},too,few` : `${id}${cells[id % cells.length]}`;
  });
  write(folder, "people.csv", [header, ...lines, ""].join("\n"));
}

describe("a run over many rows", () => {
  it("keeps their order on two threads, and tells the line of one far down", async () => {
    const folder = temporaryFolder();
    manyPeople(folder);
    const summary = await runBulk(optionsFor(folder));
    expect(summary).toMatchObject({ rows: MANY, decided: MANY - 1, rejected: 1 });
    const lines = readFileSync(join(folder, "out.csv"), "utf8").trimEnd().split("\n").slice(1);
    const ids = lines.map((line) => Number(line.slice(0, line.indexOf(","))));
    const misplaced = ids.find((id, place) => id !== (place < MANY - 7 ? place : place + 1));
    expect({ misplaced, count: ids.length }).toEqual({ misplaced: undefined, count: MANY - 1 });
    const rejected = readFileSync(join(folder, "out.csv.rejected.csv"), "utf8").split("\n")[1];
    expect(rejected).toMatch(new RegExp(`^${MANY - 7 + 2},,columns,`));
  }, 120_000);

  it("tells how many rows are decided so far, and leaves nothing where it is stopped", async () => {
    const folder = temporaryFolder();
    manyPeople(folder);
    const stop = new AbortController();
    const told: Progress[] = [];
    const options = {
      ...optionsFor(folder),
      signal: stop.signal,
      onProgress: (progress: Progress) => {
        told.push(progress);
        if ((progress.rows ?? 0) > 0) stop.abort();
      },
    };
    await expect(runBulk(options)).rejects.toThrow(/abort/i);
    expect(readdirSync(folder)).toEqual(["people.csv"]);
    expect(told.at(-1)?.rows).toBeLessThan(MANY);
  }, 120_000);
});

describe("DuckDB", () => {
  it("is told how to install where it is missing", async () => {
    const missing = Object.assign(new Error("no such package"), { code: "ERR_MODULE_NOT_FOUND" });
    const loading = loadDuckDB(() => Promise.reject(missing));
    await expect(loading).rejects.toThrow(/^DuckDB is not installed\. Run "npm install @duckdb/);
  });
});

describe("progress", () => {
  it("says how fast it is and how long it takes, on a terminal only", () => {
    const written: string[] = [];
    let now = 0;
    const write = (text: string) => written.push(text);
    for (const isTTY of [true, false]) {
      now = 0;
      const teller = progressTeller("en", { isTTY, write }, () => now);
      teller.tell({ stage: "decide", percentage: -1, bytes: 8e6 });
      now = 2000;
      teller.tell({ stage: "decide", percentage: 25, bytes: 8e6 });
      teller.tell({ stage: "decide", percentage: 50, bytes: 8e6, rows: 123_000 });
      teller.end();
    }
    expect(written).toEqual([
      "\r\u001b[Kdeciding …",
      "\r\u001b[Kdeciding 25%, 1.0 MB/s, about 6 seconds left",
      "\r\u001b[Kdeciding 50%, 61,500 rows/s, about 2 seconds left",
      "\r\u001b[K",
    ]);
  });
});
