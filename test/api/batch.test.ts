import { describe, expect, test } from "vitest";
import { batchId, itemId } from "../../src/ledger/batch-id.ts";
import { CALLER, harness, idNumber, kioskRequest, NIKS, postOf } from "./support/harness.ts";

const BATCH = batchId(idNumber(1));
const batch = (items: readonly unknown[], headers: Record<string, string> = {}) =>
  postOf({ items }, headers);

describe("a batch", () => {
  test("answers each item for itself, in order, and reads the registry once", async () => {
    const { send, registry, ledger } = harness();
    const items = [
      kioskRequest(),
      { ...kioskRequest(), facts: { "land.hectares": -1 } },
      kioskRequest(NIKS.lapsed),
      { ...kioskRequest(), service: "kota-lain/kios" },
      "nonsense",
    ];
    const { status, body } = await send("/v1/decisions/batch", batch(items));
    expect(status).toBe(200);
    expect(body["results"]).toMatchObject([
      {
        id: itemId(BATCH, 0),
        service: "kota-uji/kios",
        outcome: "eligible",
        missing: [],
        receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      },
      {
        problem: {
          status: 422,
          code: "request-invalid",
          errors: [{ path: "/facts/land.hectares" }],
        },
      },
      { id: itemId(BATCH, 2), outcome: "ineligible" },
      { problem: { status: 404, code: "service-unknown" } },
      { problem: { status: 422, code: "request-invalid" } },
    ]);
    expect(registry.asked).toEqual([[NIKS.active, NIKS.lapsed]]);
    expect(ledger.entries).toHaveLength(2);
    const read = await send(`/v1/decisions/${itemId(BATCH, 0)}`);
    expect(read.body).toMatchObject({ outcome: "eligible", explanation: {} });
  });

  test("of five hundred is decided whole, and one more is refused", async () => {
    const { send, ledger } = harness();
    const items = Array.from({ length: 500 }, () => kioskRequest());
    const { body } = await send("/v1/decisions/batch", batch(items));
    const results: readonly { readonly id: string }[] = JSON.parse(JSON.stringify(body["results"]));
    expect(new Set(results.map(({ id }) => id)).size).toBe(500);
    expect(ledger.entries).toHaveLength(500);
    const more = await send("/v1/decisions/batch", batch([...items, kioskRequest()]));
    expect([more.status, more.body["errors"]]).toMatchObject([
      422,
      [{ path: "/items", code: "items-count" }],
    ]);
  });

  test("that is sent again under its key has the same decisions", async () => {
    const { send, ledger } = harness();
    const init = batch([kioskRequest(), kioskRequest(NIKS.lapsed)], { "idempotency-key": "k" });
    const first = await send("/v1/decisions/batch", init);
    const again = await send("/v1/decisions/batch", init);
    expect(again.body).toEqual(first.body);
    expect(ledger.entries).toHaveLength(2);
  });

  test("that is sent again has them even where today's policy would not admit it", async () => {
    let now = "2026-12-31T05:00:00Z";
    const { send, ledger, registry } = harness({ clock: () => new Date(now) });
    const init = batch([kioskRequest()], { "idempotency-key": "k" });
    const first = await send("/v1/decisions/batch", init);
    expect(first.body["results"]).toMatchObject([{ outcome: "eligible" }]);
    now = "2027-01-01T05:00:00Z";
    const again = await send("/v1/decisions/batch", init);
    expect(again.body).toEqual(first.body);
    expect([ledger.entries.length, registry.asked.length]).toEqual([1, 1]);
  });

  test.each([
    ["no items", {}, "/items"],
    ["none", { items: [] }, "/items"],
  ])("with %s is refused", async (_, body, path) => {
    const { send } = harness();
    const answer = await send("/v1/decisions/batch", postOf(body), CALLER);
    expect(answer.status).toBe(422);
    expect(answer.body["errors"]).toMatchObject([{ path }]);
  });
});
