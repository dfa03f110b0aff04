import type { LambdaEvent } from "hono/aws-lambda";
import { describe, expect, test, vi } from "vitest";
import { packRules, unpackRules } from "../../functions/wiring/packed-rules.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { prepare } from "../../src/engine/decision/prepare.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { identityKeySetOf } from "../../src/store/identity-keys.ts";
import { testDatabase } from "../store/support/database.ts";
import { deployedSettings, requestEvent, type Settings } from "./support/deployed.ts";
import { keepOutput } from "./support/output.ts";

const settings = deployedSettings(testDatabase());

async function shippedRules(): Promise<Pack> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are not valid");
  return result.pack;
}

/** A function's handler as Lambda would load it, with this environment. */
async function loaded(name: string, variables: Settings = settings()) {
  vi.resetModules();
  vi.unstubAllEnvs();
  for (const setting of Object.keys(settings())) vi.stubEnv(setting, variables[setting]);
  const output = keepOutput();
  const { handler } = await import(`../../functions/${name}.ts`);
  return {
    call: async (event: LambdaEvent) => {
      const answer = await handler(event);
      return { status: answer.statusCode, body: JSON.parse(answer.body) };
    },
    lines: output.stop,
  };
}

describe("the functions", () => {
  test("decide, record and log", async () => {
    const { call, lines } = await loaded("decisions");
    const first = await call(requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const second = await call(requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const log = lines();
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body).toMatchObject({ service: "kota-serang/sewa-kios", outcome: "ineligible" });
    expect(second.body.id).not.toBe(first.body.id);
    expect(log).toContain('"message":"request"');
    expect(log).not.toContain(EXAMPLE_REQUEST.applicant.nik);
  });

  test("find what was decided again, look for it, review it, and decide many", async () => {
    const decisions = await loaded("decisions");
    const issued = await decisions.call(requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
    decisions.lines();
    const address = `/v1/decisions/${issued.body.id}`;
    // To find by id, nobody has to be named.
    const { LAYAK_IDENTITY_KEYS: _, ...withoutKeys } = settings();
    const stored = await loaded("stored", withoutKeys);
    expect((await stored.call(requestEvent("GET", address))).body).toEqual(issued.body);
    expect((await stored.call(requestEvent("GET", `${address}/record`))).body).toMatchObject({
      receipt: issued.body.receipt,
      policy: { policy: {} },
    });
    expect((await stored.call(requestEvent("GET", `${address}/reviews`))).body).toEqual({
      reviews: [],
    });
    stored.lines();
    const search = await loaded("search");
    const { applicant } = EXAMPLE_REQUEST;
    const found = await search.call(requestEvent("POST", "/v1/decisions/search", { applicant }));
    expect(found.body.decisions.map(({ id }: { id: string }) => id)).toContain(issued.body.id);
    search.lines();
    const reviews = await loaded("reviews");
    const review = { verdict: "upheld", reason: "Iuran belum dibayar." };
    const refused = await reviews.call(requestEvent("POST", `${address}/reviews`, review));
    expect([refused.status, refused.body.code]).toEqual([403, "review-by-asker"]);
    reviews.lines();
    const batch = await loaded("batch");
    const many = requestEvent("POST", "/v1/decisions/batch", { items: [EXAMPLE_REQUEST] });
    expect((await batch.call(many)).body.results).toMatchObject([{ outcome: "ineligible" }]);
    batch.lines();
    const previews = await loaded("previews");
    const { service } = EXAMPLE_REQUEST;
    const preview = await previews.call(requestEvent("POST", "/v1/previews", { service }));
    expect(preview.body).toMatchObject({ preview: true, outcome: "undetermined" });
    previews.lines();
    const keys = await loaded("keys");
    expect((await keys.call(requestEvent("GET", "/v1/keys"))).body.keys).toMatchObject([
      { kid: "test-1" },
    ]);
    keys.lines();
  });

  test("are ready where tables and roster are there, and say what lacks", async () => {
    const ready = await loaded("health");
    expect(await ready.call(requestEvent("GET", "/readyz"))).toMatchObject({
      status: 200,
      body: {
        status: "ready",
        checks: [{ name: "pack" }, { name: "ledger" }, { name: "coverage" }],
      },
    });
    ready.lines();
    const none = await loaded("health", {
      ...settings(),
      LAYAK_COVERAGE_TABLE: settings()["LAYAK_CLAIMS_TABLE"] ?? "",
    });
    expect(await none.call(requestEvent("GET", "/readyz"))).toMatchObject({
      status: 503,
      body: { checks: [{ problem: null }, { problem: null }, { problem: "no-roster" }] },
    });
    none.lines();
  });

  test.each([
    [
      "none of the keys that the roster was imported with",
      JSON.stringify(identityKeySetOf({ id: "test-2", secret: Buffer.alloc(32, 8) })),
      { name: "coverage", problem: "roster-key-unknown" },
    ],
    ["identity keys that cannot be read", "rahasia", { name: "settings", problem: "unusable" }],
  ])("are not ready where the settings hold %s", async (_, keys, told) => {
    const health = await loaded("health", { ...settings(), LAYAK_IDENTITY_KEYS: keys });
    const { status, body } = await health.call(requestEvent("GET", "/readyz"));
    health.lines();
    expect([status, body.checks.at(-1)]).toEqual([
      503,
      { ...told, message: expect.stringContaining("setting") },
    ]);
  });

  test("tell how many are protected, without a key that names people", async () => {
    const { LAYAK_IDENTITY_KEYS: _, ...withoutKeys } = settings();
    const { call, lines } = await loaded("coverage", withoutKeys);
    const { status, body } = await call(requestEvent("GET", "/v1/coverage"));
    lines();
    expect([status, body.fewestPublished, body.total.people > 4]).toEqual([200, 5, true]);
  });

  test("show the services", async () => {
    const { call, lines } = await loaded("services");
    const { status, body } = await call(requestEvent("GET", "/v1/services/kota-serang/sewa-kios"));
    lines();
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: "kota-serang/sewa-kios", title: "Market kiosk lease" });
  });

  test("are healthy without any setting", async () => {
    const { call, lines } = await loaded("health", {});
    const answer = await call(requestEvent("GET", "/healthz"));
    lines();
    expect(answer).toEqual({ status: 200, body: { status: "ok" } });
  });

  test("answer with problems", async () => {
    const { call, lines } = await loaded("decisions");
    const { status, body } = await call(requestEvent("POST", "/v1/decisions", {}));
    lines();
    expect([status, body.code]).toEqual([422, "request-invalid"]);
  });

  test("that lack settings say which, all of them, and answer with a problem", async () => {
    const { LAYAK_IDENTITY_KEYS: _, LAYAK_RULES: __, ...rest } = settings();
    const { call, lines } = await loaded("decisions", rest);
    const { status, body } = await call(requestEvent("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const log = lines();
    expect([status, body.code]).toEqual([500, "internal-error"]);
    expect(log).toContain("LAYAK_IDENTITY_KEYS is not set");
    expect(log).toContain("LAYAK_RULES is not set");
    expect(log).not.toContain(rest["LAYAK_SIGNING_KEYS"] ?? "");
  });
});

describe("packed rules", () => {
  test("are the same rules again, with the same digests", async () => {
    // How remedies look behind computed facts is loaded apart, and brought by whoever seeks them.
    const { behind: _, ...pack } = await shippedRules();
    const again = unpackRules(packRules(pack));
    expect({ ...again, sha256: pack.sha256 }).toEqual(pack);
    for (const service of pack.services.keys()) {
      const question = { service, asOf: "2026-11-22" };
      expect(prepare(again, question).policy).toEqual(prepare(pack, question).policy);
    }
  });
});
