import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { ServiceTrouble } from "../../src/registry/service/trouble.ts";
import { nikOf } from "./support/rosters.ts";
import {
  FACTS,
  FOUND,
  json,
  OBSERVED_AT,
  registryAt,
  serviceThat,
  TODAY,
  UNAVAILABLE,
  well,
} from "./support/service.ts";

describe("a bad day of the coverage service", () => {
  test("down: no answer", async () => {
    const { lookUp, troubles } = registryAt("http://127.0.0.1:1");
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(troubles).toEqual([{ reason: "network", people: 1 }]);
  });

  test("slow: no answer, in time", async () => {
    const { url, asked } = await serviceThat(() => undefined);
    const { lookUp, troubles } = registryAt(url, {
      timeLimits: { attempt: 100, all: 500, pause: 10 },
    });
    const begun = performance.now();
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(troubles).toEqual([{ reason: "slow", people: 1 }]);
    expect(asked.length).toBeGreaterThan(1);
  });

  test("slow in the middle of its answer: no answer, in time", async () => {
    const { url } = await serviceThat((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"answers":[');
    });
    const { lookUp, troubles } = registryAt(url, { timeLimits: { attempt: 100, attempts: 1 } });
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(troubles).toEqual([{ reason: "slow", people: 1 }]);
  });

  test("the caller stops waiting: no answer, at once", async () => {
    const { url, asked } = await serviceThat(() => undefined);
    const { lookUp, troubles } = registryAt(url, { timeLimits: { attempt: 5000, all: 5000 } });
    expect(await lookUp([nikOf(0)], TODAY, AbortSignal.timeout(100))).toEqual([UNAVAILABLE]);
    expect(troubles).toEqual([{ reason: "stopped", people: 1 }]);
    expect(asked).toHaveLength(1);
  });

  test.each([500, 503, 429])("%i twice, then fine: it is asked again", async (status) => {
    const { url, asked } = await serviceThat((question, response, count) => {
      if (count < 3) response.writeHead(status).end();
      else well(question, response, count);
    });
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0)])).toEqual([FOUND]);
    expect(asked).toHaveLength(3);
    expect(troubles).toEqual([]);
  });

  test("it asks to be left alone for longer than there is time: no answer, not asked again", async () => {
    const { url, asked } = await serviceThat((_, response) => {
      response.writeHead(429, { "retry-after": "60" }).end();
    });
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(asked).toHaveLength(1);
    expect(troubles).toEqual([{ reason: "status", status: 429, people: 1 }]);
  });

  test("401: no answer, not asked again", async () => {
    const { url, asked } = await serviceThat((_, response) => response.writeHead(401).end());
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(asked).toHaveLength(1);
    expect(troubles).toEqual([{ reason: "status", status: 401, people: 1 }]);
  });

  test("failing again and again: it is left alone for a while, then asked once, then trusted", async () => {
    let healthy = false;
    const { url, asked } = await serviceThat((question, response, count) => {
      if (healthy) well(question, response, count);
      else response.writeHead(500).end();
    });
    const { lookUp, troubles } = registryAt(url, {
      timeLimits: { attempts: 1, rest: 400 },
    });
    for (let count = 0; count < 5; count++) await lookUp([nikOf(0)]);
    expect(asked).toHaveLength(5);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(asked).toHaveLength(5);
    expect(troubles.at(-1)).toEqual({ reason: "open", people: 1 });
    await pause(500);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(asked).toHaveLength(6);
    healthy = true;
    await pause(500);
    expect(await lookUp([nikOf(0)])).toEqual([FOUND]);
    expect(await lookUp([nikOf(0)])).toEqual([FOUND]);
    expect(asked).toHaveLength(8);
  });

  test("a redirect: no NIK goes elsewhere", async () => {
    const elsewhere = await serviceThat(well);
    const { url } = await serviceThat((_, response) => {
      response.writeHead(307, { location: `${elsewhere.url}/look-up` }).end();
    });
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(troubles).toEqual([{ reason: "redirect", status: 307, people: 1 }]);
    expect(elsewhere.asked).toEqual([]);
  });

  test.each<[string, (response: ServerResponse) => void, ServiceTrouble]>([
    [
      "HTML",
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
      { reason: "not-json", status: 200, people: 1 },
    ],
    [
      "broken JSON",
      (response) =>
        response.writeHead(200, { "content-type": "application/json" }).end('{"answers":'),
      { reason: "not-json", status: 200, people: 1 },
    ],
    [
      "no content",
      (response) => response.writeHead(204).end(),
      { reason: "status", status: 204, people: 1 },
    ],
    [
      "a huge body",
      (response) => json(response, { answers: "x".repeat(1_000_000) }),
      { reason: "too-large", status: 200, people: 1 },
    ],
    ["null", (response) => json(response, null), { reason: "nonsense", status: 200, people: 1 }],
    ["a list", (response) => json(response, []), { reason: "nonsense", status: 200, people: 1 }],
    [
      "answers that are none",
      (response) => json(response, { answers: {} }),
      { reason: "nonsense", status: 200, people: 1 },
    ],
  ])("%s: no answer", async (_, behave, trouble) => {
    const { url } = await serviceThat((__, response) => behave(response));
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0)])).toEqual([UNAVAILABLE]);
    expect(troubles).toEqual([trouble]);
    expect(JSON.stringify(troubles)).not.toContain(nikOf(0));
  });

  const answer = { nik: nikOf(0), kind: "found", observedAt: OBSERVED_AT, facts: FACTS };
  test.each<[string, readonly unknown[]]>([
    ["the person is missing", []],
    ["another person is told of", [{ ...answer, nik: nikOf(9) }]],
    ["the person is told of twice", [answer, { ...answer, kind: "not-a-member" }]],
    ["the NIK is a number", [{ ...answer, nik: Number(nikOf(0)) }]],
    ["the kind is unknown", [{ ...answer, kind: "member" }]],
    ["there is no time", [{ ...answer, observedAt: undefined }]],
    ["the time has no zone", [{ ...answer, observedAt: "2026-11-22T04:59:00" }]],
    ["there are no facts", [{ ...answer, facts: undefined }]],
    ["the status is no text", [{ ...answer, facts: { "coverage.status": true } }]],
    [
      "the programmes are a text",
      [{ ...answer, facts: { ...FACTS, "coverage.programmes": "JKK" } }],
    ],
    ["a programme is null", [{ ...answer, facts: { ...FACTS, "coverage.programmes": [null] } }]],
    [
      "the date is a number",
      [{ ...answer, facts: { ...FACTS, "coverage.paidThrough": 20261231 } }],
    ],
    ["the answer is a text", ["AKTIF"]],
  ])("%s: no answer for that person, and the others keep theirs", async (_, answers) => {
    const { url } = await serviceThat((__, response) => {
      json(response, { answers: [...answers, { ...answer, nik: nikOf(1) }] });
    });
    const { lookUp, troubles } = registryAt(url);
    expect(await lookUp([nikOf(0), nikOf(1)])).toEqual([UNAVAILABLE, FOUND]);
    expect(troubles).toEqual([{ reason: "nonsense", status: 200, people: 1 }]);
  });
});
