import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  paginateScan,
} from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../../store/batches.ts";
import { type TableNames, tableDefinitions } from "../../store/tables.ts";

/**
 * Deletes whatever has expired, as DynamoDB does by itself in AWS: the embedded database does not.
 * What is kept longer meanwhile stays. Gives how many items were deleted. Rosters do not expire.
 */
export async function deleteExpired(
  client: DynamoDBClient,
  names: TableNames,
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  let deleted = 0;
  for (const { TableName, KeySchema = [] } of tableDefinitions(names)) {
    if (TableName === names.coverage) continue;
    const keys = KeySchema.flatMap(({ AttributeName }) => AttributeName ?? []);
    for (const key of await expiredKeys(client, { table: TableName ?? "", keys }, now, signal)) {
      if (await deleteIfExpired(client, TableName, key, now, signal)) deleted += 1;
    }
  }
  return deleted;
}

const EXPIRED = "expires <= :now";

function valuesAt(now: Date) {
  return { ":now": { N: String(Math.floor(now.getTime() / 1000)) } };
}

async function expiredKeys(
  client: DynamoDBClient,
  { table, keys }: { readonly table: string; readonly keys: readonly string[] },
  now: Date,
  signal: AbortSignal,
): Promise<readonly StoredItem[]> {
  const found: StoredItem[] = [];
  const scan = {
    TableName: table,
    FilterExpression: EXPIRED,
    ExpressionAttributeValues: valuesAt(now),
    ProjectionExpression: keys.join(", "),
  };
  for await (const { Items = [] } of paginateScan({ client }, scan, { abortSignal: signal })) {
    found.push(...Items);
  }
  return found;
}

async function deleteIfExpired(
  client: DynamoDBClient,
  table: string | undefined,
  key: StoredItem,
  now: Date,
  signal: AbortSignal,
): Promise<boolean> {
  const order = new DeleteItemCommand({
    TableName: table,
    Key: key,
    ConditionExpression: EXPIRED,
    ExpressionAttributeValues: valuesAt(now),
  });
  try {
    await client.send(order, { abortSignal: signal });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
