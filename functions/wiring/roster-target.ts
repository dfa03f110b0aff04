import type { RosterTarget } from "../../src/registry/target.ts";
import { pseudonymsWith } from "../../src/store/identity.ts";
import { readIdentityKeys } from "../../src/store/identity-keys.ts";
import { rosterTable } from "./roster-table.ts";
import { type Environment, readSettings } from "./settings.ts";

/**
 * The roster's table and how people are named in it, for the function that puts members there. The
 * caller destroys the client.
 * @throws SettingsMissing, IdentityKeysUnusable
 */
export function rosterTarget(environment: Environment): RosterTarget {
  const setting = readSettings(environment, [
    "AWS_REGION",
    "LAYAK_COVERAGE_TABLE",
    "LAYAK_IDENTITY_KEYS",
  ]);
  const pseudonyms = pseudonymsWith(readIdentityKeys(setting("LAYAK_IDENTITY_KEYS")));
  return { ...rosterTable(environment), ...pseudonyms };
}
