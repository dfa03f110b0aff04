import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LambdaEvent } from "hono/aws-lambda";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { packRules, unpackRules } from "../../functions/wiring/packed-rules.ts";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { prepare } from "../../src/engine/decision/prepare.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { identityKeySetOf } from "../../src/store/identity-keys.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import { keepOutput } from "./support/output.ts";

const database = testDatabase();
const SECRET = Buffer.alloc(32, 9);
const SIGNING_KEYS = newSigningKey("test-1");
const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};
let directory = "";
let environment: Readonly<Record<string, string>> = {};

async function shippedRules(): Promise<Pack> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are not valid");
  return result.pack;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "layak-functions-"));
  const rules = join(directory, "rules.json");
  await writeFile(rules, packRules(await shippedRules()));
  await ensureTables(database.client(), TABLES);
  const pseudonym = pseudonymWith({ id: "test-1", secret: SECRET });
  const target = { client: database.client(), table: TABLES.coverage, pseudonym };
  const today = todayInJakarta(new Date());
  await loadRoster(target, syntheticRoster(today), AbortSignal.timeout(5000));
  environment = {
    AWS_REGION: "ap-southeast-3",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    LAYAK_RULES: rules,
    LAYAK_COVERAGE_TABLE: TABLES.coverage,
    LAYAK_DECISIONS_TABLE: TABLES.decisions,
    LAYAK_CLAIMS_TABLE: TABLES.claims,
    LAYAK_APPLICANTS_TABLE: TABLES.applicants,
    LAYAK_SIGNING_KEYS: JSON.stringify(SIGNING_KEYS),
    LAYAK_PUBLIC_KEYS: JSON.stringify(publicKeySet(readSigningKeys(JSON.stringify(SIGNING_KEYS)))),
    LAYAK_IDENTITY_KEYS: JSON.stringify(identityKeySetOf({ id: "test-1", secret: SECRET })),
    LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
  };
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** As the authorizer hands a caller on. */
const CALLER = {
  client: "perizinan",
  scopes: "decisions:write decisions:read decisions:review",
  services: "kota-serang/*",
  officer: "petugas",
  expiresAt: "4102444800",
};

function eventOf(method: string, path: string, body: unknown = null): LambdaEvent {
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    headers: { "content-type": "application/json", "accept-language": "en" },
    body: body === null ? null : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      accountId: "1",
      apiId: "1",
      authentication: null,
      authorizer: { lambda: CALLER },
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
  };
}

/** A function's handler as Lambda would load it, with this environment. */
async function loaded(name: string, variables: Readonly<Record<string, string>>) {
  vi.resetModules();
  vi.unstubAllEnvs();
  for (const setting of Object.keys(environment)) vi.stubEnv(setting, variables[setting]);
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
    const { call, lines } = await loaded("decisions", environment);
    const first = await call(eventOf("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const second = await call(eventOf("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const log = lines();
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body).toMatchObject({ service: "kota-serang/sewa-kios", outcome: "ineligible" });
    expect(second.body.id).not.toBe(first.body.id);
    expect(log).toContain('"message":"request"');
    expect(log).not.toContain(EXAMPLE_REQUEST.applicant.nik);
  });

  test("find what was decided again, look for it, review it, and decide many", async () => {
    const decisions = await loaded("decisions", environment);
    const issued = await decisions.call(eventOf("POST", "/v1/decisions", EXAMPLE_REQUEST));
    decisions.lines();
    const address = `/v1/decisions/${issued.body.id}`;
    const stored = await loaded("stored", environment);
    expect((await stored.call(eventOf("GET", address))).body).toEqual(issued.body);
    expect((await stored.call(eventOf("GET", `${address}/record`))).body).toMatchObject({
      receipt: issued.body.receipt,
      policy: { policy: {} },
    });
    stored.lines();
    const search = await loaded("search", environment);
    const { applicant } = EXAMPLE_REQUEST;
    const found = await search.call(eventOf("POST", "/v1/decisions/search", { applicant }));
    expect(found.body.decisions.map(({ id }: { id: string }) => id)).toContain(issued.body.id);
    search.lines();
    const reviews = await loaded("reviews", environment);
    const review = { verdict: "upheld", reason: "Iuran belum dibayar." };
    const refused = await reviews.call(eventOf("POST", `${address}/reviews`, review));
    expect([refused.status, refused.body.code]).toEqual([403, "review-by-asker"]);
    reviews.lines();
    const batch = await loaded("batch", environment);
    const many = eventOf("POST", "/v1/decisions/batch", { items: [EXAMPLE_REQUEST] });
    expect((await batch.call(many)).body.results).toMatchObject([{ outcome: "ineligible" }]);
    batch.lines();
    const previews = await loaded("previews", environment);
    const { service } = EXAMPLE_REQUEST;
    const preview = await previews.call(eventOf("POST", "/v1/previews", { service }));
    expect(preview.body).toMatchObject({ preview: true, outcome: "undetermined" });
    previews.lines();
    const keys = await loaded("keys", environment);
    expect((await keys.call(eventOf("GET", "/v1/keys"))).body.keys).toMatchObject([
      { kid: "test-1" },
    ]);
    keys.lines();
  });

  test("are ready where tables and roster are there, and say what lacks", async () => {
    const ready = await loaded("health", environment);
    expect(await ready.call(eventOf("GET", "/readyz"))).toMatchObject({
      status: 200,
      body: {
        status: "ready",
        checks: [{ name: "pack" }, { name: "ledger" }, { name: "coverage" }],
      },
    });
    ready.lines();
    const none = await loaded("health", { ...environment, LAYAK_COVERAGE_TABLE: TABLES.claims });
    expect(await none.call(eventOf("GET", "/readyz"))).toMatchObject({
      status: 503,
      body: { checks: [{ problem: null }, { problem: null }, { problem: "no-roster" }] },
    });
    none.lines();
  });

  test("show the services", async () => {
    const { call, lines } = await loaded("services", environment);
    const { status, body } = await call(eventOf("GET", "/v1/services/kota-serang/sewa-kios"));
    lines();
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: "kota-serang/sewa-kios", title: "Market kiosk lease" });
  });

  test("are healthy without any setting", async () => {
    const { call, lines } = await loaded("health", {});
    const answer = await call(eventOf("GET", "/healthz"));
    lines();
    expect(answer).toEqual({ status: 200, body: { status: "ok" } });
  });

  test("answer with problems", async () => {
    const { call, lines } = await loaded("decisions", environment);
    const { status, body } = await call(eventOf("POST", "/v1/decisions", {}));
    lines();
    expect([status, body.code]).toEqual([422, "request-invalid"]);
  });

  test("that lack settings say which, all of them, and answer with a problem", async () => {
    const { LAYAK_IDENTITY_KEYS: _, LAYAK_RULES: __, ...rest } = environment;
    const { call, lines } = await loaded("decisions", rest);
    const { status, body } = await call(eventOf("POST", "/v1/decisions", EXAMPLE_REQUEST));
    const log = lines();
    expect([status, body.code]).toEqual([500, "internal-error"]);
    expect(log).toContain("LAYAK_IDENTITY_KEYS is not set");
    expect(log).toContain("LAYAK_RULES is not set");
    expect(log).not.toContain(SECRET.toString("base64"));
  });
});

describe("packed rules", () => {
  test("are the same rules again, with the same digests", async () => {
    const pack = await shippedRules();
    const again = unpackRules(packRules(pack));
    expect({ ...again, sha256: pack.sha256 }).toEqual(pack);
    for (const service of pack.services.keys()) {
      const question = { service, asOf: "2026-11-22" };
      expect(prepare(again, question).policy).toEqual(prepare(pack, question).policy);
    }
  });
});
