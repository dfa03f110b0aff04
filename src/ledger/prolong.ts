import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";

/** One item of a table. */
export interface ItemPlace {
  readonly table: string;
  readonly key: StoredItem;
}

/** Moves the day on which an item ends, and nothing else, to a later one: seconds since 1970. */
export async function prolong(
  { table, key }: ItemPlace,
  until: number,
  client: DynamoDBClient,
): Promise<void> {
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "SET expires = :until",
        ConditionExpression: "attribute_exists(pk) AND expires < :until",
        ExpressionAttributeValues: { ":until": { N: String(until) } },
      }),
    );
  } catch (error) {
    // It is kept longer already, or not there.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
