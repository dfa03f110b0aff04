import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import { packRules } from "../../../functions/wiring/packed-rules.ts";
import { newSigningKey } from "../../../src/ledger/receipt/keys.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { ensureTables } from "../../../src/store/tables.ts";
import type { TestDatabase } from "../../store/support/database.ts";

export const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};

/** All settings of the functions but the identity keys, for tables that are there. */
export function wiredSettings(database: TestDatabase): () => Readonly<Record<string, string>> {
  let directory = "";
  let settings: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
    directory = await mkdtemp(join(tmpdir(), "layak-wired-"));
    const rules = join(directory, "rules.json");
    const read = await readPack("rules");
    if (!read.ok) throw new Error("the shipped rules are not valid");
    await writeFile(rules, packRules(read.pack));
    await ensureTables(database.client(), TABLES);
    settings = {
      AWS_REGION: "ap-southeast-3",
      LAYAK_RULES: rules,
      LAYAK_COVERAGE_TABLE: TABLES.coverage,
      LAYAK_DECISIONS_TABLE: TABLES.decisions,
      LAYAK_CLAIMS_TABLE: TABLES.claims,
      LAYAK_APPLICANTS_TABLE: TABLES.applicants,
      LAYAK_SIGNING_KEYS: JSON.stringify(newSigningKey("test-1")),
      LAYAK_DYNAMODB_ENDPOINT: database.endpoint(),
    };
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  return () => settings;
}
