import { describe, expect, test } from "vitest";
import { createHandler } from "../../functions/wiring/handler.ts";
import { createBase } from "../../src/api/base.ts";
import { addHealthRoute } from "../../src/api/health.ts";
import { requestEvent } from "./support/deployed.ts";
import { keepOutput } from "./support/output.ts";

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
    { environment: {}, write: (line) => seen.lines.push(line) },
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
