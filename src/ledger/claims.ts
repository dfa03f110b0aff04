import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";

/** What a client's idempotency key stands for. */
export interface Claim {
  readonly client: string;
  readonly key: string;
  /** Names the request: HMAC over its canonical body with route and language. */
  readonly fingerprint: string;
  /** The id that the decision will have. */
  readonly decision: string;
  readonly at: Date;
}

/** The claim that holds: one's own, or that of the request which came first. */
export interface HeldClaim {
  readonly fingerprint: string;
  readonly decision: string;
}

/** Where requests that may be sent twice are claimed. Throws the database's own errors. */
export interface Claims {
  readonly claim: (claim: Claim) => Promise<HeldClaim>;
}

export interface ClaimsOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** How long a key stands for the same request; a day unless stated. */
  readonly seconds?: number;
}

const A_DAY = 86_400;
const MOST_TRIES = 3;

/**
 * Claims in DynamoDB. A claim is accepted where there is none or the former has expired by our own
 * clock: DynamoDB deletes late, and the embedded database never does.
 */
export function createClaims({ client, table, seconds = A_DAY }: ClaimsOptions): Claims {
  const put = async ({ fingerprint, decision, at, ...claim }: Claim) => {
    const now = Math.floor(at.getTime() / 1000);
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: {
          pk: { S: keyOf(claim) },
          fingerprint: { S: fingerprint },
          decision: { S: decision },
          expires: { N: String(now + seconds) },
        },
        ConditionExpression: "attribute_not_exists(pk) OR expires <= :now",
        ExpressionAttributeValues: { ":now": { N: String(now) } },
      }),
    );
  };
  const read = async (claim: Claim): Promise<HeldClaim | null> => {
    const Key = { pk: { S: keyOf(claim) } };
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    const fingerprint = Item?.["fingerprint"]?.S;
    const decision = Item?.["decision"]?.S;
    return fingerprint === undefined || decision === undefined ? null : { fingerprint, decision };
  };
  return {
    claim: async (claim) => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        try {
          await put(claim);
          return claim;
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        }
        const held = await read(claim);
        if (held !== null) return held;
      }
      throw new Error("a claim comes and goes");
    },
  };
}

/** Keys are the client's own; its name has no `#`, so that two clients never share one. */
function keyOf({ client, key }: Pick<Claim, "client" | "key">): string {
  return `${encodeURIComponent(client)}#${key}`;
}
