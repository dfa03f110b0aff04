import type { StoredItem } from "../store/batches.ts";
import { type ApplicantsTable, putMissingRows, putRows } from "./applicants.ts";
import type { BatchPlace } from "./batch-id.ts";
import { type DecisionStore, readDecision, storeDecision } from "./decisions.ts";
import type {
  ChunkIds,
  LedgerChunk,
  LedgerEntry,
  StandingDecision,
  StoredDecision,
} from "./entry.ts";
import { expiryOf } from "./expiry.ts";
import type { LedgerTable } from "./items.ts";
import { type PackedHead, partKeysOf, putPacked, readPacked } from "./packed.ts";
import { packRecords, storedForm, unpackRecords } from "./record.ts";

/** Where the chunks of batches are stored, and who is in them. */
export type ChunkStore = DecisionStore & ApplicantsTable;

/** Some decisions of a batch, stored together. */
export interface StoredChunk {
  /** Seconds since 1970 from which a decision in it is told no more, unless it was reviewed. */
  readonly ends: number;
  /** The sort keys of its items, its head last. */
  readonly keys: readonly string[];
  readonly decisions: readonly StoredDecision[];
}

/** What a chunk is found by. The batch's id itself is that of its first decision. */
export function chunkKey({ batch, chunk }: Pick<BatchPlace, "batch" | "chunk">) {
  return { pk: `batch#${batch}`, sk: `chunk#${chunk.toString(16)}` };
}

/**
 * Stores the decisions of a chunk by one conditional put, then who they are about, and tells for
 * each what stands under its id: whoever stored the chunk first decided. A decision that the stored
 * chunk lacks was refused on that first try, and gets an item of its own.
 */
export async function storeChunk(
  chunk: LedgerChunk,
  store: ChunkStore,
  signal: AbortSignal,
): Promise<readonly StandingDecision[]> {
  const stored = (await putChunk(chunk, store, signal)) ?? (await recall(chunk, store, signal));
  if (stored === null) throw new Error("a chunk is taken by nothing");
  const records = new Map(stored.decisions.map((decision) => [decision.id, decision]));
  return Promise.all(
    chunk.entries.map((entry) => {
      const record = records.get(entry.record.id);
      return record === undefined ? storeAlone(entry, store) : { kind: "stands" as const, record };
    }),
  );
}

/** Puts a chunk and who is in it, and gives it; null where another stands there. */
async function putChunk(
  chunk: LedgerChunk,
  store: ChunkStore,
  signal: AbortSignal,
): Promise<StoredChunk | null> {
  const decisions = chunk.entries.map((entry) => storedForm(entry, store.pseudonym));
  const { pk, sk } = chunkKey(chunk);
  const issuedAt = decisions[0]?.issuedAt ?? "";
  const expires = expiryOf(issuedAt, store.retentionDays);
  const head: PackedHead = {
    pk: { S: pk },
    sk: { S: sk },
    issuedAt: { S: issuedAt },
    ends: expires,
    expires,
  };
  const put = await putPacked(head, await packRecords(decisions), store);
  if (put === "put") {
    const stored = storedChunk(head, decisions);
    await putRows(decisions, stored.ends, store, signal);
    return stored;
  }
  // A chunk without decisions settles for every other try that each stands alone.
  if (put === "too-large") await putPacked(head, await packRecords([]), store);
  return null;
}

async function storeAlone(entry: LedgerEntry, store: ChunkStore): Promise<StandingDecision> {
  const { kind } = await storeDecision(entry, store);
  if (kind === "too-large") return { kind };
  if (kind === "recorded") return { kind: "stands", record: entry.record };
  const first = await readDecision(entry.record.id, store);
  if (first === null) throw new Error("an id is taken by nothing");
  return { kind: "stands", record: first };
}

/** A chunk as it stands, read consistently; null where there is none. */
export async function readChunk(
  place: Pick<BatchPlace, "batch" | "chunk">,
  store: LedgerTable,
): Promise<StoredChunk | null> {
  const { pk, sk } = chunkKey(place);
  const stored = await readPacked(pk, sk, store);
  if (stored === null) return null;
  return storedChunk(stored.head, await unpackRecords(stored.packed));
}

function storedChunk(head: StoredItem, decisions: readonly StoredDecision[]): StoredChunk {
  const ends = Number(head["ends"]?.N);
  return { ends, keys: [...partKeysOf(head), head["sk"]?.S ?? ""], decisions };
}

/**
 * A chunk that another try stored, null where none did. Who is in it is put where it lacks: that try
 * may have broken off before.
 */
async function recall(
  place: Pick<BatchPlace, "batch" | "chunk">,
  store: ChunkStore,
  signal: AbortSignal,
): Promise<StoredChunk | null> {
  const stored = await readChunk(place, store);
  if (stored !== null) await putMissingRows(stored.decisions, stored.ends, store, signal);
  return stored;
}

/** What an earlier try stored of a chunk. */
export async function recallChunk(
  { ids, ...place }: ChunkIds,
  store: ChunkStore,
  signal: AbortSignal,
): Promise<readonly StoredDecision[]> {
  const stored = await recall(place, store, signal);
  if (stored === null) return [];
  const inChunk = new Map(stored.decisions.map((decision) => [decision.id, decision]));
  const found = ids.map(async (id) => inChunk.get(id) ?? (await readDecision(id, store)));
  return (await Promise.all(found)).flatMap((decision) => decision ?? []);
}
