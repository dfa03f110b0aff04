import type { BaseDependencies, DecisionDependencies } from "../../src/api/dependencies.ts";
import { jsonRulesEngineOpinion } from "../../src/api/second-opinion.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { TEN_YEARS } from "../../src/ledger/expiry.ts";
import { readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../src/ledger/receipt/sign.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { coverageServiceFrom, maximumAgeDaysFrom } from "./coverage.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readDays, readSettings } from "./settings.ts";
import { STORE_SETTINGS, storeFrom } from "./store.ts";

/**
 * All that deciding needs, for the functions that decide.
 * @throws SettingsMissing, SettingUnusable, KeysUnusable, IdentityKeysUnusable
 */
export async function deciderFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<DecisionDependencies> {
  const setting = readSettings(environment, [
    ...STORE_SETTINGS,
    "LAYAK_RULES",
    "LAYAK_COVERAGE_TABLE",
    "LAYAK_DECISIONS_TABLE",
    "LAYAK_APPLICANTS_TABLE",
    "LAYAK_CLAIMS_TABLE",
    "LAYAK_SIGNING_KEYS",
  ]);
  const { client, pseudonyms, fingerprints } = storeFrom(environment, setting);
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const service = await coverageServiceFrom(environment, base);
  return {
    ...base,
    pack,
    coverage:
      service ??
      createSnapshotRegistry({
        client,
        table: setting("LAYAK_COVERAGE_TABLE"),
        ...pseudonyms,
        clock: base.clock,
        maximumAgeDays: maximumAgeDaysFrom(environment),
      }),
    ledger: createLedger({
      client,
      table: setting("LAYAK_DECISIONS_TABLE"),
      applicants: setting("LAYAK_APPLICANTS_TABLE"),
      ...pseudonyms,
      clock: base.clock,
      retentionDays: readDays(environment, "LAYAK_RETENTION_DAYS", TEN_YEARS),
    }),
    claims: createClaims({ client, table: setting("LAYAK_CLAIMS_TABLE") }),
    ...fingerprints,
    secondOpinion: jsonRulesEngineOpinion(pack),
    signer: createReceiptSigner(readSigningKeys(setting("LAYAK_SIGNING_KEYS"))),
  };
}
