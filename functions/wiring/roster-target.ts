import type { RosterTarget } from "../../src/registry/target.ts";
import { createStoreClient } from "../../src/store/client.ts";
import { pseudonymsWith } from "../../src/store/identity.ts";
import { readIdentityKeys } from "../../src/store/identity-keys.ts";
import { type Environment, readSettings } from "./settings.ts";

/** Writing many members at once may be throttled for a while. */
const ATTEMPTS = 8;
const REQUEST_MILLISECONDS = 5000;

/** The roster's table, for functions that write it. The caller destroys the client. */
export function rosterTarget(environment: Environment): RosterTarget {
  const setting = readSettings(environment, [
    "AWS_REGION",
    "LAYAK_COVERAGE_TABLE",
    "LAYAK_IDENTITY_KEYS",
  ]);
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  const client = createStoreClient({
    region: setting("AWS_REGION"),
    ...(endpoint !== undefined && { endpoint }),
    attempts: ATTEMPTS,
    requestMilliseconds: REQUEST_MILLISECONDS,
  });
  const pseudonyms = pseudonymsWith(readIdentityKeys(setting("LAYAK_IDENTITY_KEYS")));
  return { client, table: setting("LAYAK_COVERAGE_TABLE"), ...pseudonyms };
}
