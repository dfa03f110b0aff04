import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";

/** A function that has clients of DynamoDB and of S3 and nothing else. */
export async function handler(): Promise<void> {
  new DynamoDBClient().destroy();
  new S3Client().destroy();
}
