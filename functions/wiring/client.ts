import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createStoreClient, type StoreClientOptions } from "../../src/store/client.ts";
import type { Environment } from "./settings.ts";

/** A client of the database in a region, or of one on this machine where the environment names that. */
export function clientFrom(
  environment: Environment,
  region: string,
  patience: Pick<StoreClientOptions, "attempts" | "requestMilliseconds"> = {},
): DynamoDBClient {
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  return createStoreClient({ region, ...(endpoint !== undefined && { endpoint }), ...patience });
}
