import type { BaseDependencies, ReviewDependencies } from "../../src/api/dependencies.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { TEN_YEARS } from "../../src/ledger/expiry.ts";
import { LEDGER_SETTINGS, ledgerIn } from "./ledger.ts";
import { type Environment, readDays, readSettings } from "./settings.ts";
import { storeFrom } from "./store.ts";

/**
 * All that reviewing needs.
 * @throws SettingsMissing, SettingUnusable, IdentityKeysUnusable
 */
export async function reviewerFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<ReviewDependencies> {
  const setting = readSettings(environment, [...LEDGER_SETTINGS, "LAYAK_CLAIMS_TABLE"]);
  const reviewRetentionDays = readDays(environment, "LAYAK_REVIEW_RETENTION_DAYS", TEN_YEARS);
  const store = storeFrom(environment, setting);
  return {
    ...(await ledgerIn(store, setting, base, { reviewRetentionDays })),
    claims: createClaims({ client: store.client, table: setting("LAYAK_CLAIMS_TABLE") }),
    ...store.fingerprints,
  };
}
