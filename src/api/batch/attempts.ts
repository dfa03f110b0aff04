import { ITEMS_A_CHUNK, itemId } from "../../ledger/batch-id.ts";
import type { DecisionRecord } from "../../ledger/entry.ts";
import type { Caller } from "../access/caller.ts";
import { refuseForeignService } from "../access/refusals.ts";
import { type Admitted, admit } from "../decisions/handle.ts";
import type { Policies } from "../decisions/policies.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import type { Refusal } from "../problems/refusal.ts";
import { type Asked, readRequest } from "../request/read-request.ts";
import { callLedger } from "./ledger-call.ts";
import { refusalFrom } from "./refusals.ts";
import { inTurns } from "./turns.ts";

/** What became of one item. */
export type ItemResult =
  | { readonly kind: "issued"; readonly record: DecisionRecord }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** An item that is settled before the registry is asked, or one that is still to be decided. */
export type Attempt =
  | ItemResult
  | { readonly kind: "admitted"; readonly id: string; readonly admitted: Admitted };

/** An item whose body can be read, or not. */
type Reading =
  | { readonly kind: "readable"; readonly id: string; readonly asked: Asked }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface BatchOrder {
  readonly batch: string;
  readonly items: readonly unknown[];
  readonly caller: Caller;
  readonly at: Date;
  /** True where the batch came before: what is stored of it is answered again. */
  readonly repeated: boolean;
}

/**
 * How far each item comes without the registry: refused, decided before, or ready to be decided.
 * @throws Refusal `ledger-unavailable` where what was decided before cannot be read.
 */
export async function attemptItems(
  order: BatchOrder,
  policies: Policies,
  dependencies: DecisionDependencies,
  milliseconds: number,
): Promise<readonly Attempt[]> {
  const readings = await inTurns(order.items, (item, index) =>
    read(item, itemId(order.batch, index), order, dependencies),
  );
  const decided = order.repeated
    ? await recalled(order.batch, readings, dependencies, milliseconds)
    : new Map<string, DecisionRecord>();
  return inTurns(readings, (reading) => {
    if (reading.kind === "refused") return reading;
    const { id, asked } = reading;
    // What was decided stays decided, though today's rules might not even admit it.
    const record = decided.get(id);
    if (record !== undefined) return { kind: "issued", record };
    try {
      const admitted = admit(asked, order.at, policies, dependencies);
      return { kind: "admitted", id, admitted };
    } catch (error) {
      return { kind: "refused", refusal: refusalFrom(error, dependencies) };
    }
  });
}

async function read(
  item: unknown,
  id: string,
  { caller }: BatchOrder,
  dependencies: DecisionDependencies,
): Promise<Reading> {
  try {
    const asked = await readRequest(item);
    // What does not exist is told as such, with what was meant.
    if (dependencies.pack.services.has(asked.service)) refuseForeignService(caller, asked.service);
    return { kind: "readable", id, asked };
  } catch (error) {
    return { kind: "refused", refusal: refusalFrom(error, dependencies) };
  }
}

/** What an earlier try of the batch decided, by the items' ids. */
async function recalled(
  batch: string,
  readings: readonly Reading[],
  dependencies: DecisionDependencies,
  milliseconds: number,
): Promise<ReadonlyMap<string, DecisionRecord>> {
  const found = await callLedger(milliseconds, dependencies, (ledger, signal) =>
    Promise.all(
      chunksOf(readings).map((readable, chunk) => {
        const ids = readable.flatMap((reading) => (reading.kind === "readable" ? reading.id : []));
        return ledger.recallChunk({ batch, chunk, ids }, signal);
      }),
    ),
  );
  return new Map(found.flat().map((record) => [record.id, record]));
}

/** Cuts a batch where the ledger cuts it. */
export function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / ITEMS_A_CHUNK);
  return Array.from({ length: count }, (_, chunk) =>
    items.slice(chunk * ITEMS_A_CHUNK, (chunk + 1) * ITEMS_A_CHUNK),
  );
}
