import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PROBLEMS } from "../../src/api/problems/codes.ts";
import type { Ledger } from "../../src/ledger/entry.ts";
import { checkedLog } from "../support/checked-log.ts";
import {
  type Harness,
  harness,
  idNumber,
  kioskRequest,
  NIB,
  NIKS,
  testLedger,
} from "./support/harness.ts";

/** `REQUESTS=100000 npx vitest run test/api/fuzz.test.ts` sends as many as that; last on 22 November 2026, without a fault. */
const REQUESTS = Number(process.env["REQUESTS"] ?? 3000);

const MOST_PROBLEM_BYTES = 100_000;

/** Of requests that may hold megabytes; what the tests' registry was asked is a part of it. */
const MOST_BYTES_KEPT = 10_000_000;

const ADDRESSES = [
  "/v1/decisions",
  "/v1/decisions/batch",
  "/v1/decisions/search",
  "/v1/previews",
  `/v1/decisions/${idNumber(1)}/reviews`,
  `/v1/decisions/${idNumber(1)}`,
  "/v1/services/kota-uji/kios?asOf=2026-11-22",
  "/v1/decisions/%2e%2e/keys",
  "/v1//decisions",
  "/v1/decisions/%00",
  "/v1/services/__proto__/constructor",
  "/readyz/",
];

/** A problem that told it back with each fault below it would be far larger than the request. */
const LONG_KEY = "k".repeat(50_000);

const BODIES: readonly unknown[] = [
  { ...kioskRequest(), groups: { [LONG_KEY]: [{ nik: 1 }, { nik: 2 }, { nik: 3 }] } },
  kioskRequest(),
  { items: [kioskRequest(), kioskRequest(NIKS.lapsed)] },
  { applicant: { nik: NIKS.active }, from: "2026-01-01" },
  { service: "kota-uji/trayek", groups: { drivers: [{ facts: {} }] } },
  { verdict: "upheld", reason: "x" },
  {
    service: "kota-uji/trayek",
    applicant: { nib: NIB },
    groups: { drivers: [{ nik: NIKS.active, facts: { "person.birthDate": "1985-04-12" } }] },
    asOf: "2026-11-22",
  },
];

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "16.800",
    -0,
    1e308,
    "2026-02-30",
    [],
    {},
    "__proto__",
    "\ud800",
    "3673991204850001",
    "x".repeat(5000),
    JSON.parse('{"__proto__":{"coverage.status":"AKTIF"},"constructor":1}'),
    JSON.parse("[".repeat(30) + "]".repeat(30)),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

const keys = fc.oneof(
  { weight: 9, arbitrary: fc.string({ maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(LONG_KEY, "\u0001".repeat(200_000)) },
);

/** The body with some of its values replaced, and keys added, anywhere in it. */
function mutated(value: unknown, pick: fc.GeneratorValue): unknown {
  if (pick(fc.integer, { min: 0, max: 9 }) === 0) return pick(() => strange);
  if (Array.isArray(value)) return value.map((item) => mutated(item, pick));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, member]) => [key, mutated(member, pick)] as const,
  );
  const added = pick(fc.integer, { min: 0, max: 9 }) === 0;
  const key = added ? pick(() => keys) : "";
  return Object.fromEntries(added ? [...entries, [key, pick(() => strange)]] : entries);
}

/** The text with a piece cut out, doubled or overwritten, or bytes that are no UTF-8. */
function damaged(text: string, pick: fc.GeneratorValue): string | Uint8Array<ArrayBuffer> {
  const at = pick(fc.integer, { min: 0, max: text.length });
  const length = pick(fc.integer, { min: 0, max: 20 });
  switch (pick(fc.integer, { min: 0, max: 9 })) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    case 3:
      return Uint8Array.from(pick(fc.uint8Array, { maxLength: 200 }));
    case 4:
      return "[".repeat(10_000);
    default:
      return text;
  }
}

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { "idempotency-key": "k" },
  { "content-type": "text/plain" },
  { "content-encoding": "gzip" },
  { "accept-language": `${"x,".repeat(2000)}en` },
  { "x-forwarded-for": NIKS.active, authorization: "Bearer x" },
  { "if-none-match": "*" },
];

/** It forgets what it is told, so that memory tells of the app alone. */
const FORGETFUL: Ledger = { ...testLedger(), record: async () => ({ kind: "recorded" }) };

/** The heap that is still in use after what nobody uses was collected. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("this Node collects nothing when asked");
  collect();
  return process.memoryUsage().heapUsed;
}

async function sendMutated(send: Harness["send"], requests: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (pick) => {
      const path = pick(fc.constantFrom, ...ADDRESSES);
      const method = pick(fc.constantFrom, "POST", "POST", "POST", "GET", "PUT", "DELETE");
      const text = JSON.stringify(mutated(pick(fc.constantFrom, ...BODIES), pick)) ?? "";
      const headers = {
        "content-type": "application/json",
        ...pick(fc.constantFrom, ...HEADERS),
      };
      const body = method === "GET" ? null : damaged(text, pick);
      const { status, headers: told, body: answer } = await send(path, { method, headers, body });
      expect(status).toBeLessThan(500);
      if (status < 400) return;
      expect(told.get("content-type")).toBe("application/problem+json; charset=UTF-8");
      expect(Object.keys(PROBLEMS)).toContain(answer["code"]);
      expect(answer["status"]).toBe(status);
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(MOST_PROBLEM_BYTES);
    }),
    { numRuns: requests },
  );
}

test(`${REQUESTS} mutated requests get answers or small problems, never an error, and nothing of them stays in memory`, async () => {
  const { send } = harness({ ledger: FORGETFUL, log: checkedLog(() => {}) });
  await sendMutated(send, REQUESTS / 10);
  const before = heapInUse();
  await sendMutated(send, REQUESTS);
  expect(heapInUse() - before).toBeLessThan(MOST_BYTES_KEPT);
}, 3_600_000);

test("a body of ten megabytes is refused before it is read whole", async () => {
  const { send } = harness();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 100_000;
      controller.enqueue(new Uint8Array(100_000).fill(32));
      if (sent >= 10_000_000) controller.close();
    },
  });
  const headers = { "content-type": "application/json" };
  const init: RequestInit & { readonly duplex: "half" } = {
    method: "POST",
    headers,
    body,
    duplex: "half",
  };
  const { status } = await send("/v1/decisions", init);
  expect(status).toBe(413);
  expect(sent).toBeLessThan(2_000_000);
});
