import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { traceOfError } from "../src/api/log.ts";
import type { ApplicantsTable } from "../src/ledger/applicants.ts";
import type { LedgerTable } from "../src/ledger/items.ts";
import { keepReviewed } from "../src/ledger/retention.ts";
import { clientFrom } from "./wiring/client.ts";
import { observed } from "./wiring/observe.ts";
import { readSettings } from "./wiring/settings.ts";
import { LAMBDA, logOf, type Surroundings } from "./wiring/surroundings.ts";

/** Keeps what was reviewed as long as its reviews: called with each review that is put into the ledger. */
export function createRetention(surroundings: Surroundings) {
  const { environment } = surroundings;
  const log = logOf(surroundings);
  let table: ReviewedTables | null = null;
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    table ??= tableFrom(environment);
    const failed: string[] = [];
    for (const record of Records) {
      try {
        await keep(record, table);
      } catch (error) {
        const decisionId = record.dynamodb?.Keys?.["pk"]?.S;
        log({ level: "warning", event: "retention-failed", decisionId, ...traceOfError(error) });
        failed.push(record.dynamodb?.SequenceNumber ?? "");
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

type ReviewedTables = LedgerTable & ApplicantsTable;

async function keep({ dynamodb }: DynamoDBRecord, table: ReviewedTables): Promise<void> {
  const decision = dynamodb?.Keys?.["pk"]?.S;
  if (decision !== undefined) await keepReviewed(decision, table);
}

function tableFrom(environment: Surroundings["environment"]): ReviewedTables {
  const setting = readSettings(environment, [
    "AWS_REGION",
    "LAYAK_DECISIONS_TABLE",
    "LAYAK_APPLICANTS_TABLE",
  ]);
  const client = clientFrom(environment, setting("AWS_REGION"));
  const applicants = setting("LAYAK_APPLICANTS_TABLE");
  return { client, table: setting("LAYAK_DECISIONS_TABLE"), applicants };
}

/** The stream of the ledger's table, reviews only. */
export const handler: ReturnType<typeof createRetention> = createRetention({
  ...LAMBDA,
  log: observed,
});
