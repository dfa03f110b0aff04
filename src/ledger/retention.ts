import {
  ConditionalCheckFailedException,
  QueryCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import type { LedgerTable } from "./items.ts";

const SECONDS_A_DAY = 86_400;

/**
 * Keeps a decision, its parts and its reviews at least so many days from a review on: whoever
 * objected must be able to see what was decided as long as the review stands. Only `expires` is
 * touched, and only to a later day.
 */
export async function keepReviewed(
  decision: string,
  reviewedAt: string,
  days: number,
  store: LedgerTable,
): Promise<void> {
  const { client, table } = store;
  const until = Math.floor(Date.parse(reviewedAt) / 1000) + days * SECONDS_A_DAY;
  for (const sk of await placesOf(decision, store)) {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { pk: { S: decision }, sk: { S: sk } },
          UpdateExpression: "SET expires = :until",
          ConditionExpression: "attribute_exists(pk) AND expires < :until",
          ExpressionAttributeValues: { ":until": { N: String(until) } },
        }),
      );
    } catch (error) {
      // It is kept longer already, or, like a review, without an end.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}

/** The sort keys of all that stands under a decision's id. */
async function placesOf(
  decision: string,
  { client, table }: LedgerTable,
): Promise<readonly string[]> {
  const places: string[] = [];
  let start: StoredItem | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": { S: decision } },
        ProjectionExpression: "sk",
        ExclusiveStartKey: start,
      }),
    );
    places.push(...(answer.Items ?? []).flatMap(({ sk }) => sk?.S ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return places;
}
