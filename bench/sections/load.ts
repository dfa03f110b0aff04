import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { localIdentityKeys } from "../../src/cli/serve/identity-keys.ts";
import { TABLES } from "../../src/cli/serve/tables.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { memberKey, ROSTER_KEY } from "../../src/registry/snapshot-items.ts";
import { readPointer } from "../../src/registry/snapshots/pointer.ts";
import { syntheticPeople, syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { createStoreClient } from "../../src/store/client.ts";
import { pseudonymsWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { processorSeconds, type Running, started } from "../load/processes.ts";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { reportTargets } from "../measure/target.ts";

const ROUNDS = 5;
const SECONDS = 4;
/** Until the whole path is compiled; a process that serves is warm for nearly all of its life. */
const WARM_UP_SECONDS = 30;
const CONNECTIONS = 8;
const BATCH = 500;

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
    const keys = await prepare(endpoint, data);
    const floor = await started([join(beside, "floor.mjs"), endpoint, ...keys], /^Layak: /);
    const serve = ["dist/layak.js", "serve", "--port", "0", "--data", data, "--endpoint", endpoint];
    const full = await started(serve, /^TOKEN=/);
    running.push(floor, full);
    const token = full.lines.at(-1)?.slice("TOKEN=".length) ?? "";
    const ones = APPLICATIONS.map((application) => JSON.stringify(application));
    const items = Array.from({ length: BATCH }, (_, at) => APPLICATIONS[at % APPLICATIONS.length]);
    const batch = [JSON.stringify({ items })];
    const subjects: readonly Subject[] = [
      { name: "database calls alone (floor)", at: floor, path: "", bodies: ones, each: 1, token },
      { name: "POST /v1/decisions", at: full, path: "", bodies: ones, each: 1, token },
      { name: `batch of ${BATCH}`, at: full, path: "/batch", bodies: batch, each: BATCH, token },
    ];
    return await compare(subjects);
  } finally {
    for (const { child } of running) child.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  }
}

const [{ nik: somebody } = { nik: "" }] = Object.values(syntheticPeople);

/** Different people, so that no day and no answer is always the same. */
const APPLICATIONS = Object.values(syntheticPeople).map(({ nik }, index) => ({
  ...EXAMPLE_REQUEST,
  applicant: { nik },
  facts: {
    ...EXAMPLE_REQUEST.facts,
    "person.birthDate": `19${60 + ((index * 7) % 40)}-${String((index % 12) + 1).padStart(2, "0")}-17`,
  },
}));

/** Fills the registry, and gives the keys that a look-up of one of its people reads. */
async function prepare(endpoint: string, data: string): Promise<readonly string[]> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = createStoreClient({ region: "local", endpoint, credentials });
  await ensureTables(client, TABLES);
  const pseudonyms = pseudonymsWith(await localIdentityKeys(data));
  const target = { client, table: TABLES.coverage, ...pseudonyms };
  const roster = syntheticRoster(todayInJakarta(new Date()));
  const signal = AbortSignal.timeout(30_000);
  await loadRoster(target, roster, signal);
  const inUse = await readPointer(target, signal);
  client.destroy();
  if (inUse === null) throw new Error("no roster is in use");
  return [ROSTER_KEY, memberKey(inUse.snapshot, pseudonyms.pseudonym("nik", somebody))];
}

interface Subject {
  readonly name: string;
  readonly at: Running;
  readonly path: string;
  readonly bodies: readonly string[];
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
  for (const subject of subjects) await send(subject, { seconds: WARM_UP_SECONDS });
  const peaks: Round[][] = subjects.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, subject] of subjects.entries()) peaks[index]?.push(await send(subject));
  }
  const halves: Round[][] = subjects.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, subject] of subjects.entries()) {
      const peak = median((peaks[index] ?? []).map(({ rate }) => rate));
      const rate = Math.max(1, Math.floor(peak / subject.each / 2));
      halves[index]?.push(await send(subject, { rate }));
    }
  }
  const p99s = halves.map((rounds) => median(rounds.map(({ p99 }) => p99)));
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
      figure(p99s[index] ?? Number.NaN),
    ]),
  );
  const [, single = [], batch = []] = peaks;
  const [bare = Number.NaN, whole = Number.NaN] = p99s;
  return reportTargets([
    { name: "processor time, times the floor", value: times(single), limit: 1.7, sense: "at most" },
    {
      name: "p99 at half load, times the floor",
      value: whole / bare,
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
async function send(
  { at, path, bodies, each, token }: Subject,
  { rate, seconds = SECONDS }: { readonly rate?: number; readonly seconds?: number } = {},
): Promise<Round> {
  const address = at.lines.find((line) => line.startsWith("Layak: "))?.slice("Layak: ".length);
  const before = processorSeconds(at);
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `${address}/v1/decisions${path}`,
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    requests: bodies.map((body) => ({ body })),
    connections: each === 1 ? CONNECTIONS : 2,
    duration: seconds,
    ...(rate !== undefined && { overallRate: rate }),
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers were refused, ${errors} lost`);
  const decisions = requests.total * each;
  return {
    microseconds: ((processorSeconds(at) - before) * 1e6) / decisions,
    rate: decisions / seconds,
    p99: latency.p99,
  };
}
