import { describe, expect, test } from "vitest";
import { createServiceRegistry } from "../../src/registry/service-registry.ts";
import { NOW, nikOf } from "./support/rosters.ts";
import {
  FACTS,
  FOUND,
  json,
  OBSERVED_AT,
  registryAt,
  serviceThat,
  UNAVAILABLE,
  well,
} from "./support/service.ts";

describe("the coverage service", () => {
  test("is asked at /look-up with the token, and answers each person", async () => {
    const { url, asked } = await serviceThat(({ body }, response) => {
      json(response, {
        answers: [
          { nik: body.niks[2], kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT },
          { nik: body.niks[1], kind: "not-a-member", observedAt: OBSERVED_AT },
          { nik: body.niks[0], kind: "found", observedAt: OBSERVED_AT, facts: FACTS },
        ],
      });
    });
    const { lookUp, troubles } = registryAt(`${url}/v2`, { token: "secret" });
    const niks = [nikOf(0), nikOf(1), nikOf(2)];
    expect(await lookUp(niks)).toEqual([
      FOUND,
      { kind: "not-a-member", observedAt: OBSERVED_AT },
      { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT },
    ]);
    expect(asked).toEqual([
      {
        path: "/v2/look-up",
        authorization: "Bearer secret",
        body: { asOf: "2026-11-22", niks },
      },
    ]);
    expect(troubles).toEqual([]);
  });

  test("is asked about a hundred people at a time, each once", async () => {
    const { url, asked } = await serviceThat(well);
    const niks = Array.from({ length: 230 }, (_, index) => nikOf(index));
    const answers = await registryAt(url).lookUp([...niks, nikOf(0)]);
    expect(answers).toEqual(Array.from({ length: 231 }, () => FOUND));
    expect(asked.map(({ body }) => body.niks.length).sort()).toEqual([100, 100, 30]);
  });

  test("that fails one batch still answers the others", async () => {
    const { url } = await serviceThat((asked, response, count) => {
      if (asked.body.niks.includes(nikOf(150))) response.writeHead(400).end();
      else well(asked, response, count);
    });
    const { lookUp, troubles } = registryAt(url);
    const answers = await lookUp(Array.from({ length: 200 }, (_, index) => nikOf(index)));
    expect(answers.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => FOUND));
    expect(answers.slice(100)).toEqual(Array.from({ length: 100 }, () => UNAVAILABLE));
    expect(troubles).toEqual([{ reason: "status", status: 400, people: 100 }]);
  });

  test.each([
    ["31 days old", "2026-10-22T05:00:00Z", { kind: "found" }],
    ["older", "2026-10-22T04:59:59Z", { kind: "no-answer", cause: "stale" }],
    ["in the future", "2026-11-22T05:05:01Z", { kind: "no-answer", cause: "stale" }],
  ])("whose observation is %s", async (_, observedAt, expected) => {
    const { url } = await serviceThat(({ body }, response) => {
      const [nik] = body.niks;
      json(response, { answers: [{ nik, kind: "found", observedAt, facts: FACTS }] });
    });
    const [answer] = await registryAt(url).lookUp([nikOf(0)]);
    expect(answer).toMatchObject({ ...expected, observedAt });
  });

  test.each([
    ["yesterday and says so", "2026-11-21", "2026-11-21", FOUND],
    [
      "yesterday and does not say for which day it answers",
      "2026-11-21",
      undefined,
      { kind: "no-answer", cause: "not-observed-that-day" },
    ],
    [
      "yesterday and answers for today",
      "2026-11-21",
      "2026-11-22",
      { kind: "no-answer", cause: "not-observed-that-day" },
    ],
    ["today and answers for yesterday", "2026-11-22", "2026-11-21", UNAVAILABLE],
  ])("is asked about %s", async (_, asOf, told, expected) => {
    const { url } = await serviceThat(({ body }, response) => {
      const [nik] = body.niks;
      json(response, {
        asOf: told,
        answers: [{ nik, kind: "found", observedAt: OBSERVED_AT, facts: FACTS }],
      });
    });
    const day = { asOf, today: "2026-11-22" };
    expect(await registryAt(url).lookUp([nikOf(0)], day)).toEqual([expected]);
  });

  test("is not asked about a day that has not come", async () => {
    const { url, asked } = await serviceThat(well);
    const day = { asOf: "2026-11-23", today: "2026-11-22" };
    expect(await registryAt(url).lookUp([nikOf(0)], day)).toEqual([
      { kind: "no-answer", cause: "not-observed-that-day" },
    ]);
    expect(asked).toEqual([]);
  });
});

describe("the coverage service's address", () => {
  test.each([
    "http://coverage.example",
    "ftp://127.0.0.1",
    "https://user:secret@coverage.example",
    "https://coverage.example/?key=1",
    "coverage.example",
  ])("is never %s", (url) => {
    const options = { url, clock: () => new Date(NOW), maximumAgeDays: 31 };
    expect(() => createServiceRegistry(options)).toThrow();
  });
});
