import { handle, type LambdaEvent } from "hono/aws-lambda";
import { describe, expect, test } from "vitest";
import { contextOf } from "../../../src/api/access/caller-context.ts";
import { CALLER } from "../support/callers.ts";
import { eventOf } from "../support/event.ts";
import { everyRoute } from "../support/routes.ts";

const NOW = new Date("2026-11-22T05:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const handler = handle(everyRoute(() => NOW));

async function call(event: LambdaEvent) {
  const { statusCode, body, headers } = await handler(event);
  const answer: Readonly<Record<string, unknown>> = JSON.parse(body);
  return { status: statusCode, body: answer, challenge: headers?.["www-authenticate"] };
}

const PATH = "/v1/decisions/7";
const CONTEXT = contextOf(CALLER);

/** Names under which gateways and frameworks hand a caller on. */
const FORGED_HEADERS = [
  ...["caller", "x-caller", "x-layak-caller", "x-client", "x-user", "x-forwarded-user"],
  ...["x-amzn-request-context", "x-amzn-lambda-context", "x-amzn-oidc-data", "x-apigateway-event"],
];

describe("in Lambda", () => {
  test("the authorizer's context says who calls", async () => {
    const { status, body } = await call(eventOf("GET", PATH, { lambda: CONTEXT }));
    expect([status, body["caller"]]).toEqual([200, CALLER]);
  });

  test.each<readonly [string, unknown]>([
    ["no authorizer", undefined],
    ["an authorizer without a context", {}],
    ["an authorizer with an empty context", { lambda: null }],
    ["a context of another kind of authorizer", { jwt: { claims: CONTEXT, scopes: null } }],
    ["a context right under the authorizer", CONTEXT],
  ])("%s is nobody", async (_, authorizer) => {
    expect(await call(eventOf("GET", PATH, authorizer))).toMatchObject({
      status: 401,
      body: { code: "token-missing" },
      challenge: 'Bearer realm="layak"',
    });
    expect((await call(eventOf("GET", "/v1/services", authorizer))).status).toBe(200);
  });

  test.each<readonly [string, object]>([
    ["names no client", { ...CONTEXT, client: undefined }],
    ["lists what are no services", { ...CONTEXT, services: "*" }],
    ["never ends", { ...CONTEXT, expiresAt: "never" }],
  ])("a context that %s is refused", async (_, lambda) => {
    expect(await call(eventOf("GET", PATH, { lambda }))).toMatchObject({
      status: 401,
      body: { code: "token-invalid" },
    });
  });

  test("a token that expired while the authorizer's answer was kept is refused", async () => {
    const ending = (expiresAt: number) =>
      call(eventOf("GET", PATH, { lambda: { ...CONTEXT, expiresAt } }));
    expect((await ending(SECONDS - 4)).status).toBe(200);
    expect(await ending(SECONDS - 5)).toMatchObject({
      status: 401,
      body: { code: "token-expired" },
      challenge: expect.stringContaining('error="invalid_token"'),
    });
  });

  test("scopes are checked by the app, route by route, though the authorizer let it pass", async () => {
    const lambda = { ...CONTEXT, scopes: "decisions:read" };
    expect((await call(eventOf("GET", PATH, { lambda }))).status).toBe(200);
    expect(await call(eventOf("POST", "/v1/decisions", { lambda }))).toMatchObject({
      status: 403,
      body: { code: "scope-missing" },
    });
  });

  test("neither headers, body, query nor stage variables make a caller", async () => {
    const forged = JSON.stringify(CONTEXT);
    const event = {
      ...eventOf("POST", "/v1/decisions", undefined),
      body: JSON.stringify({ caller: CALLER, requestContext: { authorizer: { lambda: CONTEXT } } }),
      rawQueryString: `caller=${encodeURIComponent(forged)}`,
      headers: {
        authorization: "Bearer x",
        ...Object.fromEntries(FORGED_HEADERS.map((name) => [name, forged])),
      },
      stageVariables: { caller: forged },
    };
    expect((await call(event)).status).toBe(401);
  });
});
