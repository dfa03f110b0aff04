import { paginateQuery } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import type { StoredItem } from "../../src/store/batches.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { clientOf, meddling, testDatabase } from "../store/support/database.ts";
import { DRIVER, entryOf, NIK, noise, pseudonym, RECORD } from "./support/entries.ts";

const database = testDatabase();
const ENTRY = entryOf({});

let tables = 0;
let table = "";

beforeEach(async () => {
  tables += 1;
  table = `decisions-${tables}`;
  const names = {
    coverage: "coverage",
    decisions: table,
    claims: "claims",
    applicants: "applicants",
  };
  await ensureTables(database.client(), names);
});

const NAMED = { applicants: "applicants", pseudonym, clock: () => new Date(RECORD.issuedAt) };

function ledger() {
  return createLedger({ client: database.client(), table, ...NAMED, retentionDays: 30 });
}

async function itemsOf(pk: string) {
  const query = {
    TableName: table,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: pk } },
  };
  const items: StoredItem[] = [];
  for await (const { Items = [] } of paginateQuery({ client: database.client() }, query)) {
    items.push(...Items);
  }
  return items;
}

describe("the ledger", () => {
  test("gives a decision back whole, people only by their pseudonyms", async () => {
    expect(await ledger().record(ENTRY)).toEqual({ kind: "recorded" });
    expect(await ledger().find("one")).toEqual({
      ...RECORD,
      applicant: { kind: "nik", pseudonym: pseudonym("nik", NIK) },
      people: { drivers: [pseudonym("nik", DRIVER), null] },
    });
    const [{ record: _, ...item } = {}] = await itemsOf("one");
    expect(item).toEqual({
      pk: { S: "one" },
      sk: { S: "decision" },
      applicant: { S: pseudonym("nik", NIK) },
      service: { S: "kota-uji/kios" },
      asOf: { S: "2026-11-22" },
      outcome: { S: "eligible" },
      policyDigest: { S: "sha256:00" },
      issuedAt: { S: "2026-11-22T05:00:00.000Z" },
      caller: { S: "perizinan" },
      expires: { N: String(Date.parse("2026-12-22T05:00:00Z") / 1000) },
    });
  });

  test("never overwrites: a second decision under an id fails and changes nothing", async () => {
    await ledger().record(ENTRY);
    const before = await itemsOf("one");
    const other = entryOf({ facts: { "land.hectares": 2 }, receipt: "x.e30.z" });
    expect(await ledger().record(other)).toEqual({ kind: "taken" });
    expect(await itemsOf("one")).toEqual(before);
  });

  test("keeps the policy of a digest once, without an end, and gives it back", async () => {
    await ledger().record(ENTRY);
    await ledger().record(entryOf({ id: "two" }));
    expect(await ledger().policy("sha256:00")).toEqual({ requirements: [] });
    expect(await ledger().policy("sha256:11")).toBeNull();
    const items = await itemsOf("policy#sha256:00");
    expect(items.map(({ expires }) => expires)).toEqual([undefined]);
  });

  test("knows nothing of an id that was never given", async () => {
    expect(await ledger().find("nothing")).toBeNull();
  });

  test("stores a decision larger than an item in parts and reads it back", async () => {
    const goods = noise(1_000_000);
    const large = entryOf({ facts: { "stall.goods": goods } });
    expect(await ledger().record(large)).toEqual({ kind: "recorded" });
    const items = await itemsOf("one");
    expect(items.filter(({ sk }) => sk?.S?.startsWith("part#")).length).toBeGreaterThan(1);
    expect((await ledger().find("one"))?.facts).toEqual({ "stall.goods": goods });
  });

  test("says so where a record is larger than any ledger should hold", async () => {
    const tooLarge = entryOf({ facts: { "stall.goods": noise(4_500_000) } });
    const recorded = await ledger().record(tooLarge);
    expect(recorded).toEqual({ kind: "too-large" });
    expect(await itemsOf("one")).toEqual([]);
  });

  test("finds its own put again when the answer got lost", async () => {
    let lost = false;
    const proxy = await meddling(database.endpoint(), (operation, body) => {
      if (operation !== "PutItem" || lost || !("applicant" in Object(body["Item"]))) return null;
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
    const recorded = await createLedger({ client, table, ...NAMED }).record(ENTRY);
    expect(recorded).toEqual({ kind: "recorded" });
    expect(lost).toBe(true);
  });

  test("throttling is told, and nothing is stored", async () => {
    const proxy = await meddling(database.endpoint(), (operation) =>
      operation === "PutItem"
        ? {
            status: 400,
            body: {
              __type: "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
            },
          }
        : null,
    );
    const client = clientOf(proxy.endpoint, 2);
    onTestFinished(async () => {
      client.destroy();
      await proxy.stop();
    });
    const recorded = await createLedger({ client, table, ...NAMED }).record(ENTRY);
    expect(recorded.kind).toBe("unavailable");
    expect(await itemsOf("one")).toEqual([]);
  });
});

describe("a search", () => {
  const at = (day: string) => `2026-11-${day}T05:00:00.000Z`;
  const idAt = (day: string) => timeOrderedId(new Date(at(day)));

  test("finds an applicant's decisions, the latest first, by service and time", async () => {
    const ids = [idAt("01"), idAt("02"), idAt("03")] as const;
    const lease = { ...RECORD.decision, service: "kota-uji/lain" };
    await ledger().record(entryOf({ id: ids[0], issuedAt: at("01") }));
    await ledger().record(entryOf({ id: ids[1], issuedAt: at("02"), decision: lease }));
    await ledger().record(entryOf({ id: ids[2], issuedAt: at("03") }));
    await ledger().record(entryOf({ id: idAt("04"), issuedAt: at("04") }, DRIVER));
    const applicant = { kind: "nik", number: NIK } as const;
    const found = async (narrowed: object) =>
      (await ledger().search({ applicant, most: 10, ...narrowed })).map(({ id }) => id);
    expect(await found({})).toEqual([ids[2], ids[1], ids[0]]);
    expect(await found({ service: "kota-uji/lain" })).toEqual([ids[1]]);
    expect(await found({ from: at("02"), to: at("02") })).toEqual([ids[1]]);
    expect(await found({ most: 1 })).toEqual([ids[2]]);
    const mayTell = (service: string) => service === "kota-uji/lain";
    expect(await found({ most: 1, mayTell })).toEqual([ids[1]]);
  });

  test("finds decisions from before the identity key changed", async () => {
    await ledger().record(ENTRY);
    const next = pseudonymWith({ id: "k2", secret: Buffer.alloc(32, 8) });
    const options = { client: database.client(), table, ...NAMED, pseudonym: next };
    const search = { applicant: { kind: "nik", number: NIK }, most: 10 } as const;
    expect(await createLedger(options).search(search)).toEqual([]);
    const both = createLedger({ ...options, formerPseudonyms: [pseudonym] });
    expect((await both.search(search)).map(({ id }) => id)).toEqual(["one"]);
  });
});

describe("a review", () => {
  test("stands beside its decision, which stays as it was", async () => {
    await ledger().record(ENTRY);
    const before = await ledger().find("one");
    const review = {
      id: timeOrderedId(new Date("2026-11-23T05:00:00Z")),
      decision: "one",
      reviewedAt: "2026-11-23T05:00:00.000Z",
      officer: "petugas",
      client: "keberatan",
      verdict: "overturned",
      reason: "Iuran sudah dibayar.",
    } as const;
    await ledger().review(review);
    expect(await ledger().reviews("one")).toEqual([review]);
    expect(await ledger().reviews("two")).toEqual([]);
    expect(await ledger().find("one")).toEqual(before);
    await ledger().review({ ...review, verdict: "upheld" });
    expect(await ledger().reviews("one")).toEqual([review]);
  });
});
