import type { LambdaEvent } from "hono/aws-lambda";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { READY_PROBLEMS, type ReadyProblem } from "../../src/api/ready-problems.ts";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { json, serviceThat } from "../registry/support/service.ts";
import { testDatabase } from "../store/support/database.ts";
import { deployedSettings, KEY, requestEvent, type Settings } from "./support/deployed.ts";
import { entriesIn, keepOutput } from "./support/output.ts";

const database = testDatabase();
const settings = deployedSettings(database);
const pseudonym = pseudonymWith(KEY);

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Everybody was covered so many days ago; a service of the contract in docs/coverage-service.md. */
const observed =
  (days: number): Parameters<typeof serviceThat>[0] =>
  ({ body }, response) => {
    const facts = { "coverage.status": "AKTIF", "coverage.programmes": ["JKK", "JKM"] };
    const observedAt = daysAgo(days).toISOString();
    const answers = body.niks.map((nik) => ({ nik, kind: "found", observedAt, facts }));
    json(response, { asOf: body.asOf, answers });
  };

const well = observed(0);

const down: Parameters<typeof serviceThat>[0] = (_, response) => json(response, {}, 503);

/** What a function answers and logs under these settings. */
async function called(name: string, changed: Settings, event: LambdaEvent) {
  vi.resetModules();
  vi.unstubAllEnvs();
  for (const [setting, value] of Object.entries({ ...settings(), ...changed })) {
    vi.stubEnv(setting, value);
  }
  const output = keepOutput();
  onTestFinished(() => {
    output.stop();
  });
  const { handler } = await import(`../../functions/${name}.ts`);
  const answer = await handler(event);
  return {
    status: answer.statusCode,
    body: JSON.parse(answer.body),
    log: entriesIn(output.stop()),
  };
}

const decide = (changed: Settings) =>
  called("decisions", changed, requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
/** What readiness tells of a problem: its code, and what to do. */
const told = (problem: ReadyProblem | null) =>
  problem === null ? { problem } : { problem, message: READY_PROBLEMS[problem].en };
const ready = (changed: Settings) => called("health", changed, requestEvent("GET", "/readyz"));

describe("a coverage service that the settings name", () => {
  test("is asked in place of the roster, with its token", async () => {
    const { url, asked } = await serviceThat(well);
    const token = { LAYAK_COVERAGE_TOKEN: "rahasia" };
    const roster = await decide({ LAYAK_COVERAGE_URL: " " });
    const service = await decide({ LAYAK_COVERAGE_URL: `${url}/v1`, ...token });
    expect([roster.body.outcome, service.status, service.body.outcome]).toEqual([
      "ineligible",
      201,
      "eligible",
    ]);
    expect(asked).toEqual([
      {
        path: "/v1/look-up",
        authorization: "Bearer rahasia",
        body: { asOf: todayInJakarta(new Date()), niks: [EXAMPLE_REQUEST.applicant.nik] },
      },
    ]);
  });

  test("that is down refuses nobody: what depends on it is undetermined, and is logged", async () => {
    const { url } = await serviceThat(down);
    const { status, body, log } = await decide({ LAYAK_COVERAGE_URL: url });
    expect([status, body.outcome, body.missing]).toEqual([
      201,
      "undetermined",
      expect.arrayContaining(["coverage.status"]),
    ]);
    expect(log).toContainEqual({
      level: "WARN",
      message: "coverage-service",
      reason: "status",
      status: 503,
      people: 1,
    });
  });

  test("decides whether decisions can be made, in place of the roster", async () => {
    const [good, bad] = [await serviceThat(well), await serviceThat(down)];
    const checks = (coverage: object) => [
      { name: "pack", problem: null },
      { name: "ledger", problem: null },
      { name: "coverage", ...coverage },
    ];
    const isReady = await ready({ LAYAK_COVERAGE_URL: good.url });
    expect([isReady.status, isReady.body.checks]).toEqual([200, checks({ problem: null })]);
    const isNot = await ready({ LAYAK_COVERAGE_URL: bad.url });
    expect([isNot.status, isNot.body.checks]).toEqual([503, checks(told("unavailable"))]);
    expect(good.asked.map(({ body }) => body.niks)).toEqual([["0000000000000000"]]);
  });

  test.each(["http://coverage.example", "coverage", "https://user:secret@coverage.example"])(
    "is never asked at an address to which no NIK may be sent: %s",
    async (url) => {
      const { status, log } = await decide({ LAYAK_COVERAGE_URL: url });
      expect([status, log[0]]).toMatchObject([
        500,
        { level: "CRITICAL", message: "function-not-ready" },
      ]);
      expect(log[0]?.["reason"]).toBe(
        "LAYAK_COVERAGE_URL must be an address that NIKs may be sent to: the https address of the coverage service, without user, query or fragment",
      );
      const { body } = await ready({ LAYAK_COVERAGE_URL: url });
      expect(body.checks).toEqual([{ name: "settings", ...told("unusable") }]);
    },
  );
});

describe("the days for which coverage may be answered from", () => {
  const AGE = "LAYAK_COVERAGE_MAXIMUM_AGE_DAYS";

  test.each([
    ["unset", {}, 30.9, "answered"],
    ["unset", {}, 31.1, "stale"],
    ["empty", { [AGE]: " " }, 30.9, "answered"],
    ["more", { [AGE]: "45" }, 44.9, "answered"],
    ["fewer", { [AGE]: "2" }, 2.1, "stale"],
  ])(
    "are 31 or as set, of a service: %s, %j, observed %d days ago",
    async (_, age, days, state) => {
      const { url } = await serviceThat(observed(days));
      const { body } = await decide({ ...age, LAYAK_COVERAGE_URL: url });
      expect(body.facts["coverage.status"].state).toBe(state);
    },
  );

  test.each<[string, Settings, string, ReadyProblem | null]>([
    ["unset", {}, "answered", null],
    ["as old", { [AGE]: "20" }, "answered", null],
    ["fewer", { [AGE]: "5" }, "stale", "stale"],
  ])("hold for a roster too, and for readiness: %s", async (_, age, state, problem) => {
    const tables = { coverage: "coverage-old", decisions: "decisions", claims: "claims" };
    await ensureTables(database.client(), { ...tables, applicants: "applicants" });
    const target = { client: database.client(), table: tables.coverage, pseudonym };
    const roster = syntheticRoster(todayInJakarta(daysAgo(10)));
    await loadRoster(target, roster, AbortSignal.timeout(20_000));
    const changed = { ...age, LAYAK_COVERAGE_TABLE: tables.coverage };
    const { body } = await decide(changed);
    expect(body.facts["coverage.status"].state).toBe(state);
    const { body: readiness } = await ready(changed);
    expect(readiness.checks).toContainEqual({ name: "coverage", ...told(problem) });
  });

  test.each(["0", "1.5", "sebulan", "36526"])("are whole days, not %s", async (text) => {
    const { status, log } = await decide({ [AGE]: text });
    expect([status, log[0]?.["reason"]]).toEqual([
      500,
      `${AGE} must be whole days from 1 to 36525: how many days after it was observed coverage is answered from`,
    ]);
    const { body } = await ready({ [AGE]: text });
    expect(body.checks).toEqual([{ name: "settings", ...told("unusable") }]);
  });
});
