import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type Fingerprints,
  fingerprintsWith,
  type Pseudonyms,
  pseudonymsWith,
} from "../../src/store/identity.ts";
import { readIdentityKeys } from "../../src/store/identity-keys.ts";
import { clientFrom } from "./client.ts";
import type { Environment } from "./settings.ts";

/** The database, and how people and requests are named in it. */
export interface Store {
  readonly client: DynamoDBClient;
  readonly pseudonyms: Pseudonyms;
  readonly fingerprints: Fingerprints;
}

/** What a store is made from; read with a function's other settings, so that all that lack are told. */
export const STORE_SETTINGS = ["AWS_REGION", "LAYAK_IDENTITY_KEYS"] as const;

/** @throws IdentityKeysUnusable */
export function storeFrom(
  environment: Environment,
  setting: (name: (typeof STORE_SETTINGS)[number]) => string,
): Store {
  const keys = readIdentityKeys(setting("LAYAK_IDENTITY_KEYS"));
  return {
    client: clientFrom(environment, setting("AWS_REGION")),
    pseudonyms: pseudonymsWith(keys),
    fingerprints: fingerprintsWith(keys),
  };
}
