import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type StoredItem, writeItems } from "../store/batches.ts";
import type { StoredDecision } from "./entry.ts";

/** The table that finds the decisions of batches by whom they are about. */
export interface ApplicantsTable {
  readonly client: DynamoDBClient;
  /** Its name. */
  readonly applicants: string;
}

/**
 * Puts a row for each decision of a chunk, with the day on which the chunk ends: seconds since 1970.
 * All of it stands in the chunk, so putting a row again changes nothing.
 */
export async function putRows(
  decisions: readonly StoredDecision[],
  ends: number,
  { client, applicants }: ApplicantsTable,
  signal: AbortSignal,
): Promise<void> {
  const rows = decisions.map((decision) => rowOf(decision, ends));
  await writeItems(client, applicants, rows, signal);
}

function rowOf(stored: StoredDecision, ends: number): StoredItem {
  const { issuedAt, decision } = stored;
  return {
    ...rowKey(stored),
    service: { S: decision.service },
    asOf: { S: decision.asOf },
    outcome: { S: decision.outcome },
    issuedAt: { S: issuedAt },
    expires: { N: String(ends) },
  };
}

/** Under which key a decision's row stands. */
export function rowKey({ id, applicant }: Pick<StoredDecision, "id" | "applicant">): StoredItem {
  return { pk: { S: applicant.pseudonym }, sk: { S: id } };
}
