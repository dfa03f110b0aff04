import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ITEMS_A_CHUNK } from "../../src/ledger/batch-id.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { readRecord } from "../../src/ledger/replay/record.ts";
import { replay } from "../../src/ledger/replay/replay.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { pseudonym } from "../ledger/support/entries.ts";
import { clientOf, type Meddler, meddling, testDatabase } from "../store/support/database.ts";
import { CALLER, harness, kioskRequest, NIKS, NOW, postOf } from "./support/harness.ts";

const ROUTE = "/v1/decisions/batch";
const KEY = { "idempotency-key": "satu" };
const database = testDatabase();

let tables = 0;
let names = { coverage: "coverage", decisions: "", claims: "", applicants: "" };

beforeEach(async () => {
  tables += 1;
  names = {
    ...names,
    decisions: `decisions-${tables}`,
    claims: `claims-${tables}`,
    applicants: `applicants-${tables}`,
  };
  await ensureTables(database.client(), names);
});

/** The API over the database, with somebody in between. */
async function api(meddle: Meddler = () => null) {
  const proxy = await meddling(database.endpoint(), meddle);
  const client = clientOf(proxy.endpoint, 1, 10_000);
  onTestFinished(async () => {
    client.destroy();
    await proxy.stop();
  });
  const { decisions: table, applicants, claims } = names;
  return harness({
    ledger: createLedger({ client, table, applicants, pseudonym, clock: () => NOW }),
    claims: createClaims({ client, table: claims }),
    timeLimits: { ledger: 20_000, batch: 120_000 },
  });
}

interface Result {
  readonly id: string;
  readonly outcome: string;
  readonly receipt: string;
}

function resultsIn({ body }: { readonly body: Readonly<Record<string, unknown>> }): Result[] {
  return JSON.parse(JSON.stringify(body["results"]));
}

const ITEMS = Array.from({ length: ITEMS_A_CHUNK + 10 }, (_, index) =>
  kioskRequest(index % 2 === 0 ? NIKS.active : NIKS.lapsed),
);
const BATCH = postOf({ items: ITEMS }, KEY);

describe("a batch in the database", () => {
  test("is one and the same for twenty calls at once under one key", async () => {
    const { send } = await api();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(ROUTE, BATCH)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const [first] = answers;
    expect(first === undefined ? [] : resultsIn(first)).toHaveLength(ITEMS.length);
    expect((await send(ROUTE, BATCH)).body).toEqual(first?.body);
  });

  test("is written by one conditional put a chunk, and rows of its applicants", async () => {
    const calls: string[] = [];
    const { send } = await api((operation, body) => {
      calls.push(operation);
      if (operation === "PutItem") expect(body["ConditionExpression"]).toBeDefined();
      if (operation === "BatchWriteItem") {
        expect(Object.keys(Object(body["RequestItems"]))).toEqual([names.applicants]);
      }
      return null;
    });
    await send(ROUTE, BATCH);
    const count = (operation: string) => calls.filter((call) => call === operation).length;
    // The claim, the policy, two chunks; their rows at 25 a call.
    expect([count("PutItem"), count("BatchWriteItem")]).toEqual([4, 3]);
    expect(new Set(calls)).toEqual(new Set(["PutItem", "BatchWriteItem"]));
  });

  test("is found by its applicants after a crash between the chunk and its rows, once it is sent again", async () => {
    let crashed = true;
    const { send } = await api((operation) =>
      crashed && operation === "BatchWriteItem" ? { status: 500, body: {} } : null,
    );
    const search = postOf({ applicant: { nik: NIKS.lapsed } });
    const found = async () => (await send("/v1/decisions/search", search)).body["decisions"];
    expect((await send(ROUTE, BATCH)).status).toBe(503);
    expect(await found()).toEqual([]);
    crashed = false;
    const results = resultsIn(await send(ROUTE, BATCH));
    const lapsed = results.filter(({ outcome }) => outcome === "ineligible");
    expect(lapsed).toHaveLength(ITEMS.length / 2);
    expect(await found()).toMatchObject(
      lapsed.toReversed().map(({ id, outcome }) => ({ id, outcome })),
    );
  });

  test("decides on another day what was refused on the first, and keeps what was decided", async () => {
    const items = [kioskRequest(), { ...kioskRequest(NIKS.lapsed), asOf: "2026-11-21" }];
    const init = postOf({ items }, KEY);
    let refusing = true;
    const { decisions: table, applicants, claims } = names;
    const client = database.client();
    const { send } = harness({
      ledger: createLedger({ client, table, applicants, pseudonym, clock: () => NOW }),
      claims: createClaims({ client, table: claims }),
      secondOpinion: async ({ asOf }) => {
        const isWrong = refusing && asOf === "2026-11-21";
        const rules = isWrong ? {} : { scope: true, terlindungi: true, luas: true };
        return { engine: "changing", rules };
      },
    });
    const first = resultsIn(await send(ROUTE, init));
    expect(first).toMatchObject([
      { outcome: "eligible" },
      { problem: { code: "second-opinion-differs" } },
    ]);
    refusing = false;
    const second = resultsIn(await send(ROUTE, init));
    expect(second).toMatchObject([first[0], { outcome: "undetermined" }]);
    refusing = true;
    expect(resultsIn(await send(ROUTE, init))).toEqual(second);
    const address = `/v1/decisions/${second[1]?.id}`;
    expect((await send(address)).body).toMatchObject({ outcome: "undetermined" });
  });
});

describe("a decision of a batch", () => {
  test("is read, replayed, searched and reviewed as any other", async () => {
    const { send } = await api();
    const results = resultsIn(await send(ROUTE, BATCH));
    const { id, receipt } = results.at(-1) ?? { id: "", receipt: "" };
    const address = `/v1/decisions/${id}`;
    expect((await send(address)).body).toMatchObject({
      id,
      receipt,
      outcome: "ineligible",
      explanation: { language: "id" },
    });
    const { body: record } = await send(`${address}/record`);
    expect(replay(readRecord(record)).kind).toBe("same");
    const search = postOf({ applicant: { nik: NIKS.lapsed } });
    const found = await send("/v1/decisions/search", search);
    expect(Object(found.body["decisions"])[0]).toMatchObject({ id, service: "kota-uji/kios" });
    const review = postOf({ verdict: "upheld", reason: "Iuran belum dibayar." });
    const reviewer = { ...CALLER, client: "keberatan", officer: "petugas" };
    const reviewed = await send(`${address}/reviews`, review, reviewer);
    expect([reviewed.status, reviewed.body["decision"]]).toEqual([201, id]);
    const reviews = await send(`${address}/reviews`, undefined, reviewer);
    expect(reviews.body["reviews"]).toEqual([reviewed.body]);
  });

  test("is there for its own client and reviewers alone", async () => {
    const { send } = await api();
    const [{ id } = { id: "" }] = resultsIn(await send(ROUTE, BATCH));
    const stranger = { ...CALLER, client: "lain", scopes: ["decisions:read"] as const };
    const { status, body } = await send(`/v1/decisions/${id}`, undefined, stranger);
    expect([status, body["code"]]).toEqual([404, "decision-not-found"]);
  });

  test("that was never made is not found beside its siblings", async () => {
    const { send } = await api();
    const [{ id } = { id: "" }] = resultsIn(await send(ROUTE, BATCH));
    const other = `${id.slice(0, -3)}031`;
    expect((await send(`/v1/decisions/${other}`)).status).toBe(200);
    expect((await send(`/v1/decisions/${id.slice(0, -3)}10b`)).status).toBe(404);
    expect((await send(`/v1/decisions/${id.slice(0, -3)}fff`)).status).toBe(404);
  });
});
