import type { BaseDependencies, StoredDependencies } from "../../src/api/dependencies.ts";
import { createLedgerReader } from "../../src/ledger/dynamodb-ledger.ts";
import { clientFrom } from "./client.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readSettings } from "./settings.ts";

/**
 * The ledger as far as it is found by ids, and the rules: no key that names people is needed.
 * @throws SettingsMissing
 */
export async function ledgerReaderFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<StoredDependencies> {
  const setting = readSettings(environment, ["AWS_REGION", "LAYAK_RULES", "LAYAK_DECISIONS_TABLE"]);
  const client = clientFrom(environment, setting("AWS_REGION"));
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const table = setting("LAYAK_DECISIONS_TABLE");
  return { ...base, pack, ledger: createLedgerReader({ client, table, clock: base.clock }) };
}
