import type { BaseDependencies, LedgerDependencies } from "../../src/api/dependencies.ts";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readSettings } from "./settings.ts";
import { STORE_SETTINGS, storeFrom } from "./store.ts";

/**
 * The ledger and the rules, for the functions that tell what was decided.
 * @throws SettingsMissing
 */
export async function ledgerFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<LedgerDependencies> {
  const setting = readSettings(environment, [
    ...STORE_SETTINGS,
    "LAYAK_RULES",
    "LAYAK_DECISIONS_TABLE",
  ]);
  const { client, pseudonym } = storeFrom(environment, setting);
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const table = setting("LAYAK_DECISIONS_TABLE");
  return { ...base, pack, ledger: createLedger({ client, table, pseudonym }) };
}
