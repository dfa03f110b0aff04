import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { readItems, type StoredItem, writeItems } from "../../src/store/batches.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { clientOf, type Meddler, meddling, testDatabase } from "./support/database.ts";

const database = testDatabase();
const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};
const KEYS = Array.from({ length: 250 }, (_, index) => `key-${index}`);

function itemOf(key: string): StoredItem {
  return { pk: { S: key }, value: { S: `value of ${key}` } };
}

async function through(meddle: Meddler) {
  const proxy = await meddling(database.endpoint(), meddle);
  const client = clientOf(proxy.endpoint);
  onTestFinished(async () => {
    client.destroy();
    await proxy.stop();
  });
  return client;
}

beforeAll(async () => {
  await ensureTables(database.client(), TABLES);
  await writeItems(database.client(), "coverage", KEYS.map(itemOf), AbortSignal.timeout(5000));
});

describe("tables", () => {
  test("that exist are left alone", async () => {
    await ensureTables(database.client(), TABLES);
    const found = await readItems(
      database.client(),
      "coverage",
      ["key-1"],
      AbortSignal.timeout(2000),
    );
    expect(found.size).toBe(1);
  });
});

describe("reading items", () => {
  test("finds what is there, more than DynamoDB reads at once, each key once", async () => {
    const keys = [...KEYS, ...KEYS, "nobody"];
    const found = await readItems(database.client(), "coverage", keys, AbortSignal.timeout(5000));
    expect(found).toEqual(new Map(KEYS.map((key) => [key, itemOf(key)])));
  });

  test("asks no one for nothing", async () => {
    const client = clientOf("http://127.0.0.1:1");
    expect(await readItems(client, "coverage", [], AbortSignal.timeout(50))).toEqual(new Map());
    client.destroy();
  });

  test("asks again for keys that were left unprocessed", async () => {
    let calls = 0;
    const client = await through((operation, body) => {
      const request = Object(Object(body["RequestItems"])["coverage"]);
      calls += 1;
      const left = request.Keys;
      if (operation !== "BatchGetItem" || calls > 2) return null;
      const unprocessed = { coverage: { Keys: left, ConsistentRead: true } };
      return { status: 200, body: { Responses: {}, UnprocessedKeys: unprocessed } };
    });
    const found = await readItems(client, "coverage", KEYS.slice(0, 10), AbortSignal.timeout(5000));
    expect([found.size, calls]).toEqual([10, 3]);
  });

  test("gives up when its time is over", async () => {
    const client = await through((_, body) => ({
      status: 200,
      body: { Responses: {}, UnprocessedKeys: body["RequestItems"] },
    }));
    const begun = performance.now();
    const reading = readItems(client, "coverage", ["key-1"], AbortSignal.timeout(200));
    await expect(reading).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test("gives up on a database that went silent", async () => {
    const client = await through(() => "hang");
    const begun = performance.now();
    const reading = readItems(client, "coverage", ["key-1"], AbortSignal.timeout(5000));
    await expect(reading).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(4500);
  });
});

describe("writing items", () => {
  test("writes again what was left unprocessed", async () => {
    let calls = 0;
    const client = await through((operation, body) => {
      calls += 1;
      if (operation !== "BatchWriteItem" || calls > 1) return null;
      return { status: 200, body: { UnprocessedItems: body["RequestItems"] } };
    });
    await writeItems(client, "coverage", [itemOf("late")], AbortSignal.timeout(5000));
    const found = await readItems(
      database.client(),
      "coverage",
      ["late"],
      AbortSignal.timeout(2000),
    );
    expect([found.size, calls]).toEqual([1, 2]);
  });
});
