import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { readPointer } from "../../registry/snapshots/pointer.ts";
import type { TableNames } from "../../store/tables.ts";

const LOOK_MILLISECONDS = 10_000;

/**
 * Whether people are stored under identity keys: in decisions, or in a roster that was imported. The
 * invented roster does not count: each start writes it anew.
 */
export async function holdsPeople(client: DynamoDBClient, names: TableNames): Promise<boolean> {
  const signal = AbortSignal.timeout(LOOK_MILLISECONDS);
  const roster = await readPointer({ client, table: names.coverage }, signal);
  if (roster?.imported === true) return true;
  const look = new ScanCommand({ TableName: names.decisions, Limit: 1, ConsistentRead: true });
  const { Items = [] } = await client.send(look, { abortSignal: signal });
  return Items.length > 0;
}
