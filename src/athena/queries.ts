import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryRuntimeStatisticsCommand,
  StartQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { type FailureReason, reasonOf } from "./failures.ts";

/** A workgroup of Athena, and the database of the catalogue that its queries read. */
export interface Workgroup {
  readonly client: AthenaClient;
  readonly workgroup: string;
  readonly database: string;
}

export interface QueryToStart {
  readonly statement: string;
  /** The same token with the same statement starts nothing anew; 32 characters or more. */
  readonly token: string;
}

/** How far a query is. */
export type QueryLook =
  | { readonly state: "queued" | "running" | "cancelled"; readonly bytesScanned: number }
  | { readonly state: "succeeded"; readonly bytesScanned: number; readonly endedAt: string | null }
  | { readonly state: "failed"; readonly bytesScanned: number; readonly reason: FailureReason };

/**
 * Starts a query; gives the name that Athena has for it.
 * @throws what the client throws, such as `TooManyRequestsException`.
 */
export async function startQuery(
  { statement, token }: QueryToStart,
  { client, workgroup, database }: Workgroup,
  signal: AbortSignal,
): Promise<string> {
  const { QueryExecutionId } = await client.send(
    new StartQueryExecutionCommand({
      QueryString: statement,
      ClientRequestToken: token,
      WorkGroup: workgroup,
      QueryExecutionContext: { Catalog: "AwsDataCatalog", Database: database },
    }),
    { abortSignal: signal },
  );
  if (QueryExecutionId === undefined) throw new Error("Athena gave a query no name");
  return QueryExecutionId;
}

/** @throws what the client throws. */
export async function lookAtQuery(
  name: string,
  client: AthenaClient,
  signal: AbortSignal,
): Promise<QueryLook> {
  const { QueryExecution: { Status = {}, Statistics = {} } = {} } = await client.send(
    new GetQueryExecutionCommand({ QueryExecutionId: name }),
    { abortSignal: signal },
  );
  const bytesScanned = Statistics.DataScannedInBytes ?? 0;
  const reason = reasonOf(Status.StateChangeReason ?? "");
  switch (Status.State) {
    case "QUEUED":
      return { state: "queued", bytesScanned };
    case "RUNNING":
      return { state: "running", bytesScanned };
    case "CANCELLED":
      // Nobody cancelled it where Athena did so itself, for its workgroup's limit.
      return reason === "too-much-scanned"
        ? { state: "failed", bytesScanned, reason }
        : { state: "cancelled", bytesScanned };
    case "SUCCEEDED":
      return {
        state: "succeeded",
        bytesScanned,
        endedAt: Status.CompletionDateTime?.toISOString() ?? null,
      };
    case "FAILED":
      return { state: "failed", bytesScanned, reason };
    default:
      throw new Error("Athena did not tell the state of a query");
  }
}

/**
 * How many rows a query that succeeded has read. Athena counts them in its own time: null until then.
 * @throws what the client throws.
 */
export async function rowsReadBy(
  name: string,
  client: AthenaClient,
  signal: AbortSignal,
): Promise<number | null> {
  const { QueryRuntimeStatistics } = await client.send(
    new GetQueryRuntimeStatisticsCommand({ QueryExecutionId: name }),
    { abortSignal: signal },
  );
  return QueryRuntimeStatistics?.Rows?.InputRows ?? null;
}
