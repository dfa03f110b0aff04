import type { BaseDependencies, DecisionDependencies } from "../../src/api/dependencies.ts";
import { jsonRulesEngineOpinion } from "../../src/api/second-opinion.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../src/ledger/receipt/sign.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readSettings } from "./settings.ts";
import { STORE_SETTINGS, storeFrom } from "./store.ts";

const MAXIMUM_AGE_DAYS = 31;

/**
 * All that deciding needs, for the functions that decide.
 * @throws SettingsMissing, KeysUnusable
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
    "LAYAK_CLAIMS_TABLE",
    "LAYAK_SIGNING_KEYS",
  ]);
  const { client, pseudonym, fingerprint } = storeFrom(environment, setting);
  const pack = await deployedRules(setting("LAYAK_RULES"));
  return {
    ...base,
    pack,
    coverage: createSnapshotRegistry({
      client,
      table: setting("LAYAK_COVERAGE_TABLE"),
      pseudonym,
      clock: base.clock,
      maximumAgeDays: MAXIMUM_AGE_DAYS,
    }),
    ledger: createLedger({ client, table: setting("LAYAK_DECISIONS_TABLE"), pseudonym }),
    claims: createClaims({ client, table: setting("LAYAK_CLAIMS_TABLE") }),
    fingerprint,
    secondOpinion: jsonRulesEngineOpinion(pack),
    signer: createReceiptSigner(readSigningKeys(setting("LAYAK_SIGNING_KEYS"))),
  };
}
