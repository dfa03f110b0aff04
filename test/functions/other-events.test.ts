import { describe, expect, test } from "vitest";
import { createHandler } from "../../functions/wiring/handler.ts";
import { measured } from "../../functions/wiring/measure.ts";
import { createBase } from "../../src/api/base.ts";
import { addHealthRoute } from "../../src/api/health.ts";
import { checkedText } from "../support/checked-log.ts";
import { requestEvent } from "./support/deployed.ts";
import { keepOutput, metricsIn } from "./support/output.ts";

/** A handler, how often its app was built, and what it logged. */
function handlerThatCounts() {
  const seen = { built: 0, lines: [] as string[] };
  const handler = createHandler(
    async (_, base) => {
      seen.built += 1;
      const app = createBase(base);
      addHealthRoute(app, base);
      return app;
    },
    { environment: {}, write: checkedText((line) => seen.lines.push(line)) },
  );
  return { handler, seen };
}

const request = requestEvent("GET", "/healthz");

describe("an event that is no request of an HTTP API", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "ping"],
    ["an empty object", {}],
    ["a list", []],
    ["the console's test event", { key1: "value1", key2: "value2", key3: "value3" }],
    ["a ping that keeps the function warm", { source: "aws.events", "detail-type": "Scheduled" }],
    ["a message of a queue", { Records: [{ eventSource: "aws:sqs", body: "{}" }] }],
    ["a request of a REST API (payload 1.0)", { httpMethod: "GET", path: "/healthz", headers: {} }],
    ["a request without a path", { ...request, rawPath: undefined }],
    ["a request to no address", { ...request, rawPath: ":0:/" }],
  ])("does nothing, and says so in one line: %s", async (_, event) => {
    const output = keepOutput();
    const { handler, seen } = handlerThatCounts();
    const { statusCode, body } = await handler(event);
    expect({ written: output.stop(), ...seen }).toEqual({
      written: "",
      built: 0,
      lines: ['{"level":"info","event":"no-http-request"}\n'],
    });
    expect([statusCode, JSON.parse(body)]).toMatchObject([
      404,
      {
        code: "route-unknown",
        detail: "Ini bukan permintaan HTTP, jadi tidak ada yang dikerjakan.",
      },
    ]);
  });

  test("leaves the function well for the next request", async () => {
    const { handler, seen } = handlerThatCounts();
    await handler({});
    expect((await handler(request)).statusCode).toBe(200);
    expect(seen.built).toBe(1);
  });
});

describe("a request that Lambda carries and the web's Request does not", () => {
  const refused = {
    statusCode: 422,
    type: "application/problem+json; charset=UTF-8",
    body: {
      type: "urn:problem-type:layak:request-invalid",
      title: "Permintaan tidak dapat diproses",
      status: 422,
      detail:
        "Metode, header, atau isi permintaan ini tidak dapat dibaca. Perbaiki, lalu kirim lagi.",
      code: "request-invalid",
      errors: [],
    },
  };
  const withMethod = (method: string) => requestEvent(method, "/healthz");

  test.each<[string, unknown]>([
    ["a body on GET", { ...request, body: "{}" }],
    ["a body on HEAD", { ...withMethod("HEAD"), body: "{}" }],
    ["a body on GET that is no Base64", { ...request, body: "~", isBase64Encoded: true }],
    ["a cookie beyond Latin-1", { ...request, cookies: ["nama=Siti\u{1f600}", "b=\ud800"] }],
    ["a cookie with a line's end", { ...request, cookies: ["a=1\nb: 2"] }],
  ])("is served where only what no route reads is odd: %s", async (_, event) => {
    const output = keepOutput();
    const { handler, seen } = handlerThatCounts();
    const { statusCode } = await handler(event);
    expect([statusCode, output.stop()]).toEqual([200, ""]);
    expect(seen.lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "request", route: "GET /healthz", status: 200 },
    ]);
  });

  test.each<[string, unknown]>([
    ["the method TRACE", withMethod("TRACE")],
    ["the method CONNECT", withMethod("CONNECT")],
    ["a method that is none", withMethod("GE T")],
    ["a header with a line's end", { ...request, headers: { accept: "a\nb" } }],
    ["a header whose name is none", { ...request, headers: { "a b": "c" } }],
    ["a header of broken Unicode", { ...request, headers: { accept: "\ud800" } }],
    [
      "a body that is no Base64",
      { ...requestEvent("POST", "/v1/decisions"), body: "~", isBase64Encoded: true },
    ],
  ])("is a problem, with a line of its own and its id: %s", async (_, event) => {
    const output = keepOutput();
    const { handler, seen } = handlerThatCounts();
    const { statusCode, headers, body } = await handler(event);
    const type = headers?.["content-type"];
    expect({ statusCode, type, body: JSON.parse(body), written: output.stop() }).toEqual({
      ...refused,
      written: "",
    });
    expect(headers?.["x-request-id"]).toBe("1");
    expect(seen.lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: "info",
        event: "request",
        requestId: "1",
        status: 422,
        milliseconds: expect.any(Number),
        problem: "request-invalid",
      },
    ]);
    expect((await handler(request)).statusCode).toBe(200);
  });

  test("is measured as any other", async () => {
    const output = keepOutput();
    const handler = createHandler(async (_, base) => createBase(base), {
      environment: { POWERTOOLS_METRICS_NAMESPACE: "Layak/test" },
      write: checkedText(() => {}),
      log: measured,
    });
    await handler(withMethod("TRACE"));
    expect(metricsIn(output.stop())).toMatchObject([
      { name: "Requests", dimensions: { route: "unknown" }, value: 1 },
      { name: "RequestDuration", dimensions: { route: "unknown" } },
    ]);
  });
});

test("a function that is not set up answers with the request's id, and tells of it and the request", async () => {
  const lines: string[] = [];
  const handler = createHandler(() => Promise.reject(new Error("no settings")), {
    environment: {},
    write: checkedText((line) => lines.push(line)),
  });
  const { statusCode, headers, body } = await handler(request);
  expect([statusCode, headers?.["x-request-id"], JSON.parse(body).code]).toEqual([
    500,
    "1",
    "internal-error",
  ]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "alarm", event: "function-not-ready", reason: "no settings" },
    { event: "request", requestId: "1", status: 500, problem: "internal-error" },
  ]);
});
