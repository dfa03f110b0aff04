import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { writeItems } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import type { Roster } from "./roster.ts";
import { memberItem, memberKey, rosterItem } from "./snapshot-items.ts";

export interface RosterTarget {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pseudonym: Pseudonym;
}

/**
 * Writes a roster's members under their snapshot and only then names the snapshot as the one in
 * use, so that whoever looks someone up meanwhile sees the whole old one or the whole new one.
 */
export async function loadRoster(
  { client, table, pseudonym }: RosterTarget,
  roster: Roster,
  signal: AbortSignal,
): Promise<void> {
  const items = roster.members.map((member) =>
    memberItem(memberKey(roster.snapshot, pseudonym("nik", member.nik)), member),
  );
  await writeItems(client, table, items, signal);
  await writeItems(client, table, [rosterItem(roster)], signal);
}
