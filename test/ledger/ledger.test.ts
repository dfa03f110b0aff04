import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createLedger, storedRecord } from "../../src/ledger/dynamodb-ledger.ts";
import type { LedgerEntry } from "../../src/ledger/entry.ts";
import { unpackRecord } from "../../src/ledger/record.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { clientOf, meddling, testDatabase } from "../store/support/database.ts";

const database = testDatabase();
const pseudonym = pseudonymWith({ id: "k1", secret: Buffer.alloc(32, 7) });
const NIK = "3673991204850001";
const DRIVER = "3673995708790002";

const ENTRY: LedgerEntry = {
  decidedAt: new Date("2026-11-22T05:00:00Z"),
  applicant: { kind: "nik", number: NIK },
  people: { drivers: [{ kind: "nik", number: DRIVER }, null] },
  decision: {
    service: "kota-uji/kios",
    policy: { from: "2026-01-01", status: "pilot", digest: "sha256:00" },
    asOf: "2026-11-22",
    outcome: "eligible",
    provisional: [],
    requirements: [],
    missing: [],
  },
  horizon: { until: null, because: [] },
  remedies: [],
  facts: { "land.hectares": 1 },
  origins: { "land.hectares": { source: "applicant", state: "answered" } },
  secondOpinion: { engine: "json-rules-engine", rules: {} },
};

let tables = 0;
let table = "";

beforeEach(async () => {
  tables += 1;
  table = `decisions-${tables}`;
  await ensureTables(database.client(), { coverage: "coverage", decisions: table });
});

function ledger(newId?: (at: Date) => string) {
  return createLedger({ client: database.client(), table, pseudonym, ...(newId && { newId }) });
}

async function allItems() {
  const { Items = [] } = await database.client().send(new ScanCommand({ TableName: table }));
  return Items;
}

describe("the ledger", () => {
  test("stores a decision whole, and people only by their pseudonyms", async () => {
    const recorded = await ledger().record(ENTRY);
    if (recorded.kind !== "recorded") throw new Error(recorded.kind);
    const bytes = await storedRecord(database.client(), table, recorded.id);
    const { decidedAt: _, people: __, applicant: ___, ...rest } = ENTRY;
    expect(await unpackRecord(bytes ?? new Uint8Array())).toEqual({
      id: recorded.id,
      decidedAt: "2026-11-22T05:00:00.000Z",
      applicant: { kind: "nik", pseudonym: pseudonym("nik", NIK) },
      people: { drivers: [pseudonym("nik", DRIVER), null] },
      ...rest,
    });
    const [{ record: ____, ...item } = {}] = await allItems();
    expect(item).toEqual({
      pk: { S: recorded.id },
      sk: { S: "decision" },
      applicant: { S: pseudonym("nik", NIK) },
      service: { S: "kota-uji/kios" },
      asOf: { S: "2026-11-22" },
      outcome: { S: "eligible" },
      policyDigest: { S: "sha256:00" },
      decidedAt: { S: "2026-11-22T05:00:00.000Z" },
    });
  });

  test("never overwrites: an id that is taken is passed over", async () => {
    const ids = ["one", "one", "two"];
    const other = { ...ENTRY, facts: { "land.hectares": 2 } };
    const of = ledger(() => ids.shift() ?? "three");
    expect(await of.record(ENTRY)).toEqual({ kind: "recorded", id: "one" });
    expect(await of.record(other)).toEqual({ kind: "recorded", id: "two" });
    expect(await allItems()).toHaveLength(2);
  });

  test("gives up where every id is taken", async () => {
    const of = ledger(() => "one");
    await of.record(ENTRY);
    const other = { ...ENTRY, facts: { "land.hectares": 2 } };
    expect(await of.record(other)).toMatchObject({ kind: "unavailable" });
    expect(await allItems()).toHaveLength(1);
  });

  test("finds its own put again when the answer got lost", async () => {
    let lost = false;
    const proxy = await meddling(database.endpoint(), (operation, body) => {
      if (operation !== "PutItem" || lost) return null;
      lost = true;
      void fetchPut(body);
      return "hang";
    });
    const fetchPut = async (body: Record<string, unknown>) => {
      const { PutItemCommand } = await import("@aws-sdk/client-dynamodb");
      const { record, ...item } = Object(body["Item"]);
      const Item = { ...item, record: { B: Buffer.from(record.B, "base64") } };
      await database.client().send(new PutItemCommand({ TableName: table, Item }));
    };
    const client = clientOf(proxy.endpoint, 2);
    onTestFinished(async () => {
      client.destroy();
      await proxy.stop();
    });
    const recorded = await createLedger({ client, table, pseudonym }).record(ENTRY);
    expect(recorded.kind).toBe("recorded");
    expect(await allItems()).toHaveLength(1);
  });

  test("says that it is unavailable where there is no table and no database", async () => {
    const nowhere = createLedger({ client: database.client(), table: "nowhere", pseudonym });
    expect(await nowhere.record(ENTRY)).toMatchObject({ kind: "unavailable" });
    const client = clientOf("http://127.0.0.1:1");
    const down = createLedger({ client, table, pseudonym });
    expect(await down.record(ENTRY)).toMatchObject({ kind: "unavailable" });
    client.destroy();
  });

  test("refuses what DynamoDB could not hold, and holds what compresses", async () => {
    const repeated = { ...ENTRY, facts: { text: "x".repeat(900_000) } };
    expect((await ledger().record(repeated)).kind).toBe("recorded");
    const random = Array.from({ length: 40_000 }, () => timeOrderedId(new Date()));
    const large = { ...ENTRY, facts: { text: random.join("") } };
    expect(await ledger().record(large)).toEqual({ kind: "too-large" });
  });
});

describe("time-ordered ids", () => {
  test("are UUIDs of version 7 that carry their millisecond", () => {
    const id = timeOrderedId(new Date("2026-11-22T05:00:00Z"));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const milliseconds = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
    expect(new Date(milliseconds)).toEqual(new Date("2026-11-22T05:00:00Z"));
  });

  test("sort by time, and never meet", () => {
    const times = Array.from(
      { length: 50 },
      (_, index) => new Date(1_800_000_000_000 + index * 997),
    );
    const ids = times.map(timeOrderedId);
    expect([...ids].sort()).toEqual(ids);
    const many = Array.from({ length: 10_000 }, () => timeOrderedId(new Date(0)));
    expect(new Set(many).size).toBe(10_000);
  });
});
