import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { LogEntry } from "../../../src/api/log.ts";
import { deleteExpired } from "../../../src/cli/serve/expired-items.ts";
import { EXAMPLE_REQUEST } from "../../../src/cli/serve/greeting.ts";
import { keepingReviewed, retentionFrom } from "../../../src/cli/serve/retention.ts";
import { startService } from "../../../src/cli/serve/start.ts";
import { StartTrouble } from "../../../src/cli/serve/trouble.ts";
import { createLedger } from "../../../src/ledger/dynamodb-ledger.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { ensureTables } from "../../../src/store/tables.ts";
import { entryOf, pseudonym, RECORD } from "../../ledger/support/entries.ts";
import { clientOf, meddling, testDatabase } from "../../store/support/database.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { temporaryFolder } from "../../support/files.ts";

const database = testDatabase();
const NOW = new Date("2026-12-02T05:00:00Z");

let tables = 0;
let names = namesOf(tables);

function namesOf(number: number) {
  return {
    coverage: `coverage-${number}`,
    decisions: `decisions-${number}`,
    claims: `claims-${number}`,
    applicants: `applicants-${number}`,
  };
}

beforeEach(async () => {
  tables += 1;
  names = namesOf(tables);
  await ensureTables(database.client(), names);
});

async function put(table: string, pk: string, sk: string | null, expires: string | null) {
  const Item = {
    pk: { S: pk },
    ...(sk !== null && { sk: { S: sk } }),
    ...(expires !== null && { expires: { N: String(Date.parse(expires) / 1000) } }),
  };
  await database.client().send(new PutItemCommand({ TableName: table, Item }));
}

async function keysIn(table: string): Promise<readonly string[]> {
  const { Items = [] } = await database.client().send(new ScanCommand({ TableName: table }));
  return Items.map(({ pk, sk }) => [pk?.S, sk?.S].join(" ").trim()).toSorted();
}

describe("what has expired on one machine", () => {
  const [PAST, FUTURE] = ["2026-12-02T05:00:00Z", "2026-12-02T05:00:01Z"];

  test("is deleted, and nothing else is", async () => {
    await put(names.decisions, "old", "decision", PAST);
    await put(names.decisions, "old", "part#x#000", PAST);
    await put(names.decisions, "young", "decision", FUTURE);
    await put(names.decisions, "policy#x", "policy", null);
    await put(names.claims, "client#old", null, PAST);
    await put(names.claims, "client#young", null, FUTURE);
    await put(names.applicants, "someone", "old", PAST);
    await put(names.applicants, "someone", "young", FUTURE);
    await put(names.coverage, "roster", null, PAST);
    const deleted = await deleteExpired(database.client(), names, NOW, AbortSignal.timeout(5000));
    expect(deleted).toBe(4);
    expect(await keysIn(names.decisions)).toEqual(["policy#x policy", "young decision"]);
    expect(await keysIn(names.claims)).toEqual(["client#young"]);
    expect(await keysIn(names.applicants)).toEqual(["someone young"]);
    expect(await keysIn(names.coverage)).toEqual(["roster"]);
  });

  test("stays where it was prolonged after it was found to have expired", async () => {
    await put(names.decisions, "reviewed", "decision", FUTURE);
    const found = { Items: [{ pk: { S: "reviewed" }, sk: { S: "decision" } }], Count: 1 };
    const stale = await meddling(database.endpoint(), (operation, body) =>
      operation === "Scan" && body["TableName"] === names.decisions
        ? { status: 200, body: found }
        : null,
    );
    const client = clientOf(stale.endpoint, 1, 5000);
    onTestFinished(async () => {
      client.destroy();
      await stale.stop();
    });
    expect(await deleteExpired(client, names, NOW, AbortSignal.timeout(5000))).toBe(0);
    expect(await keysIn(names.decisions)).toEqual(["reviewed decision"]);
  });

  test("is more than a page of the database, and goes whole", async () => {
    const many = Array.from({ length: 300 }, (_, index) => `${index}-${"x".repeat(900)}`);
    for (const pk of many) await put(names.applicants, pk, "y".repeat(900), PAST);
    const deleted = await deleteExpired(database.client(), names, NOW, AbortSignal.timeout(30_000));
    expect(deleted).toBe(300);
    expect(await keysIn(names.applicants)).toEqual([]);
  });
});

test("a review lets its decision end with it, with no stream that tells of it", async () => {
  const store = { client: database.client(), table: names.decisions, applicants: names.applicants };
  const days = { retentionDays: 10, reviewRetentionDays: 20 };
  const at = (moment: string) =>
    keepingReviewed(
      createLedger({ ...store, ...days, pseudonym, clock: () => new Date(moment) }),
      store,
    );
  await at(RECORD.issuedAt).record(entryOf({}));
  await at(RECORD.issuedAt).review({
    id: "1",
    decision: RECORD.id,
    reviewedAt: "2026-11-30T05:00:00.000Z",
    officer: "petugas",
    client: "keberatan",
    verdict: "upheld",
    reason: "Sesuai.",
  });
  expect((await at("2026-12-20T04:59:59Z").find(RECORD.id))?.id).toBe(RECORD.id);
  expect(await at("2026-12-20T05:00:00Z").find(RECORD.id)).toBeNull();
});

describe("the days of retention on one machine", () => {
  test("are ten years unless set", () => {
    expect(retentionFrom({})).toEqual({ retentionDays: 3653, reviewRetentionDays: 3653 });
    expect(
      retentionFrom({ LAYAK_RETENTION_DAYS: "30", LAYAK_REVIEW_RETENTION_DAYS: " 60 " }),
    ).toEqual({ retentionDays: 30, reviewRetentionDays: 60 });
  });

  test.each(["0", "1.5", "-1", "sepuluh", "36526"])("are refused where they are %j", (text) => {
    const read = () => retentionFrom({ LAYAK_REVIEW_RETENTION_DAYS: text });
    expect(read).toThrow(StartTrouble);
    expect(read).toThrow(
      "LAYAK_REVIEW_RETENTION_DAYS must be a number of days, a whole one from 1 to 36525.",
    );
  });

  test("end a decision of the running service, and the next start deletes it", async () => {
    const result = await readPack("rules");
    if (!result.ok) throw new Error("the shipped rules are not valid");
    const data = temporaryFolder();
    let now = Date.now();
    const entries: LogEntry[] = [];
    const start = async () => {
      const service = await startService({
        pack: result.pack,
        port: 0,
        data,
        contract: "dist/functions/contract",
        language: "en",
        clock: () => new Date(now),
        log: checkedLog((entry) => entries.push(entry)),
        environment: { LAYAK_RETENTION_DAYS: "1" },
      });
      let isRunning = true;
      const stop = async () => {
        if (isRunning) await service.stop();
        isRunning = false;
      };
      onTestFinished(stop);
      const headers = {
        authorization: `Bearer ${service.token}`,
        "content-type": "application/json",
      };
      const send = (path: string, init: RequestInit = {}) =>
        fetch(`${service.address}${path}`, { ...init, headers });
      return { send, stop };
    };
    const first = await start();
    const body = JSON.stringify(EXAMPLE_REQUEST);
    const made = await first.send("/v1/decisions", { method: "POST", body });
    const path = made.headers.get("location") ?? "";
    expect([made.status, (await first.send(path)).status]).toEqual([201, 200]);
    await first.stop();
    expect(entries.filter(({ event }) => event === "expired-deleted")).toEqual([]);
    now += 24 * 3_600_000;
    const second = await start();
    expect((await second.send(path)).status).toBe(404);
    await expect
      .poll(() => entries)
      .toContainEqual({
        level: "info",
        event: "expired-deleted",
        items: 1,
      });
  });
});
