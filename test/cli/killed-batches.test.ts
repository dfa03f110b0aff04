import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { rosterImport } from "../../src/cli/roster.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { TABLES } from "../../src/cli/serve/tables.ts";
import { placeOf } from "../../src/ledger/batch-id.ts";
import { someAtOnce } from "../../src/store/batches.ts";
import { csvOf, everything, nikOf, pseudonym } from "../registry/support/rosters.ts";
import { meddling, testDatabase } from "../store/support/database.ts";
import { recordingTerminal } from "../support/terminal.ts";
import { type Served, serving } from "./support/served.ts";

const BATCHES = 6;
const AT_ONCE = 3;
const PEOPLE = 100;

/** What the service asks the database for when it is killed, the how-manieth, and whether that is done. */
interface Moment {
  readonly name: string;
  readonly isIt: (operation: string, request: string) => boolean;
  readonly times: number;
  readonly isDone: boolean;
}

const isClaim: Moment["isIt"] = (operation, request) =>
  operation === "PutItem" && request.includes(TABLES.claims);
const isChunk: Moment["isIt"] = (operation, request) =>
  operation === "PutItem" && request.includes(TABLES.decisions) && request.includes("batch#");
const isApplicants: Moment["isIt"] = (operation, request) =>
  operation === "BatchWriteItem" && request.includes(TABLES.applicants);

/** A batch is claimed once, stored as two chunks, and its applicants by four calls: so some are answered. */
const MOMENTS: readonly Moment[] = [
  { name: "a key was claimed", isIt: isClaim, times: 5, isDone: true },
  { name: "a chunk was about to be stored", isIt: isChunk, times: 9, isDone: false },
  { name: "a chunk was stored", isIt: isChunk, times: 9, isDone: true },
  { name: "applicants were about to be stored", isIt: isApplicants, times: 15, isDone: false },
];

const serve = serving();
const database = testDatabase();
let data = "";

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "layak-killed-batches-"));
  const roster = join(data, "roster.csv");
  await writeFile(roster, csvOf(PEOPLE * MOMENTS.length));
  const where = { data, endpoint: database.endpoint(), lang: "en" };
  expect(await rosterImport(recordingTerminal(), roster, where)).toBe(0);
});

afterAll(() => rm(data, { recursive: true, force: true }));

interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly receipt: string;
}

/** An idempotency key, and the people of its batch. */
interface Batch {
  readonly key: string;
  readonly niks: readonly string[];
}

/** What was answered under each key. */
type Answers = ReadonlyMap<string, readonly Result[]>;

async function post<Answer>(
  { address, headers }: Served,
  path: string,
  body: unknown,
  key?: string,
): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    method: "POST",
    headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

/** Sends batches, a few at once, and gives the answers that came before the service went away. */
async function sendAll(service: Served, batches: readonly Batch[]): Promise<Answers> {
  const answered = new Map<string, readonly Result[]>();
  const left = batches.values();
  const sendInTurn = async () => {
    for (const { key, niks } of left) {
      const items = niks.map((nik) => ({ ...EXAMPLE_REQUEST, applicant: { nik } }));
      const sent = post<{ results: Result[] }>(service, "/v1/decisions/batch", { items }, key);
      const answer = await sent.catch(() => null);
      if (answer === null) return;
      answered.set(key, answer.results);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendInTurn));
  return answered;
}

/** A service that is killed at a moment; `isDone` says whether the database still does what it asked. */
async function serveUntil({ isIt, times, isDone }: Moment): Promise<Served> {
  let asked = 0;
  let service: Served | null = null;
  const proxy = await meddling(database.endpoint(), async (operation, body) => {
    if (!isIt(operation, JSON.stringify(body))) return null;
    asked += 1;
    if (asked !== times) return null;
    service?.child.kill("SIGKILL");
    await service?.ended;
    return isDone ? null : "hang";
  });
  onTestFinished(proxy.stop);
  service = await serve("--data", data, "--endpoint", proxy.endpoint);
  return service;
}

async function receiptOf({ address, headers }: Served, id: string): Promise<string> {
  const response = await fetch(`${address}/v1/decisions/${id}`, { headers });
  const { receipt }: { readonly receipt: string } = JSON.parse(await response.text());
  return receipt;
}

async function decidedAbout(service: Served, nik: string): Promise<readonly string[]> {
  const search = { applicant: { nik } };
  const answer = await post<{ decisions: Result[] }>(service, "/v1/decisions/search", search);
  return answer.decisions.map(({ id }) => id);
}

/** The keys of batches that were answered otherwise later. */
function changedSince(first: Answers, later: Answers): readonly string[] {
  return [...first].flatMap(([key, results]) =>
    JSON.stringify(later.get(key)) === JSON.stringify(results) ? [] : key,
  );
}

async function storedBatches(): Promise<readonly string[]> {
  const table = { client: database.client(), table: TABLES.decisions, pseudonym };
  return [...(await everything(table)).keys()].filter((key) => key.startsWith("batch#"));
}

test.each(MOMENTS.map((moment, index) => ({ ...moment, index })))(
  "no decision is lost or made twice where the process ends by kill -9 among batches, when $name",
  async ({ index, ...moment }) => {
    const before = await storedBatches();
    const niks = Array.from({ length: PEOPLE }, (_, person) => nikOf(index * PEOPLE + person));
    const keys = Array.from({ length: BATCHES }, (_, number) => `${index}-${number}`);
    const batches = keys.map((key) => ({ key, niks }));
    const service = await serveUntil(moment);
    const answered = await sendAll(service, batches);
    await service.ended;
    expect(answered.size).toBeGreaterThan(0);
    expect(answered.size).toBeLessThan(BATCHES);

    const again = await serve("--data", data, "--endpoint", database.endpoint());
    const told = [...answered.values()].flat();
    expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(["eligible"]));
    const lost: string[] = [];
    await someAtOnce(told, async ({ id, receipt }) => {
      if ((await receiptOf(again, id)) !== receipt) lost.push(id);
    });
    expect(lost).toEqual([]);

    const repeated = await sendAll(again, batches);
    expect([...repeated.keys()].toSorted()).toEqual(keys);
    const outcomes = [...repeated.values()].flat().map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array(BATCHES * PEOPLE).fill("eligible"));
    expect(changedSince(answered, repeated)).toEqual([]);
    expect(changedSince(repeated, await sendAll(again, batches))).toEqual([]);

    const ids = [...repeated.values()].map((results) => results.map(({ id }) => id));
    const names = ids.map(([id = ""]) => `batch#${placeOf(id)?.batch}`);
    const after = (await storedBatches()).filter((name) => !before.includes(name));
    expect(after.toSorted()).toEqual(names.toSorted());
    const notFound: string[] = [];
    await someAtOnce([...niks.entries()], async ([person, nik]) => {
      const found = await decidedAbout(again, nik);
      notFound.push(...ids.flatMap((of) => of[person] ?? []).filter((id) => !found.includes(id)));
    });
    expect(notFound).toEqual([]);
    again.child.kill("SIGTERM");
    await again.ended;
  },
);
