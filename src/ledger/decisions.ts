import type { Pseudonym } from "../store/identity.ts";
import type { LedgerEntry, Recorded, StoredDecision } from "./entry.ts";
import { expiryOf } from "./expiry.ts";
import type { LedgerTable } from "./items.ts";
import { type PackedHead, putPacked, readPacked } from "./packed.ts";
import { packRecords, storedForm, unpackRecords } from "./record.ts";

/** A decision's own item; parts and reviews stand beside it under the same `pk`. */
export const DECISION = "decision";

/** Where decisions are stored, for how long, and under which names. */
export interface DecisionStore extends LedgerTable {
  readonly pseudonym: Pseudonym;
  /** Days until a decision may be deleted. */
  readonly retentionDays: number;
}

/** Stores a decision once, under its own id. */
export async function storeDecision(entry: LedgerEntry, store: DecisionStore): Promise<Recorded> {
  const stored = storedForm(entry, store.pseudonym);
  const put = await putPacked(headOf(stored, store), await packRecords([stored]), store);
  if (put === "taken") return ownOrTaken(entry, store);
  return { kind: put === "put" ? "recorded" : "too-large" };
}

/** The client tries a put again when its answer got lost, and then finds its own item. */
async function ownOrTaken({ record }: LedgerEntry, store: DecisionStore): Promise<Recorded> {
  const stored = await readDecision(record.id, store);
  return { kind: stored?.receipt === record.receipt ? "recorded" : "taken" };
}

function headOf(
  { id, issuedAt, caller, decision, applicant }: StoredDecision,
  store: DecisionStore,
): PackedHead {
  return {
    pk: { S: id },
    sk: { S: DECISION },
    applicant: { S: applicant.pseudonym },
    service: { S: decision.service },
    asOf: { S: decision.asOf },
    outcome: { S: decision.outcome },
    policyDigest: { S: decision.policy.digest },
    issuedAt: { S: issuedAt },
    caller: { S: caller },
    expires: expiryOf(issuedAt, store.retentionDays),
  };
}

/** Reads a decision that has an item of its own, with its parts; null where there is none. */
export async function readDecision(id: string, store: LedgerTable): Promise<StoredDecision | null> {
  const stored = await readPacked(id, DECISION, store);
  if (stored === null) return null;
  const [decision] = await unpackRecords(stored.packed);
  return decision ?? null;
}
