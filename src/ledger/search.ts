import { QueryCommand } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import { BY_APPLICANT } from "../store/tables.ts";
import type { DecisionHead, LedgerSearch } from "./entry.ts";
import type { LedgerTable } from "./items.ts";

/** DynamoDB is asked at most so often for one search. */
const MOST_PAGES = 20;

/**
 * Finds decisions about an applicant, the latest first: ids are ordered by time. Under each name
 * that the applicant has had, so that decisions from before the identity key changed are found.
 */
export async function searchDecisions(
  search: LedgerSearch,
  pseudonyms: readonly Pseudonym[],
  store: LedgerTable,
): Promise<readonly DecisionHead[]> {
  const { applicant, most } = search;
  const names = new Set(pseudonyms.map((named) => named(applicant.kind, applicant.number)));
  const found = await Promise.all([...names].map((name) => searchName(name, search, store)));
  return found
    .flat()
    .sort((first, second) => (first.id < second.id ? 1 : -1))
    .slice(0, most);
}

async function searchName(
  name: string,
  search: LedgerSearch,
  { client, table }: LedgerTable,
): Promise<readonly DecisionHead[]> {
  const heads: DecisionHead[] = [];
  let start: StoredItem | undefined;
  for (let page = 0; page < MOST_PAGES && heads.length < search.most; page++) {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: BY_APPLICANT,
        KeyConditionExpression: "applicant = :applicant",
        ExpressionAttributeValues: { ":applicant": { S: name } },
        ScanIndexForward: false,
        ExclusiveStartKey: start,
      }),
    );
    heads.push(...(answer.Items ?? []).map(headOf).filter((head) => isMeant(head, search)));
    start = answer.LastEvaluatedKey;
    if (start === undefined) break;
  }
  return heads;
}

function isMeant(head: DecisionHead, { service, mayTell, from, to }: LedgerSearch): boolean {
  return (
    (mayTell === undefined || mayTell(head.service)) &&
    (service === undefined || head.service === service) &&
    (from === undefined || head.issuedAt >= from) &&
    (to === undefined || head.issuedAt <= to)
  );
}

function headOf(item: StoredItem): DecisionHead {
  const text = (name: string) => item[name]?.S ?? "";
  return {
    id: text("pk"),
    issuedAt: text("issuedAt"),
    service: text("service"),
    asOf: text("asOf"),
    outcome: text("outcome"),
  };
}
