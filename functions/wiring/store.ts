import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createStoreClient } from "../../src/store/client.ts";
import {
  type Fingerprint,
  fingerprintWith,
  type Pseudonym,
  pseudonymWith,
} from "../../src/store/identity.ts";
import type { Environment } from "./settings.ts";

/** The database, and how people and requests are named in it. */
export interface Store {
  readonly client: DynamoDBClient;
  readonly pseudonym: Pseudonym;
  readonly fingerprint: Fingerprint;
}

/** What a store is made from; read with a function's other settings, so that all that lack are told. */
export const STORE_SETTINGS = [
  "AWS_REGION",
  "LAYAK_IDENTITY_KEY",
  "LAYAK_IDENTITY_KEY_ID",
] as const;

export function storeFrom(
  environment: Environment,
  setting: (name: (typeof STORE_SETTINGS)[number]) => string,
): Store {
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  const key = {
    id: setting("LAYAK_IDENTITY_KEY_ID"),
    secret: Buffer.from(setting("LAYAK_IDENTITY_KEY"), "base64"),
  };
  return {
    client: createStoreClient({
      region: setting("AWS_REGION"),
      ...(endpoint !== undefined && { endpoint }),
    }),
    pseudonym: pseudonymWith(key),
    fingerprint: fingerprintWith(key),
  };
}
