import { handle } from "hono/aws-lambda";
import { describe, expect, test } from "vitest";
import { eventOf } from "./support/event.ts";
import { NIKS, NOW } from "./support/harness.ts";
import { everyRoute } from "./support/routes.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of a request as its answer and its log line tell it. */
async function idsWith(requestId: unknown): Promise<readonly unknown[]> {
  const lines: Parameters<typeof everyRoute>[1] = [];
  const event = eventOf("GET", "/v1/decisions/7", {});
  Object.assign(event.headers, { "x-request-id": NIKS.active });
  Object.assign(event.requestContext, { requestId });
  const { headers } = await handle(everyRoute(() => NOW, lines))(event);
  return [headers?.["x-request-id"], ...lines.map((line) => line["requestId"])];
}

describe("a request's id", () => {
  test.each(["JKJaXmPLvHcESHA=", "0b7e1c1e-6d1f-4d5e-9d3a-2f0d4c1a8b11", "a+/_9="])(
    "is the gateway's own, so that its log and ours are joined: %s",
    async (id) => {
      expect(await idsWith(id)).toEqual([id, id]);
    },
  );

  test.each([undefined, null, "", 7, "a b", "a\nb", "x".repeat(101), {}])(
    "is a UUID where the gateway gives none that can be used: %j",
    async (id) => {
      const [told, logged] = await idsWith(id);
      expect(told).toMatch(UUID);
      expect(logged).toBe(told);
    },
  );

  test("is a UUID without a gateway, another for each request", async () => {
    const app = everyRoute(() => NOW);
    const ask = async () => (await app.request("/v1/decisions/7")).headers.get("x-request-id");
    const [one, other] = [await ask(), await ask()];
    expect(one).toMatch(UUID);
    expect(other).toMatch(UUID);
    expect(one).not.toBe(other);
  });
});
