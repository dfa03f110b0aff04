import { randomUUID } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { StoredItem } from "../store/batches.ts";
import { type LedgerTable, putNew, readAll } from "./items.ts";
import { MOST_PART_BYTES, MOST_PARTS, partsOf } from "./record.ts";

/** The item under which something packed is found, without what is packed. */
export interface PackedHead extends StoredItem {
  readonly pk: AttributeValue.SMember;
  readonly sk: AttributeValue.SMember;
  readonly expires: AttributeValue.NMember;
}

/** `taken`: something stands there already, and stays. `too-large`: nothing was stored. */
export type Put = "put" | "taken" | "too-large";

/** Puts what was packed into one new item, or, where it is large, its parts first and the head last. */
export async function putPacked(
  head: PackedHead,
  packed: Uint8Array,
  store: LedgerTable,
): Promise<Put> {
  if (packed.byteLength > MOST_PARTS * MOST_PART_BYTES) return "too-large";
  const parts = partsOf(packed);
  if (parts.length === 1) return told(await putNew(store, { ...head, record: { B: packed } }));
  const { pk, expires } = head;
  // Two who store under one key must not mix their parts.
  const writing = randomUUID();
  for (const [index, part] of parts.entries()) {
    await putNew(store, { pk, sk: { S: partKey(writing, index) }, expires, part: { B: part } });
  }
  const count = { N: String(parts.length) };
  return told(await putNew(store, { ...head, writing: { S: writing }, parts: count }));
}

function told(isNew: boolean): Put {
  return isNew ? "put" : "taken";
}

function partKey(writing: string, index: number): string {
  return `${partsOfWriting(writing)}${String(index).padStart(3, "0")}`;
}

function partsOfWriting(writing: string): string {
  return `part#${writing}#`;
}

/** The sort keys of the parts that belong to a head; none where it holds all itself. */
export function partKeysOf(head: StoredItem): readonly string[] {
  const writing = head["writing"]?.S;
  if (writing === undefined) return [];
  return Array.from({ length: Number(head["parts"]?.N) }, (_, index) => partKey(writing, index));
}

/** A head as it stands, with what {@link putPacked} put there; null where there is nothing. */
export async function readPacked(
  pk: string,
  sk: string,
  store: LedgerTable,
): Promise<{ readonly head: StoredItem; readonly packed: Uint8Array } | null> {
  const [head] = await readAll(store, pk, sk);
  if (head === undefined) return null;
  const whole = head["record"]?.B;
  if (whole !== undefined) return { head, packed: whole };
  const items = await readAll(store, pk, partsOfWriting(head["writing"]?.S ?? ""));
  const parts = items.flatMap(({ part }) => part?.B ?? []);
  if (parts.length !== Number(head["parts"]?.N)) throw new Error("parts of a record are missing");
  return { head, packed: Buffer.concat(parts) };
}
