import type { BulkStartDependencies } from "../../src/api/bulk/dependencies.ts";
import type { BaseDependencies } from "../../src/api/dependencies.ts";
import { startQuery } from "../../src/athena/queries.ts";
import { createBulkRuns } from "../../src/athena/runs.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { athenaFrom, bulkBucket, readBulkSettings } from "./bulk.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readDays } from "./settings.ts";
import { STORE_SETTINGS, storeFrom } from "./store.ts";

/** As long as the bucket keeps results, unless set. */
const KEPT_DAYS = 7;

/**
 * All that starting a run needs.
 * @throws SettingsMissing, SettingUnusable, IdentityKeysUnusable
 */
export async function bulkStarterFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<BulkStartDependencies> {
  const setting = readBulkSettings(environment, [
    ...STORE_SETTINGS,
    "LAYAK_RULES",
    "LAYAK_CLAIMS_TABLE",
    "LAYAK_BULK_WORKGROUP",
    "LAYAK_BULK_DATABASE",
    "LAYAK_BULK_BUCKET",
  ]);
  const region = setting("AWS_REGION");
  const { client, fingerprints } = storeFrom(environment, setting);
  const table = setting("LAYAK_CLAIMS_TABLE");
  const days = readDays(environment, "LAYAK_BULK_DAYS", KEPT_DAYS);
  const bucket = setting("LAYAK_BULK_BUCKET");
  const database = setting("LAYAK_BULK_DATABASE");
  const workgroup = {
    client: athenaFrom(environment, region),
    workgroup: setting("LAYAK_BULK_WORKGROUP"),
    database,
  };
  return {
    ...base,
    pack: await deployedRules(setting("LAYAK_RULES")),
    claims: createClaims({ client, table }),
    ...fingerprints,
    runs: createBulkRuns({ client, table, days, clock: base.clock }),
    bucket,
    database,
    holdsFiles: bulkBucket(environment, region, bucket).holdsFiles,
    startQuery: (query, signal) => startQuery(query, workgroup, signal),
  };
}
