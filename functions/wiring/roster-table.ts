import type { RosterTable } from "../../src/registry/target.ts";
import { clientFrom } from "./client.ts";
import { type Environment, readSettings } from "./settings.ts";

/** Writing many members at once may be throttled for a while. */
const PATIENCE = { attempts: 8, requestMilliseconds: 5000 };

/**
 * The roster's table, for functions that write it. The caller destroys the client.
 * @throws SettingsMissing
 */
export function rosterTable(environment: Environment): RosterTable {
  const setting = readSettings(environment, ["AWS_REGION", "LAYAK_COVERAGE_TABLE"]);
  const client = clientFrom(environment, setting("AWS_REGION"), PATIENCE);
  return { client, table: setting("LAYAK_COVERAGE_TABLE") };
}
