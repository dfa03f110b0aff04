import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Pseudonyms } from "../store/identity.ts";

/** The table that holds rosters, and how people are named in it. */
export interface RosterTarget extends Pseudonyms {
  readonly client: DynamoDBClient;
  readonly table: string;
}
