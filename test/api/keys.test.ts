import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createLocalJWKSet } from "jose";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBase } from "../../src/api/base.ts";
import { addKeysRoute } from "../../src/api/keys.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { checkedLog } from "../support/checked-log.ts";
import { NOW } from "./support/harness.ts";

const retired = newSigningKey("2025-1").keys;
const { active, keys } = newSigningKey("2026-1");
const SIGNING = readSigningKeys(JSON.stringify({ active, keys: [...retired, ...keys] }));

async function started(): Promise<string> {
  const base = { clock: () => NOW, log: checkedLog(), language: "id" } as const;
  const app = createBase(base);
  addKeysRoute(app, { ...base, publicKeys: publicKeySet(SIGNING) });
  const server = createServer(getRequestListener(app.fetch));
  onTestFinished(() => close(server));
  return listen(server, 0);
}

describe("GET /v1/keys", () => {
  it("gives the public keys to anybody, the active one first, to be kept for five minutes", async () => {
    const response = await fetch(`${await started()}/v1/keys`);
    const { status, headers } = response;
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      "application/jwk-set+json",
      "public, max-age=300",
    ]);
    const shared = { kty: "EC", crv: "P-256", alg: "ES256", use: "sig" };
    expect(await response.json()).toStrictEqual({
      keys: [...keys, ...retired].map(({ x, y, kid }) => ({ ...shared, x, y, kid })),
    });
  });

  it("gives a JWK set that JOSE libraries take a key from by its kid", async () => {
    const response = await fetch(`${await started()}/v1/keys`);
    const keyFor = createLocalJWKSet(JSON.parse(await response.text()));
    for (const kid of ["2025-1", "2026-1"]) {
      expect(await keyFor({ alg: "ES256", kid })).toMatchObject({ type: "public" });
    }
    await expect(keyFor({ alg: "ES256", kid: "2024-1" })).rejects.toThrow("no applicable key");
  });

  it("serves no other method", async () => {
    const response = await fetch(`${await started()}/v1/keys`, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});
