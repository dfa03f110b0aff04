import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import type { Ledger, LedgerEntry, Recorded } from "./entry.ts";
import { MOST_BYTES, packRecord } from "./record.ts";
import { timeOrderedId } from "./time-ordered-id.ts";

export interface LedgerOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pseudonym: Pseudonym;
  /** Makes ids; time-ordered random ones unless stated. */
  readonly newId?: (at: Date) => string;
}

/** An id that is taken twice means that something is wrong with the ids, not bad luck. */
const MOST_IDS = 3;

/** A decision's own item; parts and reviews may stand beside it under the same `pk`. */
const DECISION = "decision";

/** A ledger in DynamoDB. It only ever puts items that do not exist yet. */
export function createLedger(options: LedgerOptions): Ledger {
  const { newId = timeOrderedId } = options;
  return {
    record: async (entry) => {
      for (let ids = 0; ids < MOST_IDS; ids++) {
        const recorded = await recordAs(newId(entry.decidedAt), entry, options);
        if (recorded !== null) return recorded;
      }
      return { kind: "unavailable", cause: new Error("every id was taken") };
    },
  };
}

/** `null`: another decision has this id. */
async function recordAs(
  id: string,
  entry: LedgerEntry,
  options: LedgerOptions,
): Promise<Recorded | null> {
  const { client, table, pseudonym } = options;
  const record = await packRecord(id, entry, pseudonym);
  if (record.byteLength > MOST_BYTES) return { kind: "too-large" };
  const item = itemOf(id, record, entry, pseudonym);
  try {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: item,
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    );
    return { kind: "recorded", id };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return ownOrNull(id, record, options);
    return { kind: "unavailable", cause: error };
  }
}

/** The client tries a put again when its answer got lost, and then finds its own item. */
async function ownOrNull(
  id: string,
  record: Uint8Array,
  { client, table }: LedgerOptions,
): Promise<Recorded | null> {
  try {
    const stored = await storedRecord(client, table, id);
    const isOwn = stored !== null && Buffer.compare(stored, record) === 0;
    return isOwn ? { kind: "recorded", id } : null;
  } catch (error) {
    return { kind: "unavailable", cause: error };
  }
}

function itemOf(
  id: string,
  record: Uint8Array,
  { applicant, decidedAt, decision }: LedgerEntry,
  pseudonym: Pseudonym,
): StoredItem {
  return {
    pk: { S: id },
    sk: { S: DECISION },
    applicant: { S: pseudonym(applicant.kind, applicant.number) },
    service: { S: decision.service },
    asOf: { S: decision.asOf },
    outcome: { S: decision.outcome },
    policyDigest: { S: decision.policy.digest },
    decidedAt: { S: decidedAt.toISOString() },
    record: { B: record },
  };
}

/** The stored record of a decision, compressed, or null where there is none. */
export async function storedRecord(
  client: DynamoDBClient,
  table: string,
  id: string,
): Promise<Uint8Array | null> {
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: "pk = :id AND sk = :part",
      ExpressionAttributeValues: { ":id": { S: id }, ":part": { S: DECISION } },
    }),
  );
  return answer.Items?.[0]?.["record"]?.B ?? null;
}
