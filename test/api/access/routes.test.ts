import { describe, expect, test } from "vitest";
import type { Caller } from "../../../src/api/access/caller.ts";
import { ROUTES, SCOPES, type Scope } from "../../../src/api/access/routes.ts";
import { addRoute, createBase } from "../../../src/api/base.ts";
import { checkedLog } from "../../support/checked-log.ts";
import { CALLER } from "../support/callers.ts";
import { addressLike, everyRoute } from "../support/routes.ts";

const clock = () => new Date("2026-11-22T05:00:00Z");
const app = everyRoute(clock);

async function call(method: string, path: string, caller: Caller | null) {
  const response = await app.request(path, { method }, { caller });
  const { headers, status } = response;
  const text = await response.text();
  const body: Readonly<Record<string, unknown>> = text === "" ? {} : JSON.parse(text);
  return { status, body, challenge: headers.get("www-authenticate"), allow: headers.get("allow") };
}

const withScopes = (scopes: readonly Scope[]): Caller => ({ ...CALLER, scopes });

const closed = ROUTES.flatMap(({ method, path, scope }) =>
  scope === null ? [] : [{ method, path, scope }],
);
const open = ROUTES.filter(({ scope }) => scope === null);

describe("a route that asks for a scope", () => {
  test.each(closed)("$method $path is served to $scope alone", async ({ method, path, scope }) => {
    const address = addressLike(path);
    const only = withScopes([scope]);
    expect(await call(method, address, only)).toEqual({
      status: 200,
      body: { route: `${method} ${path}`, caller: only },
      challenge: null,
      allow: null,
    });
    const others = withScopes(SCOPES.filter((other) => other !== scope));
    expect(await call(method, address, others)).toEqual({
      status: 403,
      body: {
        type: "urn:problem-type:layak:scope-missing",
        title: "The token does not allow this",
        status: 403,
        detail: `This token lacks the scope "${scope}". Ask for one that has it.`,
        code: "scope-missing",
        errors: [],
      },
      challenge: `Bearer realm="layak", error="insufficient_scope", scope="${scope}"`,
      allow: null,
    });
    expect(await call(method, address, null)).toMatchObject({
      status: 401,
      body: { code: "token-missing" },
      challenge: 'Bearer realm="layak"',
    });
  });
});

describe("an open route", () => {
  test.each(open)("$method $path is served to everybody", async ({ method, path }) => {
    const address = addressLike(path);
    const body = { route: `${method} ${path}`, caller: null };
    expect(await call(method, address, null)).toMatchObject({ status: 200, body });
    expect(await call(method, address, withScopes([]))).toMatchObject({ status: 200 });
  });

  test("is one that tells nothing of anybody", () => {
    expect(open.map(({ path }) => path)).toEqual([
      "/v1/services",
      "/v1/services/:city/:service",
      "/v1/keys",
      "/openapi.json",
      "/docs",
      "/docs/:asset",
      "/healthz",
      "/readyz",
    ]);
  });
});

describe("an address with several methods, or beside one with a parameter", () => {
  test.each([
    ["GET", "/v1/decisions/7/reviews", 200, "GET /v1/decisions/:id/reviews", null],
    ["POST", "/v1/decisions/7/reviews", 200, "POST /v1/decisions/:id/reviews", null],
    ["PUT", "/v1/decisions/7/reviews", 405, undefined, "POST, GET, HEAD"],
    ["POST", "/v1/decisions/search", 200, "POST /v1/decisions/search", null],
    ["GET", "/v1/decisions/search", 405, undefined, "POST"],
    ["GET", "/v1/decisions/batch", 405, undefined, "POST"],
    ["GET", "/v1/decisions/7", 200, "GET /v1/decisions/:id", null],
    ["HEAD", "/v1/decisions/7", 200, undefined, null],
    ["POST", "/v1/decisions/7", 405, undefined, "GET, HEAD"],
    ["DELETE", "/v1/decisions/7", 405, undefined, "GET, HEAD"],
    ["GET", "/v1/decisions/", 404, undefined, null],
    ["GET", "/v1/decisions/7/", 404, undefined, null],
    ["GET", "/v1/decisions/7/8", 404, undefined, null],
    ["GET", "//v1/decisions/7", 404, undefined, null],
    ["GET", "/V1/decisions/7", 404, undefined, null],
  ])("%s %s is %i", async (method, path, status, route, allow) => {
    const answer = await call(method, path, CALLER);
    expect([answer.status, answer.body["route"], answer.allow]).toEqual([status, route, allow]);
    const reversed = everyRoute(clock, [], ROUTES.toReversed());
    expect((await reversed.request(path, { method }, { caller: CALLER })).status).toBe(status);
  });

  test("asks for a token whichever way the address is written", async () => {
    for (const path of ["/v1/decisions/%37", "/v1/%64ecisions/7", "/v1/decisions/7%2Frecord"]) {
      expect([401, 404]).toContain((await call("GET", path, null)).status);
    }
    expect((await call("HEAD", "/v1/decisions/7", null)).status).toBe(401);
  });
});

test("a route that is not in the table cannot be added", () => {
  const base = createBase({ clock, log: checkedLog(), language: "id" });
  const add = () => addRoute(base, "GET", "/v1/everything", () => new Response());
  expect(add).toThrow("GET /v1/everything is not in the table of routes");
  expect(() => addRoute(base, "POST", "/v1/services", () => new Response())).toThrow("POST");
});
