import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import { isExpired } from "./expiry.ts";

/** The table that holds the ledger. */
export interface LedgerTable {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** By which it is told what has expired; the machine's unless stated. */
  readonly clock?: () => Date;
}

/**
 * Puts an item that does not exist yet; false where it does. This is the only way in which the
 * ledger ever writes.
 */
export async function putNew(
  { client, table }: LedgerTable,
  item: StoredItem,
  signal?: AbortSignal,
): Promise<boolean> {
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: item,
        ConditionExpression: "attribute_not_exists(pk)",
      }),
      { ...(signal !== undefined && { abortSignal: signal }) },
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Every item that a query finds, page after page. */
export async function queryAll(
  client: DynamoDBClient,
  query: QueryCommandInput,
): Promise<readonly StoredItem[]> {
  const items: StoredItem[] = [];
  let start: StoredItem | undefined;
  do {
    const answer = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

/**
 * All items of a key whose sort key begins so, in order, read consistently. What has expired is
 * not there any more.
 */
export async function readAll(
  { client, table, clock = () => new Date() }: LedgerTable,
  pk: string,
  prefix: string,
): Promise<readonly StoredItem[]> {
  const items = await queryAll(client, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
    ExpressionAttributeValues: { ":pk": { S: pk }, ":prefix": { S: prefix } },
  });
  const now = clock();
  return items.filter((item) => !isExpired(item, now));
}
