import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { localIdentityKey } from "../../src/cli/serve/identity-key.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { createStoreClient } from "../../src/store/client.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { processorSeconds, type Running, started } from "../load/processes.ts";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { reportTargets } from "../measure/target.ts";

const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 8;
const BATCH = 100;

const TABLES = {
  coverage: "layak-coverage",
  decisions: "layak-decisions",
  claims: "layak-claims",
} as const;

/** The whole path of a decision beside an endpoint that only makes its database calls. */
export async function measureLoad(): Promise<boolean> {
  printTitle("A decision over HTTP, beside the same database calls alone");
  const beside = dirname(fileURLToPath(import.meta.url));
  const data = mkdtempSync(join(tmpdir(), "layak-bench-"));
  const running: Running[] = [];
  try {
    const database = await started([join(beside, "database.mjs")], /^http/);
    running.push(database);
    const endpoint = database.lines[0] ?? "";
    await prepare(endpoint, data);
    const floor = await started([join(beside, "floor.mjs"), endpoint], /^Layak: /);
    const serve = ["dist/layak.js", "serve", "--port", "0", "--data", data, "--endpoint", endpoint];
    const full = await started(serve, /^TOKEN=/);
    running.push(floor, full);
    const token = full.lines.at(-1)?.slice("TOKEN=".length) ?? "";
    const one = JSON.stringify(EXAMPLE_REQUEST);
    const many = JSON.stringify({ items: Array.from({ length: BATCH }, () => EXAMPLE_REQUEST) });
    const subjects: readonly Subject[] = [
      { name: "the database calls alone (floor)", at: floor, path: "", body: one, each: 1, token },
      { name: "POST /v1/decisions", at: full, path: "", body: one, each: 1, token },
      { name: `batch of ${BATCH}`, at: full, path: "/batch", body: many, each: BATCH, token },
    ];
    return await compare(subjects);
  } finally {
    for (const { child } of running) child.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
}

async function prepare(endpoint: string, data: string): Promise<void> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createStoreClient({ region: "local", endpoint, credentials });
  await ensureTables(client, TABLES);
  const pseudonym = pseudonymWith(await localIdentityKey(data));
  const target = { client, table: TABLES.coverage, pseudonym };
  const roster = syntheticRoster(todayInJakarta(new Date()));
  await loadRoster(target, roster, AbortSignal.timeout(30_000));
  client.destroy();
}

interface Subject {
  readonly name: string;
  readonly at: Running;
  readonly path: string;
  readonly body: string;
  /** Decisions in one request. */
  readonly each: number;
  readonly token: string;
}

interface Round {
  readonly microseconds: number;
  readonly rate: number;
  readonly p99: number;
}

async function compare(subjects: readonly Subject[]): Promise<boolean> {
  for (const subject of subjects) await send(subject);
  const peaks: Round[][] = subjects.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, subject] of subjects.entries()) peaks[index]?.push(await send(subject));
  }
  const halves: Round[] = [];
  for (const [index, subject] of subjects.entries()) {
    const peak = median((peaks[index] ?? []).map(({ rate }) => rate));
    halves.push(await send(subject, Math.max(1, Math.floor(peak / subject.each / 2))));
  }
  const [floor = []] = peaks;
  const times = (rounds: readonly Round[]) =>
    median(rounds.map(({ microseconds }, at) => microseconds / (floor[at]?.microseconds ?? 1)));
  printTable(
    ["", "× floor, processor time", "µs a decision", "decisions a second", "p99 at half load, ms"],
    subjects.map(({ name }, index) => [
      name,
      figure(times(peaks[index] ?? [])),
      figure(median((peaks[index] ?? []).map(({ microseconds }) => microseconds))),
      figure(median((peaks[index] ?? []).map(({ rate }) => rate))),
      figure(halves[index]?.p99 ?? Number.NaN),
    ]),
  );
  const [, single = [], batch = []] = peaks;
  const [bare, whole] = halves;
  return reportTargets([
    { name: "processor time, times the floor", value: times(single), limit: 1.7, sense: "at most" },
    {
      name: "p99 at half load, times the floor",
      value: (whole?.p99 ?? Number.NaN) / (bare?.p99 ?? Number.NaN),
      limit: 1.5,
      sense: "at most",
    },
    {
      name: "a decision of a batch, times a single one",
      value: times(batch) / times(single),
      limit: 0.2,
      sense: "at most",
    },
  ]);
}

/** Sends as many requests as there is time for, or so many a second. */
async function send({ at, path, body, each, token }: Subject, rate?: number): Promise<Round> {
  const address = at.lines.find((line) => line.startsWith("Layak: "))?.slice("Layak: ".length);
  const before = processorSeconds(at);
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `${address}/v1/decisions${path}`,
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body,
    connections: each === 1 ? CONNECTIONS : 2,
    duration: SECONDS,
    ...(rate !== undefined && { overallRate: rate }),
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers were refused, ${errors} lost`);
  const decisions = requests.total * each;
  return {
    microseconds: ((processorSeconds(at) - before) * 1e6) / decisions,
    rate: decisions / SECONDS,
    p99: latency.p99,
  };
}
