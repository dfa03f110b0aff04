import { beforeEach, describe, expect, test } from "vitest";
import { createLedger, type LedgerOptions } from "../../src/ledger/dynamodb-ledger.ts";
import type { DecisionRecord, Ledger, Review } from "../../src/ledger/entry.ts";
import { isExpired } from "../../src/ledger/expiry.ts";
import { keepReviewed } from "../../src/ledger/retention.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import { entryOf, NIK, pseudonym, RECORD } from "./support/entries.ts";

const database = testDatabase();
const ISSUED_AT = RECORD.issuedAt;
const ID = timeOrderedId(new Date(ISSUED_AT));
const LAST_MOMENT = "2026-12-02T04:59:59.999Z";
const EXPIRED = "2026-12-02T05:00:00.000Z";

let tables = 0;
let names = namesOf(tables);

function namesOf(number: number) {
  return {
    coverage: "coverage",
    decisions: `decisions-${number}`,
    claims: "claims",
    applicants: `applicants-${number}`,
  };
}

beforeEach(async () => {
  tables += 1;
  names = namesOf(tables);
  await ensureTables(database.client(), names);
});

/** A ledger as it is at a moment; it keeps decisions for ten days and reviews for twenty. */
function ledgerAt(moment: string, changed: Partial<LedgerOptions> = {}): Ledger {
  return createLedger({
    client: database.client(),
    table: names.decisions,
    applicants: names.applicants,
    pseudonym,
    retentionDays: 10,
    reviewRetentionDays: 20,
    clock: () => new Date(moment),
    ...changed,
  });
}

async function keep(): Promise<void> {
  const { decisions: table, applicants } = names;
  await keepReviewed(ID, { client: database.client(), table, applicants });
}

/** What two items of the ledger hold: one by itself, one in parts. */
const SIZES: readonly (readonly [string, DecisionRecord["facts"]])[] = [
  ["small", { "land.hectares": 1 }],
  [
    "stored in parts",
    { "stall.goods": Array.from({ length: 60_000 }, () => timeOrderedId(new Date())) },
  ],
];

const REVIEW: Review = {
  id: timeOrderedId(new Date("2026-11-30T05:00:00.000Z")),
  decision: ID,
  reviewedAt: "2026-11-30T05:00:00.000Z",
  officer: "petugas",
  client: "keberatan",
  verdict: "overturned",
  reason: "Iuran sudah dibayar.",
};

async function toldAt(moment: string) {
  const ledger = ledgerAt(moment);
  const found = await ledger.search({ applicant: { kind: "nik", number: NIK }, most: 10 });
  return {
    given: (await ledger.find(ID)) !== null,
    found: found.map(({ id }) => id),
    reviews: (await ledger.reviews(ID)).map(({ id }) => id),
  };
}

const NOTHING = { given: false, found: [], reviews: [] };

describe.each(SIZES)("a decision whose day has come, %s", (_, facts) => {
  test("is neither given nor found, though the database still has it", async () => {
    await ledgerAt(ISSUED_AT).record(entryOf({ id: ID, facts }));
    expect(await toldAt(LAST_MOMENT)).toEqual({ given: true, found: [ID], reviews: [] });
    expect(await toldAt(EXPIRED)).toEqual(NOTHING);
  });

  test("ends on the day of its review where it was reviewed", async () => {
    await ledgerAt(ISSUED_AT).record(entryOf({ id: ID, facts }));
    await ledgerAt("2026-11-30T05:00:00.000Z").review(REVIEW);
    await keep();
    const all = { given: true, found: [ID], reviews: [REVIEW.id] };
    expect(await toldAt(EXPIRED)).toEqual(all);
    expect(await toldAt("2026-12-20T04:59:59.999Z")).toEqual(all);
    expect(await toldAt("2026-12-20T05:00:00.000Z")).toEqual(NOTHING);
  });
});

describe("a review", () => {
  test("ends no sooner than its decision", async () => {
    await ledgerAt(ISSUED_AT).record(entryOf({ id: ID }));
    const short = ledgerAt(REVIEW.reviewedAt, { reviewRetentionDays: 1 });
    await short.review(REVIEW);
    await keep();
    expect(await toldAt(LAST_MOMENT)).toEqual({ given: true, found: [ID], reviews: [REVIEW.id] });
    expect(await toldAt(EXPIRED)).toEqual(NOTHING);
  });

  test("made once more under its id is the one that stands", async () => {
    const ledger = ledgerAt(ISSUED_AT);
    await ledger.record(entryOf({ id: ID }));
    expect(await ledger.review(REVIEW)).toEqual(REVIEW);
    const later = { ...REVIEW, reviewedAt: "2026-12-01T05:00:00.000Z" };
    expect(await ledger.review(later)).toEqual(REVIEW);
    expect(await ledger.reviews(ID)).toEqual([REVIEW]);
  });
});

test("an item without a day never ends", () => {
  expect(isExpired({ pk: { S: "policy#x" } }, new Date("9999-01-01"))).toBe(false);
});
