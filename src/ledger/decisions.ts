import { randomUUID } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import type { Pseudonym } from "../store/identity.ts";
import type { LedgerEntry, Recorded, StoredDecision } from "./entry.ts";
import { type LedgerTable, putNew, readAll } from "./items.ts";
import { MOST_PART_BYTES, MOST_PARTS, packRecord, partsOf, unpackRecord } from "./record.ts";

/** A decision's own item; parts and reviews stand beside it under the same `pk`. */
export const DECISION = "decision";

const SECONDS_A_DAY = 86_400;

/** Where decisions are stored, for how long, and under which names. */
export interface DecisionStore extends LedgerTable {
  readonly pseudonym: Pseudonym;
  /** Days until a decision may be deleted. */
  readonly retentionDays: number;
}

/** Stores a decision once: its parts first where it is large, its own item last. */
export async function storeDecision(entry: LedgerEntry, store: DecisionStore): Promise<Recorded> {
  const record = await packRecord(entry, store.pseudonym);
  if (record.byteLength > MOST_PARTS * MOST_PART_BYTES) return { kind: "too-large" };
  const head = headOf(entry, store);
  const parts = partsOf(record);
  if (parts.length === 1) {
    const isNew = await putNew(store, { ...head, record: { B: record } });
    return isNew ? { kind: "recorded" } : ownOrTaken(entry, store);
  }
  // Two who store under one id must not mix their parts.
  const writing = randomUUID();
  for (const [index, part] of parts.entries()) {
    const sk = { S: partKey(writing, index) };
    const pk = { S: entry.record.id };
    await putNew(store, { pk, sk, expires: expiry(entry, store), part: { B: part } });
  }
  const isNew = await putNew(store, {
    ...head,
    writing: { S: writing },
    parts: { N: String(parts.length) },
  });
  return isNew ? { kind: "recorded" } : ownOrTaken(entry, store);
}

function partKey(writing: string, index: number): string {
  return `part#${writing}#${String(index).padStart(3, "0")}`;
}

/** The client tries a put again when its answer got lost, and then finds its own item. */
async function ownOrTaken({ record }: LedgerEntry, store: DecisionStore): Promise<Recorded> {
  const stored = await findDecision(record.id, store);
  return { kind: stored?.receipt === record.receipt ? "recorded" : "taken" };
}

function headOf({ record, applicant }: LedgerEntry, store: DecisionStore): StoredItem {
  const { id, issuedAt, caller, decision } = record;
  return {
    pk: { S: id },
    sk: { S: DECISION },
    applicant: { S: store.pseudonym(applicant.kind, applicant.number) },
    service: { S: decision.service },
    asOf: { S: decision.asOf },
    outcome: { S: decision.outcome },
    policyDigest: { S: decision.policy.digest },
    issuedAt: { S: issuedAt },
    caller: { S: caller },
    expires: expiry({ record }, store),
  };
}

/** In seconds since 1970, as DynamoDB's time to live wants it. */
function expiry(
  { record }: Pick<LedgerEntry, "record">,
  { retentionDays }: DecisionStore,
): AttributeValue {
  const seconds = Math.floor(Date.parse(record.issuedAt) / 1000);
  return { N: String(seconds + retentionDays * SECONDS_A_DAY) };
}

/** Reads a decision with its parts; null where there is none. */
export async function findDecision(id: string, store: LedgerTable): Promise<StoredDecision | null> {
  const [head] = await readAll(store, id, DECISION);
  if (head === undefined) return null;
  const whole = head["record"]?.B;
  if (whole !== undefined) return unpackRecord(whole);
  const writing = head["writing"]?.S ?? "";
  const items = await readAll(store, id, `part#${writing}#`);
  const parts = items.flatMap(({ part }) => part?.B ?? []);
  if (parts.length !== Number(head["parts"]?.N)) throw new Error("parts of a decision are missing");
  return unpackRecord(Buffer.concat(parts));
}
