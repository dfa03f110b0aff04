import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as fc from "fast-check";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { batchId, itemId } from "../../src/ledger/batch-id.ts";
import { createLedger, type LedgerOptions } from "../../src/ledger/dynamodb-ledger.ts";
import type { LedgerEntry, RecordedChunk } from "../../src/ledger/entry.ts";
import { keepReviewed } from "../../src/ledger/retention.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import type { StoredItem } from "../../src/store/batches.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { clientOf, type Meddler, meddling, testDatabase } from "../store/support/database.ts";
import { runs } from "../support/generate/runs.ts";
import { DRIVER, entryOf, NIK, noise, pseudonym, RECORD } from "./support/entries.ts";

const database = testDatabase();
const AT = new Date(RECORD.issuedAt);
const IN_TIME = new AbortController().signal;

let tables = 0;
let names = { coverage: "coverage", decisions: "", claims: "claims", applicants: "" };

beforeEach(async () => {
  tables += 1;
  names = { ...names, decisions: `decisions-${tables}`, applicants: `applicants-${tables}` };
  await ensureTables(database.client(), names);
});

function ledger(changed: Partial<LedgerOptions> = {}) {
  return createLedger({
    client: database.client(),
    table: names.decisions,
    applicants: names.applicants,
    pseudonym,
    clock: () => AT,
    retentionDays: 10,
    ...changed,
  });
}

/** The ledger, with somebody between it and the database. */
async function meddledLedger(meddle: Meddler) {
  const proxy = await meddling(database.endpoint(), meddle);
  const client = clientOf(proxy.endpoint, 1, 5000);
  onTestFinished(async () => {
    client.destroy();
    await proxy.stop();
  });
  return ledger({ client });
}

async function itemsOf(table: string, pk: string) {
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

function newBatch(): string {
  return batchId(timeOrderedId(AT));
}

/** Entries at these places of a batch. */
function entriesAt(
  batch: string,
  places: readonly number[],
  changed: (place: number) => Partial<LedgerEntry["record"]> = () => ({}),
): readonly LedgerEntry[] {
  return places.map((place) => entryOf({ id: itemId(batch, place), ...changed(place) }));
}

/** Somebody reviews a decision, and it is kept for that until thirty days from then. */
async function review(decision: string): Promise<void> {
  await ledger({ reviewRetentionDays: 30 }).review({
    id: timeOrderedId(AT),
    decision,
    reviewedAt: RECORD.issuedAt,
    officer: "petugas",
    client: "keberatan",
    verdict: "upheld",
    reason: "Sesuai.",
  });
  const { decisions: table, applicants } = names;
  await keepReviewed(decision, { client: database.client(), table, applicants, clock: () => AT });
}

/** When each item of a partition ends, by its sort key: seconds since 1970. */
async function expiriesIn(table: string, pk: string) {
  const items = await itemsOf(table, pk);
  return Object.fromEntries(items.map(({ sk, expires }) => [sk?.S ?? "", expires?.N]));
}

const ITS_OWN_DAY = String(Date.parse("2026-12-02T05:00:00Z") / 1000);
const REVIEWED_DAY = String(Date.parse("2026-12-22T05:00:00Z") / 1000);

const receiptsOf = (recorded: RecordedChunk) =>
  recorded.kind === "recorded"
    ? recorded.decisions.map((each) => (each.kind === "stands" ? each.record.receipt : each.kind))
    : recorded.kind;

const found = async (changed: Partial<LedgerOptions> = {}) =>
  (await ledger(changed).search({ applicant: { kind: "nik", number: NIK }, most: 100 })).map(
    ({ id }) => id,
  );

describe("a chunk", () => {
  test("gives each of its decisions back whole, whatever is in them", async () => {
    const facts = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer()));
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 50 }), async (each) => {
        const batch = newBatch();
        const entries = each.map((given, place) =>
          entryOf({ id: itemId(batch, place), facts: given }, place % 2 === 0 ? NIK : DRIVER),
        );
        const recorded = await ledger().recordChunk({ batch, chunk: 0, entries }, IN_TIME);
        expect(receiptsOf(recorded)).toEqual(each.map(() => RECORD.receipt));
        const ids = entries.map(({ record }) => record.id);
        const stored = entries.map(({ record, applicant }) => ({
          ...record,
          applicant: { kind: "nik", pseudonym: pseudonym("nik", applicant.number) },
          people: { drivers: [pseudonym("nik", DRIVER), null] },
        }));
        expect(await Promise.all(ids.map((id) => ledger().find(id)))).toEqual(stored);
        expect(await ledger().recallChunk({ batch, chunk: 0, ids }, IN_TIME)).toEqual(stored);
      }),
      runs(25),
    );
  });

  test("is one item, put once, and a row for each decision", async () => {
    const calls: string[] = [];
    const counted = await meddledLedger((operation) => {
      calls.push(operation);
      return null;
    });
    const batch = newBatch();
    const places = Array.from({ length: 50 }, (_, place) => place);
    const entries = entriesAt(batch, places);
    await counted.recordChunk({ batch, chunk: 0, entries }, IN_TIME);
    // The policy, the chunk, and 25 rows a call.
    expect(calls).toEqual(["PutItem", "PutItem", "BatchWriteItem", "BatchWriteItem"]);
    const [{ record: _, ...head } = {}, ...more] = await itemsOf(names.decisions, `batch#${batch}`);
    const expires = { N: String(Date.parse("2026-12-02T05:00:00Z") / 1000) };
    expect([head, more]).toEqual([
      {
        pk: { S: `batch#${batch}` },
        sk: { S: "chunk#0" },
        issuedAt: { S: RECORD.issuedAt },
        ends: expires,
        expires,
      },
      [],
    ]);
    const rows = await itemsOf(names.applicants, pseudonym("nik", NIK));
    expect(rows).toHaveLength(50);
    expect(rows[49]).toEqual({
      pk: { S: pseudonym("nik", NIK) },
      sk: { S: itemId(batch, 49) },
      service: { S: "kota-uji/kios" },
      asOf: { S: "2026-11-22" },
      outcome: { S: "eligible" },
      issuedAt: { S: RECORD.issuedAt },
      expires,
    });
  });

  test("never overwrites: whoever comes second gets what stands there", async () => {
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
    await ledger().recordChunk(chunk, IN_TIME);
    const before = await itemsOf(names.decisions, `batch#${batch}`);
    const entries = entriesAt(batch, [0, 1], () => ({ receipt: "x.e30.z" }));
    const second = await ledger().recordChunk({ ...chunk, entries }, IN_TIME);
    expect(receiptsOf(second)).toEqual([RECORD.receipt, RECORD.receipt]);
    expect(await itemsOf(names.decisions, `batch#${batch}`)).toEqual(before);
  });

  test("is one and the same for twenty tries at once", async () => {
    const batch = newBatch();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, attempt) => {
        const entries = entriesAt(batch, [50, 51, 99], (place) => ({
          receipt: `${attempt}.e30.${place}`,
        }));
        return receiptsOf(await ledger().recordChunk({ batch, chunk: 1, entries }, IN_TIME));
      }),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await itemsOf(names.decisions, `batch#${batch}`)).toHaveLength(1);
  });

  test("that was stored without a decision lets it stand alone, the same for all tries", async () => {
    const batch = newBatch();
    await ledger().recordChunk({ batch, chunk: 0, entries: entriesAt(batch, [0, 2]) }, IN_TIME);
    const tries = await Promise.all(
      Array.from({ length: 5 }, async (_, attempt) => {
        const entries = entriesAt(batch, [0, 1, 2], (place) => ({
          receipt: `${attempt}.e30.${place}`,
        }));
        return receiptsOf(await ledger().recordChunk({ batch, chunk: 0, entries }, IN_TIME));
      }),
    );
    expect(new Set(tries.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(tries[0]).toEqual([
      RECORD.receipt,
      expect.stringMatching(/^\d\.e30\.1$/),
      RECORD.receipt,
    ]);
    const ids = [0, 1, 2].map((place) => itemId(batch, place));
    const recalled = await ledger().recallChunk({ batch, chunk: 0, ids }, IN_TIME);
    expect(recalled.map(({ receipt }) => receipt)).toEqual(tries[0]);
    expect((await ledger().find(ids[1] ?? ""))?.receipt).toBe(tries[0]?.[1]);
    expect(await found()).toEqual(ids.toReversed());
  });

  test("larger than an item is stored in parts, its head last, and read back", async () => {
    const puts: string[] = [];
    const watched = await meddledLedger((operation, body) => {
      if (operation === "PutItem") puts.push(Object(body["Item"]).sk.S.replace(/#.*#/, "#"));
      return null;
    });
    const batch = newBatch();
    const entries = entriesAt(batch, [0, 1, 2], () => ({
      facts: { "stall.goods": noise(180_000) },
    }));
    await watched.recordChunk({ batch, chunk: 0, entries }, IN_TIME);
    expect(puts).toEqual(["policy", "part#000", "part#001", "chunk#0"]);
    for (const { record } of entries) {
      expect((await ledger().find(record.id))?.facts).toEqual(record.facts);
    }
  });

  test("larger than the ledger holds lets each decision stand alone, but for one that is too large", async () => {
    const batch = newBatch();
    const entries = entriesAt(batch, [0, 1, 2], (place) => ({
      facts: { "stall.goods": noise(place === 1 ? 4_500_000 : 10) },
    }));
    const chunk = { batch, chunk: 0, entries };
    const recorded = await ledger().recordChunk(chunk, IN_TIME);
    expect(receiptsOf(recorded)).toEqual([RECORD.receipt, "too-large", RECORD.receipt]);
    expect((await ledger().find(itemId(batch, 2)))?.facts).toEqual(entries[2]?.record.facts);
    expect(await found()).toEqual([itemId(batch, 2), itemId(batch, 0)]);
  });

  test("is recalled as nothing where no try stored it", async () => {
    const batch = newBatch();
    const chunk = { batch, chunk: 3, ids: [itemId(batch, 150)] };
    expect(await ledger().recallChunk(chunk, IN_TIME)).toEqual([]);
  });
});

describe("who a chunk is about", () => {
  test("is found again by a second try where the first broke off before it was stored", async () => {
    let broken = true;
    const breaking = await meddledLedger((operation) =>
      broken && operation === "BatchWriteItem" ? { status: 500, body: {} } : null,
    );
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
    expect((await breaking.recordChunk(chunk, IN_TIME)).kind).toBe("unavailable");
    expect(await found()).toEqual([]);
    broken = false;
    const ids = chunk.entries.map(({ record }) => record.id);
    await breaking.recallChunk({ batch, chunk: 0, ids }, IN_TIME);
    expect(await found()).toEqual(ids.toReversed());
  });

  test("is found by a try that lost the chunk, too", async () => {
    let broken = true;
    const breaking = await meddledLedger((operation) =>
      broken && operation === "BatchWriteItem" ? { status: 500, body: {} } : null,
    );
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0]) };
    await breaking.recordChunk(chunk, IN_TIME);
    broken = false;
    await breaking.recordChunk(chunk, IN_TIME);
    expect(await found()).toEqual([itemId(batch, 0)]);
  });

  test("is told whole by a second try, though a review came after the first told a part of it", async () => {
    const batch = newBatch();
    const places = Array.from({ length: 30 }, (_, place) => place);
    let calls = 0;
    const breaking = await meddledLedger((operation) => {
      if (operation === "BatchWriteItem") calls += 1;
      return operation === "BatchWriteItem" && calls === 2 ? { status: 500, body: {} } : null;
    });
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, places) };
    expect((await breaking.recordChunk(chunk, IN_TIME)).kind).toBe("unavailable");
    const told = await found();
    expect(told).not.toHaveLength(30);
    await review(told[0] ?? "");
    const ids = chunk.entries.map(({ record }) => record.id);
    await ledger().recallChunk({ batch, chunk: 0, ids }, IN_TIME);
    expect(await found()).toEqual(ids.toReversed());
    const later = { clock: () => new Date("2026-12-02T05:00:00Z") };
    expect(await found(later)).toEqual(told.slice(0, 1));
  });

  test("is stored although DynamoDB leaves rows unprocessed for a while", async () => {
    let left = 3;
    const throttled = await meddledLedger((operation, body) => {
      if (operation !== "BatchWriteItem" || left === 0) return null;
      left -= 1;
      return { status: 200, body: { UnprocessedItems: body["RequestItems"] } };
    });
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
    expect((await throttled.recordChunk(chunk, IN_TIME)).kind).toBe("recorded");
    expect(await found()).toHaveLength(2);
  });

  test("is given up, and with it the chunk's answer, when the time is over", async () => {
    const throttled = await meddledLedger((operation, body) =>
      operation === "BatchWriteItem"
        ? { status: 200, body: { UnprocessedItems: body["RequestItems"] } }
        : null,
    );
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0]) };
    const recorded = await throttled.recordChunk(chunk, AbortSignal.timeout(200));
    expect(recorded.kind).toBe("unavailable");
  });

  test("is found among decisions that were asked for alone, the latest first", async () => {
    const on = (day: string) => new Date(`2026-11-${day}T05:00:00.000Z`);
    const alone = (day: string) => timeOrderedId(on(day));
    const [first, last] = [alone("18"), alone("21")];
    await ledger().record(entryOf({ id: first, issuedAt: on("18").toISOString() }));
    await ledger().record(entryOf({ id: last, issuedAt: on("21").toISOString() }));
    const batch = batchId(alone("20"));
    const entries = entriesAt(batch, [0, 1], () => ({ issuedAt: on("20").toISOString() }));
    await ledger().recordChunk({ batch, chunk: 0, entries }, IN_TIME);
    const all = [last, itemId(batch, 1), itemId(batch, 0), first];
    expect(await found()).toEqual(all);
    const search = { applicant: { kind: "nik", number: NIK }, most: 2 } as const;
    expect((await ledger().search(search)).map(({ id }) => id)).toEqual(all.slice(0, 2));
    const heads = await ledger().search({ ...search, from: on("20").toISOString() });
    expect(heads[1]).toEqual({
      id: itemId(batch, 1),
      issuedAt: "2026-11-20T05:00:00.000Z",
      service: "kota-uji/kios",
      asOf: "2026-11-22",
      outcome: "eligible",
    });
  });
});

describe("a chunk's retention", () => {
  test("ends it with its rows: nothing of it is told any more", async () => {
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0]) };
    await ledger().recordChunk(chunk, IN_TIME);
    const later = { clock: () => new Date("2026-12-02T05:00:00Z") };
    expect(await ledger(later).find(itemId(batch, 0))).toBeNull();
    expect(await found(later)).toEqual([]);
  });

  test("keeps it for a review of one decision, and tells the others no more", async () => {
    const batch = newBatch();
    const large = { "stall.goods": noise(400_000) };
    const entries = entriesAt(batch, [0, 1], () => ({ facts: large }));
    const chunk = { batch, chunk: 0, entries };
    await ledger().recordChunk(chunk, IN_TIME);
    const other = { batch, chunk: 1, entries: entriesAt(batch, [50]) };
    await ledger().recordChunk(other, IN_TIME);
    const [reviewed, sibling] = [itemId(batch, 0), itemId(batch, 1)];
    await review(reviewed);
    const stored = await expiriesIn(names.decisions, `batch#${batch}`);
    const { "chunk#1": untouched, ...kept } = stored;
    expect(untouched).toEqual(ITS_OWN_DAY);
    expect(Object.keys(kept).length).toBeGreaterThan(2);
    expect(new Set(Object.values(kept))).toEqual(new Set([REVIEWED_DAY]));
    const rows = await expiriesIn(names.applicants, pseudonym("nik", NIK));
    expect(rows).toEqual({
      [reviewed]: REVIEWED_DAY,
      [sibling]: ITS_OWN_DAY,
      [itemId(batch, 50)]: ITS_OWN_DAY,
    });

    const later = { clock: () => new Date("2026-12-02T05:00:00Z") };
    expect((await ledger(later).find(reviewed))?.facts).toEqual(large);
    expect(await ledger(later).find(sibling)).toBeNull();
    expect(await found(later)).toEqual([reviewed]);
    const last = { clock: () => new Date("2026-12-22T05:00:00Z") };
    expect(await ledger(last).find(reviewed)).toBeNull();
    expect(await found(last)).toEqual([]);
  });

  const repeats = [
    [
      "recalled",
      (again: ReturnType<typeof ledger>, batch: string) =>
        again.recallChunk({ batch, chunk: 0, ids: [itemId(batch, 0)] }, IN_TIME),
    ],
    [
      "decided again",
      (again: ReturnType<typeof ledger>, batch: string) =>
        again.recordChunk({ batch, chunk: 0, entries: entriesAt(batch, [0, 1]) }, IN_TIME),
    ],
  ] as const;

  test.each(repeats)("that a review moved stays where its batch is %s later", async (_, repeat) => {
    const batch = newBatch();
    const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
    await ledger().recordChunk(chunk, IN_TIME);
    await review(itemId(batch, 0));
    await repeat(ledger(), batch);
    expect(await expiriesIn(names.applicants, pseudonym("nik", NIK))).toEqual({
      [itemId(batch, 0)]: REVIEWED_DAY,
      [itemId(batch, 1)]: ITS_OWN_DAY,
    });
  });

  test.each(repeats)(
    "that a review moves while its batch is %s stays: found by id, found by applicant",
    async (_, repeat) => {
      const batch = newBatch();
      const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
      await ledger().recordChunk(chunk, IN_TIME);
      let reviews = 0;
      // Between the reading of the chunk and the putting of its rows.
      const racing = await meddledLedger(async (_operation, body) => {
        const putsRows = JSON.stringify(body).includes(`"${names.applicants}"`);
        if (putsRows && reviews++ === 0) await review(itemId(batch, 0));
        return null;
      });
      await repeat(racing, batch);
      expect(reviews).toBeGreaterThan(0);
      const later = { clock: () => new Date("2026-12-02T05:00:00Z") };
      expect((await ledger(later).find(itemId(batch, 0)))?.id).toBe(itemId(batch, 0));
      expect(await found(later)).toEqual([itemId(batch, 0)]);
    },
  );

  test.each(repeats)(
    "that a review moves stays though its batch is %s, and lacked its rows a moment before",
    async (_, repeat) => {
      const breaking = await meddledLedger((operation) =>
        operation === "BatchWriteItem" ? { status: 500, body: {} } : null,
      );
      const batch = newBatch();
      const chunk = { batch, chunk: 0, entries: entriesAt(batch, [0, 1]) };
      expect((await breaking.recordChunk(chunk, IN_TIME)).kind).toBe("unavailable");
      let reviews = 0;
      // Another try puts the rows and tells the ids between the reading of the rows and their putting.
      const racing = await meddledLedger(async (operation, body) => {
        const isPut = operation === "PutItem" || operation === "BatchWriteItem";
        if (!isPut || !JSON.stringify(body).includes(`"${names.applicants}"`)) return null;
        if (reviews++ > 0) return null;
        await ledger().recallChunk({ batch, chunk: 0, ids: [] }, IN_TIME);
        await review(itemId(batch, 0));
        return null;
      });
      await repeat(racing, batch);
      expect(reviews).toBeGreaterThan(0);
      expect(await expiriesIn(names.applicants, pseudonym("nik", NIK))).toEqual({
        [itemId(batch, 0)]: REVIEWED_DAY,
        [itemId(batch, 1)]: ITS_OWN_DAY,
      });
    },
  );
});
