import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { deciderFrom } from "../../functions/wiring/decider.ts";
import { createHandler, type HttpHandler } from "../../functions/wiring/handler.ts";
import { measured } from "../../functions/wiring/measure.ts";
import { MEASURED } from "../../functions/wiring/measured.ts";
import { createBase } from "../../src/api/base.ts";
import { addDecisionRoute } from "../../src/api/decisions/route.ts";
import type { DecisionDependencies } from "../../src/api/dependencies.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { deployedSettings, requestEvent, type Settings } from "../functions/support/deployed.ts";
import { entriesIn, keepOutput, type MetricSeen, metricsIn } from "../functions/support/output.ts";
import { testDatabase } from "../store/support/database.ts";
import { ofType, stackResources } from "./support/template.ts";

const database = testDatabase();
const settings = deployedSettings(database);
const NOWHERE = "http://127.0.0.1:9";

beforeEach(() => {
  for (const [name, value] of Object.entries(settings())) vi.stubEnv(name, value);
});

/** What one request of an application, answered under these settings, leaves in the log. */
async function decided(
  changed: Settings = {},
  replaced: Partial<DecisionDependencies> = {},
): Promise<{ readonly status: number; readonly written: string }> {
  const output = keepOutput();
  onTestFinished(() => {
    output.stop();
  });
  const handler: HttpHandler = createHandler(
    async (environment, base) => {
      const app = createBase(base);
      addDecisionRoute(app, { ...(await deciderFrom(environment, base)), ...replaced });
      return app;
    },
    { ...MEASURED, environment: { ...settings(), ...changed } },
  );
  const { statusCode } = await handler(requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
  return { status: statusCode, written: output.stop() };
}

/** Those that the alarms of the stack `test` watch, as CloudWatch tells metrics apart. */
function watched(): readonly string[] {
  return ofType(stackResources(), "AWS::CloudWatch::Alarm")
    .map(([, { Properties }]) => Properties)
    .filter(({ Namespace }) => Namespace === "Layak/test")
    .map(({ Namespace, MetricName, Dimensions }) => {
      const dimensions: readonly { readonly Name: string; readonly Value: string }[] = JSON.parse(
        JSON.stringify(Dimensions),
      );
      const by = dimensions.map(({ Name, Value }) => [Name, Value]);
      return identityOf(String(Namespace), String(MetricName), Object.fromEntries(by));
    });
}

function identityOf(namespace: string, name: string, dimensions: object): string {
  return `${namespace} ${name} ${JSON.stringify(dimensions)}`;
}

function identitiesIn(metrics: readonly MetricSeen[]): readonly string[] {
  return metrics
    .filter(({ value }) => value !== 0)
    .map(({ namespace, name, dimensions }) => identityOf(namespace, name, dimensions));
}

describe("a decision, through the handler", () => {
  test("is logged with the fields that docs/operations.md names", async () => {
    const { status, written } = await decided();
    const entries = entriesIn(written);
    expect(status).toBe(201);
    expect(entries.map(({ level, message }) => [level, message])).toEqual([
      ["INFO", "registry-asked"],
      ["INFO", "request"],
    ]);
    expect(entries[1]).toEqual({
      level: "INFO",
      message: "request",
      requestId: expect.any(String),
      status: 201,
      milliseconds: expect.any(Number),
      route: "POST /v1/decisions",
      client: "perizinan",
      cityService: "kota-serang/sewa-kios",
      decisionId: expect.any(String),
      outcome: "ineligible",
      policy: expect.stringMatching(/^sha256:/),
    });
    expect(written).not.toContain(EXAMPLE_REQUEST.applicant.nik);
  });

  test("is measured by service and outcome, and its request by route", async () => {
    const { written } = await decided();
    const of = (name: string, dimensions: object, value: unknown = expect.any(Number)) => ({
      namespace: "Layak/test",
      name,
      dimensions: { service: "layak", ...dimensions },
      value,
    });
    const route = "POST /v1/decisions";
    expect(metricsIn(written)).toEqual([
      of("RegistryLatency", {}),
      of("RegistryUnknowns", {}, 0),
      of("StaleAnswers", {}, 0),
      of("Requests", { route }, 1),
      of("RequestDuration", { route }),
      of("Decisions", { cityService: "kota-serang/sewa-kios", outcome: "ineligible" }, 1),
    ]);
  });
});

describe("whatever wakes somebody", () => {
  const opinion = { engine: "json-rules-engine", rules: {} };
  const stale = {
    lookUp: async (niks: readonly string[]) =>
      new Map(niks.map((nik) => [nik, { kind: "no-answer", cause: "stale" } as const])),
  };

  test.each<[string, string, number, () => ReturnType<typeof decided>]>([
    [
      "SecondOpinionMismatches",
      "two engines that differ",
      500,
      () => decided({}, { secondOpinion: async () => opinion }),
    ],
    [
      "LedgerFailures",
      "a ledger that is not there",
      503,
      () => decided({ LAYAK_DECISIONS_TABLE: "none" }),
    ],
    [
      "RegistryFailures",
      "a roster's table that is not there",
      201,
      () => decided({ LAYAK_COVERAGE_TABLE: "none" }),
    ],
    [
      "RegistryFailures",
      "a coverage service that does not answer",
      201,
      () => decided({ LAYAK_COVERAGE_URL: NOWHERE }),
    ],
    ["StaleAnswers", "a roster that is too old", 201, () => decided({}, { coverage: stale })],
  ])("is measured as %s, which an alarm watches: %s", async (name, _, expected, run) => {
    const { status, written } = await run();
    const metric = identityOf("Layak/test", name, { service: "layak" });
    expect(status).toBe(expected);
    expect(identitiesIn(metricsIn(written))).toContain(metric);
    expect(watched()).toContain(metric);
  });

  test("is all that the alarms of these metrics watch, a refused roster among it", () => {
    const output = keepOutput();
    const log = measured(settings());
    log({ level: "alarm", event: "roster-refused", reason: "bad-rows" });
    const [refused = ""] = identitiesIn(metricsIn(output.stop()));
    const others = [
      "SecondOpinionMismatches",
      "LedgerFailures",
      "RegistryFailures",
      "StaleAnswers",
    ];
    const all = others.map((name) => identityOf("Layak/test", name, { service: "layak" }));
    expect(watched().toSorted()).toEqual([refused, ...all].toSorted());
  });
});
