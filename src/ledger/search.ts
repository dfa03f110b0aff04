import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import { BY_APPLICANT } from "../store/tables.ts";
import type { ApplicantsTable } from "./applicants.ts";
import type { DecisionHead, LedgerSearch } from "./entry.ts";
import { isExpired } from "./expiry.ts";
import type { LedgerTable } from "./items.ts";

/** DynamoDB is asked at most so often for one name at one place. */
const MOST_PAGES = 20;

type SearchStore = LedgerTable & ApplicantsTable;

/**
 * Finds decisions about an applicant, the latest first: ids are ordered by time. Under each name
 * that the applicant has had, so that decisions from before the identity key changed are found.
 */
export async function searchDecisions(
  search: LedgerSearch,
  pseudonyms: readonly Pseudonym[],
  store: SearchStore,
): Promise<readonly DecisionHead[]> {
  const { applicant, most } = search;
  const names = new Set(pseudonyms.map((named) => named(applicant.kind, applicant.number)));
  const queries = [...names].flatMap((name) => queriesFor(name, store));
  const found = await Promise.all(queries.map((query) => searchBy(query, search, store)));
  return found
    .flat()
    .sort((first, second) => (first.id < second.id ? 1 : -1))
    .slice(0, most);
}

/** Decisions asked for alone are found by an index of their own items, those of batches by rows. */
function queriesFor(name: string, store: SearchStore): readonly QueryCommandInput[] {
  const latestOf = { ExpressionAttributeValues: { ":name": { S: name } }, ScanIndexForward: false };
  return [
    {
      ...latestOf,
      TableName: store.table,
      IndexName: BY_APPLICANT,
      KeyConditionExpression: "applicant = :name",
    },
    {
      ...latestOf,
      TableName: store.applicants,
      KeyConditionExpression: "pk = :name",
      ConsistentRead: true,
    },
  ];
}

async function searchBy(
  query: QueryCommandInput,
  search: LedgerSearch,
  { client, clock = () => new Date() }: SearchStore,
): Promise<readonly DecisionHead[]> {
  const now = clock();
  const heads: DecisionHead[] = [];
  let start: StoredItem | undefined;
  for (let page = 0; page < MOST_PAGES && heads.length < search.most; page++) {
    const answer = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: start }));
    const kept = (answer.Items ?? []).filter((item) => !isExpired(item, now));
    heads.push(...kept.map(headOf).filter((head) => isMeant(head, search)));
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

/** The index holds items of decisions, whose `pk` is the id; in a row it is the sort key. */
function headOf(item: StoredItem): DecisionHead {
  const text = (name: string) => item[name]?.S ?? "";
  return {
    id: text(item["applicant"] === undefined ? "sk" : "pk"),
    issuedAt: text("issuedAt"),
    service: text("service"),
    asOf: text("asOf"),
    outcome: text("outcome"),
  };
}
