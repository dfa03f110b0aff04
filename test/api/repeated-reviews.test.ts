import { describe, expect, test } from "vitest";
import type { Claims } from "../../src/ledger/claims.ts";
import { CALLER, harness, idNumber, kioskRequest, postOf } from "./support/harness.ts";

const ADDRESS = `/v1/decisions/${idNumber(1)}/reviews`;
const REVIEWER = { ...CALLER, client: "keberatan" };
const REVIEW = { verdict: "overturned", reason: "Iuran sudah dibayar." };
const KEY = { "idempotency-key": "keberatan-17" };

async function decided() {
  const { ask, send, ...rest } = harness();
  await ask(kioskRequest());
  const review = (body: unknown = REVIEW, caller = REVIEWER, address = ADDRESS) =>
    send(address, postOf(body, KEY), caller);
  return { ...rest, ask, send, review };
}

describe("a review with an idempotency key", () => {
  test("is the same review again, and stands once", async () => {
    const { review, send } = await decided();
    const first = await review();
    const again = await review();
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await send(ADDRESS)).body).toEqual({ reviews: [first.body] });
  });

  test("is one review from fifty calls at once", async () => {
    const { review, send } = await decided();
    const answers = await Promise.all(Array.from({ length: 50 }, () => review()));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body["id"]}`)).size).toBe(1);
    expect((await send(ADDRESS)).body["reviews"]).toHaveLength(1);
  });

  const other = { ...REVIEWER, officer: "petugas-lain" };

  test.each([
    ["another verdict", { ...REVIEW, verdict: "upheld" }, REVIEWER],
    ["another reason", { ...REVIEW, reason: "Lain." }, REVIEWER],
    ["another officer", REVIEW, other],
  ])("is refused with %s under the same key", async (_, body, caller) => {
    const { review, send } = await decided();
    await review();
    const refused = await review(body, caller);
    expect([refused.status, refused.body["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect((await send(ADDRESS)).body["reviews"]).toHaveLength(1);
  });

  test("is refused for another decision under the same key", async () => {
    const { ask, review, send } = await decided();
    const { body } = await ask(kioskRequest());
    const elsewhere = `/v1/decisions/${body["id"]}/reviews`;
    await review();
    const refused = await review(REVIEW, REVIEWER, elsewhere);
    expect([refused.status, refused.body["code"]]).toEqual([422, "idempotency-key-reused"]);
    expect((await send(elsewhere)).body).toEqual({ reviews: [] });
  });

  test("without one is another review each time", async () => {
    const { send } = await decided();
    await send(ADDRESS, postOf(REVIEW), REVIEWER);
    await send(ADDRESS, postOf(REVIEW), REVIEWER);
    expect((await send(ADDRESS)).body["reviews"]).toHaveLength(2);
  });

  test("is made by whoever comes next where the first caller crashed", async () => {
    const stored = harness().ledger;
    let crashed = false;
    const ledger: typeof stored = {
      ...stored,
      review: async (review) => {
        if (crashed) return stored.review(review);
        crashed = true;
        throw new Error("killed");
      },
    };
    const { ask, send } = harness({ ledger });
    await ask(kioskRequest());
    expect((await send(ADDRESS, postOf(REVIEW, KEY), REVIEWER)).status).toBe(503);
    const again = await send(ADDRESS, postOf(REVIEW, KEY), REVIEWER);
    expect([again.status, again.body["verdict"]]).toEqual([201, "overturned"]);
  });

  test("claims nothing where it is refused for itself", async () => {
    const { review } = await decided();
    expect((await review({ ...REVIEW, reason: " " })).status).toBe(422);
    expect((await review(REVIEW, CALLER)).status).toBe(403);
    expect((await review()).status).toBe(201);
  });

  test("gets 503 and is not stored while claims cannot be", async () => {
    const claims: Claims = { claim: () => Promise.reject(new Error("down")) };
    const { ask, send } = harness({ claims });
    await ask(kioskRequest());
    const { status, headers } = await send(ADDRESS, postOf(REVIEW, KEY), REVIEWER);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await send(ADDRESS)).body).toEqual({ reviews: [] });
  });
});
