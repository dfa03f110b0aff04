import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { readItems, writeItems } from "../../store/batches.ts";
import { pointerItem, ROSTER_KEY, readRoster, type SnapshotInUse } from "../snapshot-items.ts";
import type { RosterTable } from "../target.ts";

/** The snapshot in use, read consistently; null where none is. */
export async function readPointer(
  { client, table }: RosterTable,
  signal: AbortSignal,
): Promise<SnapshotInUse | null> {
  const items = await readItems(client, table, [ROSTER_KEY], signal);
  return readRoster(items.get(ROSTER_KEY));
}

/** Puts a snapshot in use, whatever was. */
export async function setPointer(
  { client, table }: RosterTable,
  to: SnapshotInUse,
  signal: AbortSignal,
): Promise<void> {
  await writeItems(client, table, [pointerItem(to)], signal);
}

/** Puts a snapshot in use if the one that was is still `from`; says whether it did. */
export async function switchPointer(
  { client, table }: RosterTable,
  to: SnapshotInUse,
  from: SnapshotInUse | null,
  signal: AbortSignal,
): Promise<boolean> {
  const condition =
    from === null
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#snapshot = :snapshot AND #observedAt = :observedAt",
          ExpressionAttributeNames: { "#snapshot": "snapshot", "#observedAt": "observedAt" },
          ExpressionAttributeValues: {
            ":snapshot": { S: from.snapshot },
            ":observedAt": { S: from.observedAt },
          },
        };
  try {
    const put = new PutItemCommand({ TableName: table, Item: pointerItem(to), ...condition });
    await client.send(put, { abortSignal: signal });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
