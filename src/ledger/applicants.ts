import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readByKeys, type StoredItem, someAtOnce, writeItems } from "../store/batches.ts";
import type { StoredDecision } from "./entry.ts";
import { putNew } from "./items.ts";

/** The table that finds the decisions of batches by whom they are about. */
export interface ApplicantsTable {
  readonly client: DynamoDBClient;
  /** Its name. */
  readonly applicants: string;
}

/**
 * Puts a row for each decision of a chunk that was put just now, with the day on which the chunk
 * ends: seconds since 1970. Whatever stands under a row's key is replaced.
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

/**
 * Puts the rows that a chunk lacks which stood already. Each on condition that none stands there: a
 * review may have moved the day of one that came since these were read.
 */
export async function putMissingRows(
  decisions: readonly StoredDecision[],
  ends: number,
  { client, applicants: table }: ApplicantsTable,
  signal: AbortSignal,
): Promise<void> {
  const rows = await readByKeys(client, table, decisions.map(rowKey), signal);
  const standing = new Set(rows.map(({ sk }) => sk?.S));
  const missing = decisions.filter(({ id }) => !standing.has(id));
  await someAtOnce(missing, async (decision) => {
    await putNew({ client, table }, rowOf(decision, ends), signal);
  });
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
