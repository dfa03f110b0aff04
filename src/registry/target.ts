import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Pseudonym } from "../store/identity.ts";

/** The table that holds rosters, and how people are named in it. */
export interface RosterTarget {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pseudonym: Pseudonym;
}
