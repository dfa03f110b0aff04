import type { RosterTarget } from "../../src/registry/target.ts";
import { createStoreClient } from "../../src/store/client.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { type Environment, readSettings } from "./settings.ts";

/** Writing many members at once may be throttled for a while. */
const ATTEMPTS = 8;
const REQUEST_MILLISECONDS = 5000;

/** The roster's table, for functions that write it. The caller destroys the client. */
export function rosterTarget(environment: Environment): RosterTarget {
  const setting = readSettings(environment, [
    "AWS_REGION",
    "LAYAK_COVERAGE_TABLE",
    "LAYAK_IDENTITY_KEY",
    "LAYAK_IDENTITY_KEY_ID",
  ]);
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  const client = createStoreClient({
    region: setting("AWS_REGION"),
    ...(endpoint !== undefined && { endpoint }),
    attempts: ATTEMPTS,
    requestMilliseconds: REQUEST_MILLISECONDS,
  });
  const pseudonym = pseudonymWith({
    id: setting("LAYAK_IDENTITY_KEY_ID"),
    secret: Buffer.from(setting("LAYAK_IDENTITY_KEY"), "base64"),
  });
  return { client, table: setting("LAYAK_COVERAGE_TABLE"), pseudonym };
}
