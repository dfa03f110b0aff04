import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";

/** The tables by their use; every deployment names them itself. */
export interface TableNames {
  readonly coverage: string;
  readonly decisions: string;
  readonly claims: string;
  readonly applicants: string;
}

/** The index that finds decisions by whom they are about, ordered by time. */
export const BY_APPLICANT = "by-applicant";

/**
 * How each table is keyed. `coverage`: one item a member and snapshot, and one that names the
 * snapshot in use. `decisions`: `pk` is the id of a decision or a batch, `sk` the part of its record.
 * `claims`: one item a client and idempotency key, and one a bulk run. `applicants`: one item a decision of a batch, `pk`
 * whom it is about and `sk` its id.
 */
export function tableDefinitions(names: TableNames): readonly CreateTableCommandInput[] {
  return [
    table(names.coverage, ["pk"]),
    withApplicants(table(names.decisions, ["pk", "sk"])),
    table(names.claims, ["pk"]),
    table(names.applicants, ["pk", "sk"]),
  ];
}

function table(
  name: string,
  keys: readonly ["pk"] | readonly ["pk", "sk"],
): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: "S" })),
    KeySchema: keys.map((key) => ({
      AttributeName: key,
      KeyType: key === "pk" ? "HASH" : "RANGE",
    })),
  };
}

function withApplicants(definition: CreateTableCommandInput): CreateTableCommandInput {
  return {
    ...definition,
    AttributeDefinitions: [
      ...(definition.AttributeDefinitions ?? []),
      { AttributeName: "applicant", AttributeType: "S" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: BY_APPLICANT,
        KeySchema: [
          { AttributeName: "applicant", KeyType: "HASH" },
          { AttributeName: "pk", KeyType: "RANGE" },
        ],
        Projection: {
          ProjectionType: "INCLUDE",
          NonKeyAttributes: ["issuedAt", "service", "asOf", "outcome", "expires"],
        },
      },
    ],
  };
}

const MOST_LOOKS = 50;
const MILLISECONDS_BETWEEN = 20;

/** Creates the tables that are missing and waits until they answer. For one machine only. */
export async function ensureTables(client: DynamoDBClient, names: TableNames): Promise<void> {
  for (const definition of tableDefinitions(names)) {
    if (await isActive(client, definition.TableName)) continue;
    try {
      await client.send(new CreateTableCommand(definition));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
    for (let look = 0; !(await isActive(client, definition.TableName)); look++) {
      if (look === MOST_LOOKS) throw new Error(`table ${definition.TableName} does not get ready`);
      await new Promise((resolve) => setTimeout(resolve, MILLISECONDS_BETWEEN));
    }
  }
}

async function isActive(client: DynamoDBClient, name: string | undefined): Promise<boolean> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus === "ACTIVE";
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
