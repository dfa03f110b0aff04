import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { jsonLog, traceOfError } from "../src/api/log.ts";
import type { LedgerTable } from "../src/ledger/items.ts";
import { keepReviewed } from "../src/ledger/retention.ts";
import { createStoreClient } from "../src/store/client.ts";
import { readSettings } from "./wiring/settings.ts";
import { LAMBDA, type Surroundings } from "./wiring/surroundings.ts";

const TEN_YEARS = 3653;

/** Keeps what was reviewed: called with each review that is put into the ledger. */
export function createRetention({ environment, write }: Surroundings) {
  const log = jsonLog(write);
  let table: LedgerTable | null = null;
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    table ??= tableFrom(environment);
    const days = Number(environment["LAYAK_RETENTION_DAYS"] ?? TEN_YEARS);
    const failed: string[] = [];
    for (const record of Records) {
      try {
        await keep(record, days, table);
      } catch (error) {
        log({ level: "warning", event: "retention-failed", ...traceOfError(error) });
        failed.push(record.dynamodb?.SequenceNumber ?? "");
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

async function keep({ dynamodb }: DynamoDBRecord, days: number, table: LedgerTable): Promise<void> {
  const decision = dynamodb?.Keys?.["pk"]?.S;
  const reviewedAt = dynamodb?.NewImage?.["reviewedAt"]?.S;
  if (decision !== undefined && reviewedAt !== undefined) {
    await keepReviewed(decision, reviewedAt, days, table);
  }
}

function tableFrom(environment: Surroundings["environment"]): LedgerTable {
  const setting = readSettings(environment, ["AWS_REGION", "LAYAK_DECISIONS_TABLE"]);
  const endpoint = environment["LAYAK_DYNAMODB_ENDPOINT"];
  const region = setting("AWS_REGION");
  const client = createStoreClient({ region, ...(endpoint !== undefined && { endpoint }) });
  return { client, table: setting("LAYAK_DECISIONS_TABLE") };
}

/** The stream of the ledger's table, reviews only. */
export const handler: ReturnType<typeof createRetention> = createRetention(LAMBDA);
