import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPublicKeys } from "../../../src/ledger/receipt/public-keys.ts";
import { decisionDigestOf } from "../../../src/ledger/receipt/subject.ts";
import { verifyReceipt } from "../../../src/ledger/receipt/verify.ts";
import { readRecord } from "../../../src/ledger/replay/record.ts";
import { replay } from "../../../src/ledger/replay/replay.ts";
import {
  type Answered,
  CALLER,
  type Harness,
  harness,
  idNumber,
  kioskRequest,
} from "../support/harness.ts";
import {
  apiWith,
  type Drivers,
  MOST_LAMBDA_BYTES,
  routePermit,
  throughLambda,
} from "./support/route-permit.ts";

const ADDRESS = `/v1/decisions/${idNumber(1)}`;
const PAGES = `${ADDRESS}/evidence?requirement=bpjs-aktif`;

/** An HTTP API waits so long for a function. */
const MOST_MILLISECONDS = 29_000;

interface Decided {
  readonly api: Harness;
  readonly answer: Answered;
  readonly milliseconds: number;
}

async function decide(drivers: Drivers): Promise<Decided> {
  const api = apiWith(drivers);
  const begun = performance.now();
  const answer = await api.ask(routePermit(2000));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { api, answer, milliseconds: performance.now() - begun };
}

const MADE = new Map<Drivers, Promise<Decided>>();

/** Deciding takes seconds, so each application is decided once. */
function decided(drivers: Drivers): Promise<Decided> {
  const made = MADE.get(drivers) ?? decide(drivers);
  MADE.set(drivers, made);
  return made;
}

/** The record as a program reads it, which undoes the compression. */
async function recordOf(api: Harness) {
  const { content } = await throughLambda(api, `${ADDRESS}/record`);
  return readRecord(JSON.parse(String(gunzipSync(content))));
}

/** All pages, each within its bound. */
async function pagesOf({ app }: Harness): Promise<readonly unknown[]> {
  const pages: unknown[][] = [];
  for (let next: string | null = PAGES; next !== null; ) {
    const response = await app.request(next, {}, { caller: CALLER });
    const text = await response.text();
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    const page: { evidence: unknown[]; entries: number; next: string | null } = JSON.parse(text);
    expect(page.entries).toBe(22_000);
    pages.push(page.evidence);
    next = page.next;
  }
  expect(pages.length).toBeGreaterThan(2);
  return pages.flat();
}

describe("an application of 2,000 drivers", () => {
  test.each<[Drivers, string, number]>([
    ["active", "eligible", 0],
    ["half lapsed", "ineligible", 1000],
    ["lapsed", "ineligible", 2000],
    ["unknown", "undetermined", 2000],
  ])(
    "who are %s is decided in time, and answered and read in Lambda's room",
    async (drivers, outcome, deciding) => {
      const { api, answer, milliseconds } = await decided(drivers);
      expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
      expect(answer.body["outcome"]).toBe(outcome);
      expect(answer.body["requirements"]).toMatchObject([
        {
          id: "bpjs-aktif",
          leftOut: {
            groups: [{ quantifier: "every", group: "drivers", items: 2000, deciding }],
            evidence: PAGES,
          },
        },
        ...["badan-usaha", "jumlah-kendaraan", "fasilitas", "dokumen", "izin-masih-berlaku"].map(
          (id) => ({ id }),
        ),
      ]);
      expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(1_000_000);
      const read = await throughLambda(api, ADDRESS);
      expect(read.bytes).toBeLessThan(1_000_000);
      expect(JSON.parse(String(read.content))).toEqual(answer.body);
      expect((await throughLambda(api, `${ADDRESS}/record`)).bytes).toBeLessThan(MOST_LAMBDA_BYTES);
    },
  );

  test("has all of its evidence on pages below 1 MB, in the order of the record", async () => {
    const { api } = await decided("half lapsed");
    const { decision } = await recordOf(api);
    expect(await pagesOf(api)).toEqual(decision.requirements[0]?.evidence);
  });

  test("has pages below 1 MB where they are written for people too", async () => {
    const api = apiWith("unknown", 2);
    await api.ask(routePermit(2000));
    expect(await pagesOf(api)).toHaveLength(22_000);
  });

  test("says in words how many reasons and names it leaves out", async () => {
    const { answer } = await decided("unknown");
    expect(answer.body["explanation"]).toMatchObject({
      summary: expect.stringMatching(/; and 5,980 more\. /),
      requirements: [{ reasonsLeftOut: 5950 }, {}, {}, {}, {}, {}],
    });
    expect(JSON.stringify(answer.body["explanation"])).toContain("And 5,950 more reasons.");
    expect(answer.body["leftOut"]).toMatchObject({ missing: 5900, facts: 7640 });
  });
});

describe("the receipt of a large decision", () => {
  test("is genuine offline, is what was answered, and covers the whole by its digest", async () => {
    const { api, answer } = await decided("half lapsed");
    const record = await recordOf(api);
    const keys = readPublicKeys(JSON.stringify((await api.send("/v1/keys")).body));
    const verified = await verifyReceipt(record.receipt, keys);
    if (verified.kind !== "genuine") throw new Error(verified.reason);
    const { outcome, missing, decisionDigest, leftOut } = answer.body;
    expect(verified.decision).toMatchObject({ outcome, missing, decisionDigest, leftOut });
    expect(answer.body["receipt"]).toBe(record.receipt);
    expect(decisionDigestOf(record.decision, record.salts?.facts ?? "")).toBe(decisionDigest);
    expect(replay(record)).toEqual({ kind: "same" });
  });

  test("tells a record that was changed anywhere, also where no page was answered", async () => {
    const { api } = await decided("active");
    const record = await recordOf(api);
    const origin = { source: "applicant", state: "answered" } as const;
    const facts = { ...record.decision.facts, "drivers[1998].coverage.status": origin };
    const changed = { ...record, decision: { ...record.decision, facts } };
    expect(replay(changed)).toMatchObject({
      kind: "different",
      differences: [{ path: "receipt.decisionDigest" }],
    });
    const { salts: _, ...saltless } = record;
    expect(replay(saltless)).toMatchObject({
      kind: "different",
      differences: [{ path: "receipt.decisionDigest", recorded: undefined }],
    });
  });
});

describe("the record of a large decision", () => {
  test("is sent compressed to whoever accepts gzip", async () => {
    const { api } = await decided("active");
    const headers = { "accept-encoding": "br, gzip;q=0.5" };
    const { content } = await throughLambda(api, `${ADDRESS}/record`, headers);
    expect(JSON.parse(String(gunzipSync(content)))).toHaveProperty("policy");
  });

  test("is refused to whoever accepts nothing compressed", async () => {
    const { api } = await decided("active");
    const init = { headers: { "accept-encoding": "identity" } };
    const { status, body } = await api.send(`${ADDRESS}/record`, init);
    expect([status, body["code"]]).toEqual([406, "compression-needed"]);
  });

  test("is sent as it is where it is small", async () => {
    const { ask, app } = harness();
    await ask(kioskRequest());
    const init = { headers: { "accept-encoding": "gzip" } };
    const response = await app.request(`${ADDRESS}/record`, init, { caller: CALLER });
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(await response.json()).toHaveProperty("policy");
  });
});
