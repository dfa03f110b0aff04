import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

export interface StoreClientOptions {
  readonly region: string;
  /** Only for a DynamoDB that is not AWS's own, such as the embedded one. */
  readonly endpoint?: string;
  /** Left out in AWS, where the function's role gives them. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** How long one attempt may take; 1,500 unless stated. */
  readonly requestMilliseconds?: number;
  /** How often a call is tried in all; 3 unless stated. */
  readonly attempts?: number;
}

/**
 * A DynamoDB client that gives up in time: without limits the SDK waits for ever on a connection
 * that went silent. The caller destroys it.
 */
export function createStoreClient(options: StoreClientOptions): DynamoDBClient {
  const { region, endpoint, credentials, requestMilliseconds = 1500, attempts = 3 } = options;
  return new DynamoDBClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials !== undefined && { credentials }),
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: Math.min(1000, requestMilliseconds),
      requestTimeout: requestMilliseconds,
      throwOnRequestTimeout: true,
    },
  });
}
