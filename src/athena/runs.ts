import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";

/** One run over an upload: who asked for what, and the query that decides it. */
export interface BulkRun {
  readonly id: string;
  /** The client that asked. Nobody else may look. */
  readonly client: string;
  readonly service: string;
  readonly asOf: string;
  /** The policy's first day, its status and its digest. */
  readonly from: string;
  readonly status: string;
  readonly digest: string;
  readonly upload: string;
  /** Athena's name of the query. */
  readonly query: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** Where runs are kept as long as their results. Throws the database's own errors. */
export interface BulkRuns extends BulkRunReader {
  /** Keeps a run; gives what stands under its id, where another try was earlier. */
  readonly keep: (run: BulkRun) => Promise<BulkRun>;
}

export interface BulkRunReader {
  readonly find: (id: string) => Promise<BulkRun | null>;
}

export interface BulkRunsOptions extends BulkRunTable {
  /** How long a run is found. */
  readonly days: number;
}

export interface BulkRunTable {
  readonly client: DynamoDBClient;
  /** The table of claims: its items are as short-lived. */
  readonly table: string;
  readonly clock: () => Date;
}

const FIELDS = [
  "client",
  "service",
  "asOf",
  "from",
  "status",
  "digest",
  "upload",
  "query",
  "startedAt",
] as const;

const A_DAY = 86_400;

export function createBulkRuns(options: BulkRunsOptions): BulkRuns {
  const { client, table, days, clock } = options;
  const reader = createBulkRunReader(options);
  return {
    ...reader,
    keep: async (run) => {
      const fields = FIELDS.map((name) => [name, { S: run[name] }] as const);
      const Item = {
        pk: { S: keyOf(run.id) },
        ...Object.fromEntries(fields),
        expires: { N: String(secondsOf(clock()) + days * A_DAY) },
      };
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item,
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return run;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return (await reader.find(run.id)) ?? run;
      }
    },
  };
}

/** What has expired by our own clock is not found: DynamoDB deletes late. */
export function createBulkRunReader({ client, table, clock }: BulkRunTable): BulkRunReader {
  return {
    find: async (id) => {
      const Key = { pk: { S: keyOf(id) } };
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
      );
      if (Item === undefined || Number(Item["expires"]?.N) <= secondsOf(clock())) return null;
      const text = (name: (typeof FIELDS)[number]) => Item[name]?.S ?? "";
      return {
        id,
        client: text("client"),
        service: text("service"),
        asOf: text("asOf"),
        from: text("from"),
        status: text("status"),
        digest: text("digest"),
        upload: text("upload"),
        query: text("query"),
        startedAt: text("startedAt"),
      };
    },
  };
}

/** Keys of claims begin with a client's name, which is never empty and has no `#`. */
function keyOf(id: string): string {
  return `#bulk#${id}`;
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
