import { AthenaClient } from "@aws-sdk/client-athena";

export interface AthenaClientOptions {
  readonly region: string;
  /** Only for an Athena that is not AWS's own. */
  readonly endpoint?: string;
}

/** Athena may queue a query for long, but answers about it at once. */
const REQUEST_MILLISECONDS = 2500;

/** A client that gives up in time, and tries twice. The caller destroys it. */
export function createAthenaClient({ region, endpoint }: AthenaClientOptions): AthenaClient {
  return new AthenaClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: REQUEST_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
  });
}
