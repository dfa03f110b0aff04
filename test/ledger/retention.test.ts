import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, expect, test, vi } from "vitest";
import { createRetention } from "../../functions/retention.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import { checkedText } from "../support/checked-log.ts";

const database = testDatabase();
const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};
const seconds = (moment: string) => String(Date.parse(moment) / 1000);

beforeAll(async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
  await ensureTables(database.client(), TABLES);
  for (const [pk, sk, expires] of [
    ["early", "decision", "2026-12-01T00:00:00Z"],
    ["early", "part#x#000", "2026-12-01T00:00:00Z"],
    ["early", "review#1", "2026-12-20T00:00:00Z"],
    ["early", "review#2", "2026-12-23T00:00:00Z"],
    ["late", "decision", "2040-01-01T00:00:00Z"],
    ["late", "review#1", "2026-12-23T00:00:00Z"],
  ] as const) {
    const Item = {
      pk: { S: pk },
      sk: { S: sk },
      expires: { N: seconds(expires) },
      kept: { S: "x" },
    };
    await database.client().send(new PutItemCommand({ TableName: TABLES.decisions, Item }));
  }
});

async function itemAt(pk: string, sk: string) {
  const Key = { pk: { S: pk }, sk: { S: sk } };
  const { Item } = await database
    .client()
    .send(new GetItemCommand({ TableName: TABLES.decisions, Key }));
  return Item;
}

function reviewed(decision: string, sequence: string) {
  return {
    dynamodb: {
      SequenceNumber: sequence,
      Keys: { pk: { S: decision }, sk: { S: "review#1" } },
    },
  };
}

function retention(
  table: string = TABLES.decisions,
  write: (line: string) => void = () => undefined,
) {
  return createRetention({
    environment: {
      AWS_REGION: "local",
      LAYAK_DECISIONS_TABLE: table,
      LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
      LAYAK_APPLICANTS_TABLE: TABLES.applicants,
    },
    write,
  });
}

test("a decision, its parts and its reviews end together, on the latest day of all", async () => {
  const answer = await retention()({ Records: [reviewed("early", "1"), reviewed("late", "2")] });
  expect(answer).toEqual({ batchItemFailures: [] });
  const until = { N: seconds("2026-12-23T00:00:00Z") };
  expect(await itemAt("early", "decision")).toMatchObject({ expires: until, kept: { S: "x" } });
  expect(await itemAt("early", "part#x#000")).toMatchObject({ expires: until });
  expect(await itemAt("early", "review#1")).toMatchObject({ expires: until });
  expect(await itemAt("early", "review#2")).toMatchObject({ expires: until });
  const latest = { N: seconds("2040-01-01T00:00:00Z") };
  expect(await itemAt("late", "decision")).toMatchObject({ expires: latest });
  expect(await itemAt("late", "review#1")).toMatchObject({ expires: latest });
});

test("what could not be kept is tried again, by its place in the stream", async () => {
  const answer = await retention("no-such-table")({ Records: [reviewed("early", "7")] });
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "7" }] });
});

test("a decision is kept by its id alone, and what could not be is logged by it", async () => {
  const byHand = { dynamodb: { Keys: { pk: { S: "late" } } } };
  expect(await retention()({ Records: [byHand] })).toEqual({ batchItemFailures: [] });
  const lines: string[] = [];
  await retention(
    "no-such-table",
    checkedText((line) => lines.push(line)),
  )({ Records: [byHand] });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "warning", event: "retention-failed", decisionId: "late" },
  ]);
});
