import type { BaseDependencies, LedgerDependencies } from "../../src/api/dependencies.ts";
import { createLedger, type LedgerOptions } from "../../src/ledger/dynamodb-ledger.ts";
import { deployedRules } from "./rules.ts";
import { type Environment, readSettings } from "./settings.ts";
import { STORE_SETTINGS, type Store, storeFrom } from "./store.ts";

/** What a ledger is made from; read with a function's other settings, so that all that lack are told. */
export const LEDGER_SETTINGS = [
  ...STORE_SETTINGS,
  "LAYAK_RULES",
  "LAYAK_DECISIONS_TABLE",
  "LAYAK_APPLICANTS_TABLE",
] as const;

/**
 * The ledger and the rules, for the functions that tell what was decided.
 * @throws SettingsMissing, IdentityKeysUnusable
 */
export async function ledgerFrom(
  environment: Environment,
  base: BaseDependencies,
): Promise<LedgerDependencies> {
  const setting = readSettings(environment, LEDGER_SETTINGS);
  return ledgerIn(storeFrom(environment, setting), setting, base);
}

/** The same in a store that a function has for other uses too. */
export async function ledgerIn(
  { client, pseudonyms }: Store,
  setting: (name: (typeof LEDGER_SETTINGS)[number]) => string,
  base: BaseDependencies,
  options: Pick<LedgerOptions, "reviewRetentionDays"> = {},
): Promise<LedgerDependencies> {
  const pack = await deployedRules(setting("LAYAK_RULES"));
  const table = setting("LAYAK_DECISIONS_TABLE");
  const applicants = setting("LAYAK_APPLICANTS_TABLE");
  const { clock } = base;
  return {
    ...base,
    pack,
    ledger: createLedger({ client, table, applicants, ...pseudonyms, clock, ...options }),
  };
}
