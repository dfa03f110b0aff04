import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MEMBERS } from "../bulk/applications.ts";
import { type Database, loadDuckDB, memoryOfDatabase, openDatabase } from "../bulk/database.ts";
import { type Form, formOf } from "../bulk/form.ts";
import { registerFunctions } from "../bulk/functions.ts";
import type { ColumnMap, Matching } from "../bulk/matching.ts";
import { type Member, readMembers } from "../bulk/members.ts";
import { openSource, type Source } from "../bulk/source.ts";
import { type Watch, watched } from "../bulk/watched.ts";
import { digestOf } from "../engine/decision/digest.ts";
import type { Program } from "../engine/decision/program.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { breakdownOf } from "./breakdowns.ts";
import type { Sides } from "./catalogue.ts";
import { changesOf } from "./changes.ts";
import { grantReport, grantsOfBoth } from "./grants.ts";
import { changedIn, matrixOf, outcomeIn, outcomesOf, sumOf } from "./outcomes.ts";
import { programOfBoth, readingOf } from "./reading.ts";
import type { PolicyOfSide, SimulationReport } from "./report.ts";
import { reasonsOf, refuseOpenQuotes } from "./set-aside.ts";
import { COUNTED, COUNTS, countSql } from "./statement.ts";

export interface SimulationOptions extends Watch {
  readonly sides: Sides;
  /** What to break the counts down by: facts, or columns of the file. */
  readonly by: readonly string[];
  readonly map: ColumnMap;
  readonly key: string;
  readonly nik: string;
  /** Who is covered; null where the file says it itself, or nobody does. */
  readonly roster: AsyncIterable<Member> | null;
  /** How many examples of each change. */
  readonly examples: number;
  /** Whether examples tell personal facts too. */
  readonly personal: boolean;
  readonly memoryBytes: number;
  readonly threads: number;
  /** Told once the columns are known. */
  readonly onColumns: (matching: Matching) => void;
}

/**
 * Decides every row of a file by two policies, in one pass, and counts what changes. Nothing is
 * written but what does not fit into memory.
 * @throws BulkTrouble; the signal's reason where it stops.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const form = formOf(options.input);
  const duckdb = await loadDuckDB();
  const folder = await mkdtemp(join(tmpdir(), "layak-simulate-"));
  try {
    const report = await simulateIn(folder, duckdb, form, options);
    options.signal.throwIfAborted();
    return report;
  } catch (error) {
    options.signal.throwIfAborted();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type DuckDB = Awaited<ReturnType<typeof loadDuckDB>>;

async function simulateIn(
  folder: string,
  duckdb: DuckDB,
  form: Form,
  options: SimulationOptions,
): Promise<SimulationReport> {
  const database = await openDatabase(duckdb, ":memory:", {
    memoryBytes: memoryOfDatabase(options.memoryBytes),
    threads: options.threads,
    spill: join(folder, "spill"),
  });
  const stop = () => database.connection.interrupt();
  options.signal.addEventListener("abort", stop);
  try {
    // The order of rows has no say in what is counted.
    await database.run("SET preserve_insertion_order = false");
    const source = await openSource(database, options.input, form);
    return await counted(database, duckdb, source, options);
  } finally {
    options.signal.removeEventListener("abort", stop);
    database.close();
  }
}

async function counted(
  database: Database,
  duckdb: DuckDB,
  source: Source,
  options: SimulationOptions,
): Promise<SimulationReport> {
  const { sides, examples } = options;
  const reading = readingOf(programOfBoth(sides), source, options);
  registerFunctions(database, duckdb, reading.program);
  options.onColumns(reading.matching);
  if (options.roster !== null) await readMembers(database, MEMBERS, options.roster);
  options.signal.throwIfAborted();
  const { by, told, checked } = reading;
  const grants = grantsOfBoth(sides);
  const sql = countSql({
    ...{ sides, applications: reading.applications, by, grants, examples },
    told: told.map(({ column }) => column),
  });
  await watched(database, "decide", options, sql);
  await refuseOpenQuotes(database, source);

  const rowsOf = (counts: string) =>
    database.rows(
      `SELECT * ${examples === 0 ? "" : `REPLACE (CAST(to_json("examples") AS VARCHAR) AS "examples")`} FROM ${quotedName(COUNTED)} WHERE ${quotedName(COUNTS)} = ${quotedText(counts)}`,
    );
  const { setAside, reasons } = await reasonsOf(
    database,
    source,
    (await rowsOf("faults")).filter(({ fault }) => fault !== null),
    { program: reading.program, checked },
  );
  const changes = await rowsOf("changes");
  const matrix = matrixOf(
    changes.flatMap((row) => {
      const [from, to] = [outcomeIn(row["from"]), outcomeIn(row["to"])];
      return from === null || to === null ? [] : [{ from, to, rows: Number(row["rows"]) }];
    }),
  );
  const decided = sumOf(matrix);
  const { service, asOf } = sides.to;
  return {
    ...{ service: service.id, asOf, from: policyOf(sides.from), to: policyOf(sides.to) },
    ...{ rows: decided + setAside, decided, setAside, reasons, changed: changedIn(matrix) },
    outcomes: { from: outcomesOf(matrix, "from"), to: outcomesOf(matrix, "to") },
    matrix,
    changes: changesOf(changes, { sides, by, told: told.map(({ id }) => id), examples }),
    grants: await inOrder(grants, async (grant, at) =>
      grantReport(grant, await rowsOf(`grant ${at}`), at),
    ),
    breakdowns: await inOrder(by, (one, at) => breakdownOf(database, one, at, grants)),
  };
}

async function inOrder<From, To>(
  values: readonly From[],
  make: (value: From, place: number) => Promise<To>,
): Promise<readonly To[]> {
  const made: To[] = [];
  for (const [place, value] of values.entries()) made.push(await make(value, place));
  return made;
}

function policyOf(program: Program): PolicyOfSide {
  const { from, policy } = program.version;
  return { from, status: policy.status, digest: digestOf(program) };
}
