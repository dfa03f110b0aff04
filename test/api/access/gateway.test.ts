import { createAdaptorServer } from "@hono/node-server";
import { createLocalJWKSet } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf } from "../../../src/api/access/caller-context.ts";
import { createTokenVerifier } from "../../../src/api/access/verify-token.ts";
import type { LogEntry } from "../../../src/api/log.ts";
import { createGateway } from "../../../src/cli/serve/gateway.ts";
import { close, listen } from "../../../src/cli/serve/listen.ts";
import { CALLER } from "../support/callers.ts";
import { everyRoute } from "../support/routes.ts";
import { AUDIENCE, type Claims, ISSUER, tokenMaker } from "../support/tokens.ts";

const NOW = new Date("2026-11-22T05:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const SECOND = 1000;

/** The gateway and the app before a real socket; each may have a clock of its own. */
async function started() {
  const maker = await tokenMaker(NOW);
  const lines: LogEntry[] = [];
  const clocks = { gateway: NOW, app: NOW };
  const verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: createLocalJWKSet({ keys: [...maker.jwks.keys] }),
    clock: () => clocks.gateway,
  });
  const fetch = createGateway(
    everyRoute(() => clocks.app, lines),
    verify,
  );
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  if (!("closeAllConnections" in server)) throw new TypeError("not a plain HTTP server");
  return { ...maker, lines, clocks, address: await listen(server, 0), server };
}

type Started = Awaited<ReturnType<typeof started>>;

let service: Started | null = null;

function running(): Started {
  if (service === null) throw new Error("it did not start");
  return service;
}

beforeAll(async () => {
  service = await started();
});

afterAll(async () => {
  await close(running().server);
});

async function get(headers: Record<string, string>, path = "/v1/decisions/7") {
  const response = await fetch(`${running().address}${path}`, { headers });
  const body: Readonly<Record<string, unknown>> = JSON.parse(await response.text());
  return { status: response.status, body, challenge: response.headers.get("www-authenticate") };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe("behind the gateway", () => {
  test("a good token says who calls, on closed and on open routes", async () => {
    const headers = bearer(await running().token());
    const caller = {
      client: "sistem-perizinan",
      scopes: ["decisions:write", "decisions:read"],
      services: ["kota-uji/*"],
      expiresAt: SECONDS + 3600,
    };
    expect(await get(headers)).toMatchObject({ status: 200, body: { caller } });
    expect(await get(headers, "/v1/services")).toMatchObject({ status: 200, body: { caller } });
  });

  test("the scheme may be written in any case, with spaces", async () => {
    const token = await running().token();
    expect((await get({ authorization: `bearer  ${token} ` })).status).toBe(200);
  });

  test.each<readonly [string, Record<string, string>]>([
    ["no header", {}],
    ["an empty one", { authorization: "" }],
    ["another scheme", { authorization: "Basic bGF5YWs6bGF5YWs=" }],
    ["a scheme without a token", { authorization: "Bearer" }],
    ["two words", { authorization: "Bearer a b" }],
  ])("%s is no token", async (_, headers) => {
    expect(await get(headers)).toEqual({
      status: 401,
      body: {
        type: "urn:problem-type:layak:token-missing",
        title: "A token is needed",
        status: 401,
        detail: 'This address needs a token: send "Authorization: Bearer <token>".',
        code: "token-missing",
        errors: [],
      },
      challenge: 'Bearer realm="layak"',
    });
    expect((await get(headers, "/v1/services")).status).toBe(200);
  });

  test.each<readonly [string, Claims, string, string]>([
    ["expired", { exp: SECONDS - 60 }, "token-expired", "This token has expired."],
    ["not yet valid", { nbf: SECONDS + 60 }, "token-invalid", "This token is not valid yet."],
    ["for others", { aud: "x" }, "token-invalid", "This token is not meant for Layak."],
    ["of others", { iss: "x" }, "token-invalid", "This token is not from the issuer"],
    ["without exp", { exp: undefined }, "token-invalid", "What this token claims"],
  ])("a token that is %s is told so", async (_, claims, code, detail) => {
    const headers = bearer(await running().token(claims));
    const { status, body, challenge } = await get(headers);
    expect([status, body["code"]]).toEqual([401, code]);
    expect(body["detail"]).toContain(detail);
    expect(challenge).toContain(
      `Bearer realm="layak", error="invalid_token", error_description="${detail}`,
    );
    expect((await get(headers, "/v1/services")).status).toBe(200);
  });

  test("a token that expires between the gateway and the app is refused by the app", async () => {
    const { clocks, token } = running();
    const headers = bearer(await token({ exp: SECONDS + 30 }));
    clocks.app = new Date(NOW.getTime() + 34 * SECOND);
    expect((await get(headers)).status).toBe(200);
    clocks.app = new Date(NOW.getTime() + 35 * SECOND);
    expect(await get(headers)).toMatchObject({ status: 401, body: { code: "token-expired" } });
    clocks.app = NOW;
  });

  test("no header makes a caller", async () => {
    const forged = JSON.stringify({ ...contextOf(CALLER) });
    const headers = {
      caller: forged,
      "x-caller": forged,
      "x-amzn-request-context": JSON.stringify({ authorizer: { lambda: contextOf(CALLER) } }),
      "x-layak-caller": forged,
      scopes: "decisions:read",
    };
    expect((await get(headers)).status).toBe(401);
    const narrow = { ...headers, ...bearer(await running().token({ scope: "" })) };
    expect((await get(narrow)).status).toBe(403);
  });

  test("the log tells the client or the fault, never the token or the officer", async () => {
    const { lines, token } = running();
    const good = await token({ client_id: "3673991204850001", officer: "Budi Santoso" });
    const bad = await token({ aud: "x", officer: "Budi Santoso" });
    lines.length = 0;
    await get(bearer(good));
    await get(bearer(bad));
    expect(lines).toMatchObject([
      { route: "GET /v1/decisions/:id", status: 200, client: "[…]" },
      { route: "GET /v1/decisions/:id", status: 401, problem: "token-invalid", token: "audience" },
    ]);
    const text = JSON.stringify(lines);
    for (const secret of [good, bad, "Budi"]) expect(text).not.toContain(secret);
  });
});
