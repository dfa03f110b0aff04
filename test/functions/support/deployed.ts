import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LambdaEvent } from "hono/aws-lambda";
import { afterAll, beforeAll } from "vitest";
import { packRules } from "../../../functions/wiring/packed-rules.ts";
import { todayInJakarta } from "../../../src/api/today.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../../src/ledger/receipt/keys.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { loadRoster } from "../../../src/registry/load-roster.ts";
import { syntheticRoster } from "../../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../../src/store/identity.ts";
import { identityKeySetOf } from "../../../src/store/identity-keys.ts";
import { ensureTables } from "../../../src/store/tables.ts";
import { eventOf } from "../../api/support/event.ts";
import type { TestDatabase } from "../../store/support/database.ts";

export type Settings = Readonly<Record<string, string>>;

/** The identity key of all that is deployed. */
export const KEY = { id: "test-1", secret: Buffer.alloc(32, 9) };
const SIGNING_KEYS = JSON.stringify(newSigningKey("test-1"));
const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};

/** Tables, today's roster, packed rules and keys, and the settings by which functions find them. */
export function deployedSettings(database: TestDatabase): () => Settings {
  let directory = "";
  let settings: Settings = {};
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "layak-deployed-"));
    const rules = join(directory, "rules.json");
    const read = await readPack("rules");
    if (!read.ok) throw new Error("the shipped rules are not valid");
    await writeFile(rules, packRules(read.pack));
    const client = database.client();
    await ensureTables(client, TABLES);
    const target = { client, table: TABLES.coverage, pseudonym: pseudonymWith(KEY) };
    const roster = syntheticRoster(todayInJakarta(new Date()));
    await loadRoster(target, roster, AbortSignal.timeout(20_000));
    settings = {
      AWS_REGION: "ap-southeast-3",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_LAMBDA_FUNCTION_NAME: "layak-test-decisions",
      POWERTOOLS_METRICS_NAMESPACE: "Layak/test",
      LAYAK_RULES: rules,
      LAYAK_COVERAGE_TABLE: TABLES.coverage,
      LAYAK_DECISIONS_TABLE: TABLES.decisions,
      LAYAK_APPLICANTS_TABLE: TABLES.applicants,
      LAYAK_CLAIMS_TABLE: TABLES.claims,
      LAYAK_SIGNING_KEYS: SIGNING_KEYS,
      LAYAK_PUBLIC_KEYS: JSON.stringify(publicKeySet(readSigningKeys(SIGNING_KEYS))),
      LAYAK_IDENTITY_KEYS: JSON.stringify(identityKeySetOf(KEY)),
      LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
    };
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  return () => settings;
}

/** As the authorizer hands a caller on. */
const CALLER = {
  client: "perizinan",
  scopes: "decisions:write decisions:read decisions:review coverage:read bulk:run",
  services: "kota-serang/*",
  officer: "petugas",
  expiresAt: "4102444800",
};

/** A request as an HTTP API sends it. */
export function requestEvent(method: string, path: string, body: unknown = null): LambdaEvent {
  return eventOf(method, path, { lambda: CALLER }, body);
}
