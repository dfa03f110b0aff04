import { describe, expect, test } from "vitest";
import type { Claims } from "../../src/ledger/claims.ts";
import {
  CALLER,
  harness,
  idNumber,
  kioskRequest,
  NIKS,
  postOf,
  testClaims,
} from "./support/harness.ts";

const KEY = { "idempotency-key": "7f3a" };

describe("a request with an idempotency key", () => {
  test("gets the same decision again, receipt and all", async () => {
    const { ask, ledger } = harness();
    const first = await ask(kioskRequest(), KEY);
    const again = await ask(kioskRequest(), KEY);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("location")).toBe(`/v1/decisions/${idNumber(1)}`);
    expect(ledger.entries).toHaveLength(1);
  });

  test("gets one decision from fifty calls at once", async () => {
    const { ask, ledger } = harness();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(kioskRequest(), KEY)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body["receipt"])).size).toBe(1);
    expect(ledger.entries).toHaveLength(1);
  });

  test.each([
    ["other facts", { ...kioskRequest(), facts: { "kiosk.owner": "LAINNYA" } }],
    ["another applicant", kioskRequest(NIKS.lapsed)],
    ["another language", { ...kioskRequest(), language: "en" }],
  ])("is refused with %s under the same key", async (_, other) => {
    const { ask, ledger } = harness();
    await ask(kioskRequest(), KEY);
    const { status, body } = await ask(other, KEY);
    expect([status, body["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect(ledger.entries).toHaveLength(1);
  });

  test("is the same request however its keys are ordered", async () => {
    const { ask, ledger } = harness();
    await ask(kioskRequest(), KEY);
    const reversed = Object.fromEntries(Object.entries(kioskRequest()).reverse());
    expect((await ask(reversed, KEY)).status).toBe(201);
    expect(ledger.entries).toHaveLength(1);
  });

  test("is the same request after the key of fingerprints was replaced", async () => {
    const claims = testClaims();
    const before = (text: string) => `before ${text}`;
    const { ask, ledger } = harness({ claims, fingerprint: before });
    const first = await ask(kioskRequest(), KEY);
    const now = { fingerprint: (text: string) => `now ${text}`, formerFingerprints: [before] };
    const { ask: askAgain } = harness({ claims, ledger, ...now });
    expect((await askAgain(kioskRequest(), KEY)).body).toEqual(first.body);
    const other = await askAgain(kioskRequest(NIKS.lapsed), KEY);
    expect([other.status, other.body["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect(ledger.entries).toHaveLength(1);
  });

  test("shares its key with no other client", async () => {
    const { send, ledger } = harness();
    const init = postOf(kioskRequest(), KEY);
    const first = await send("/v1/decisions", init);
    const other = await send("/v1/decisions", init, { ...CALLER, client: "lain" });
    expect(other.body["id"]).not.toBe(first.body["id"]);
    expect(ledger.entries).toHaveLength(2);
  });

  test("is decided by whoever comes next where the first caller crashed", async () => {
    const stored = harness().ledger;
    let crashed = false;
    const ledger: typeof stored = {
      ...stored,
      record: async (entry) => {
        if (crashed) return stored.record(entry);
        crashed = true;
        return { kind: "unavailable", cause: new Error("killed") };
      },
    };
    const { ask } = harness({ ledger });
    expect((await ask(kioskRequest(), KEY)).status).toBe(503);
    const again = await ask(kioskRequest(), KEY);
    expect([again.status, again.body["id"]]).toEqual([201, idNumber(1)]);
  });

  test("gets 503 while what was decided cannot be read", async () => {
    const { ledger } = harness();
    const down: typeof ledger = { ...ledger, find: () => Promise.reject(new Error("down")) };
    const { ask } = harness({ ledger: down });
    await ask(kioskRequest(), KEY);
    const { status, headers, body } = await ask(kioskRequest(), KEY);
    expect([status, headers.get("retry-after"), body["code"]]).toEqual([
      503,
      "5",
      "ledger-unavailable",
    ]);
  });

  test.each([[""], ["a b"], ["x".repeat(201)]])("is refused where the key is %j", async (key) => {
    const { ask } = harness();
    const { status, body } = await ask(kioskRequest(), { "idempotency-key": key });
    expect([status, body["code"]]).toEqual([422, "idempotency-key-invalid"]);
  });

  test("gets 503 and no decision while claims cannot be stored", async () => {
    const claims: Claims = { claim: () => Promise.reject(new Error(NIKS.active)) };
    const { ask, ledger } = harness({ claims });
    const { status, headers } = await ask(kioskRequest(), KEY);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(ledger.entries).toEqual([]);
  });
});
