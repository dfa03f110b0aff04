import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Pseudonyms } from "../store/identity.ts";

/** The table that holds rosters. */
export interface RosterTable {
  readonly client: DynamoDBClient;
  /** Its name. */
  readonly table: string;
}

/** The table that holds rosters, and how people are named in it. */
export interface RosterTarget extends RosterTable, Pseudonyms {}
