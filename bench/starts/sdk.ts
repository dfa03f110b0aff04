import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** A function that has a client of DynamoDB and nothing else. */
export async function handler(): Promise<void> {
  new DynamoDBClient().destroy();
}
