import type { LedgerEntry, StandingDecision } from "../../ledger/entry.ts";
import type { CoverageByNik } from "../decisions/coverage.ts";
import { tooLarge } from "../decisions/record.ts";
import type { DecisionDependencies, TimeLimits } from "../dependencies.ts";
import { Refusal } from "../problems/refusal.ts";
import type { Attempt, BatchOrder, ItemResult } from "./attempts.ts";
import { callLedger } from "./ledger-call.ts";
import { type Made, makeEntries } from "./make-entries.ts";
import { unfinished } from "./refusals.ts";

/** What became of the items of a chunk, and what keeps the next from being begun. */
export interface ChunkSettled {
  readonly results: readonly ItemResult[];
  readonly stopped: Refusal | null;
}

export interface ChunkOrder {
  readonly order: BatchOrder;
  /** Which of the batch's chunks it is, from 0. */
  readonly chunk: number;
  readonly items: readonly Attempt[];
  readonly coverage: ReadonlyMap<string, CoverageByNik>;
  readonly limits: TimeLimits;
}

/** Decides the items of a chunk and stores them together: what is not recorded is not issued. */
export async function settleChunk(
  { order, chunk, items, coverage, limits }: ChunkOrder,
  dependencies: DecisionDependencies,
): Promise<ChunkSettled> {
  const end = order.at.getTime() + limits.batch;
  const left = () => end - dependencies.clock().getTime();
  // A chunk that is begun has the time to be stored.
  if (items.some(({ kind }) => kind === "admitted") && left() < limits.ledger) {
    return stoppedBy(unfinished(), items);
  }
  const made = await makeEntries({ order, items, coverage, left }, dependencies);
  const entries = made.flatMap((item) => (item.kind === "made" ? item.value : []));
  const milliseconds = Math.min(limits.ledger, left());
  if (milliseconds <= 0) return stoppedBy(unfinished(), made);
  try {
    const standing = await store(
      entries,
      { batch: order.batch, chunk },
      milliseconds,
      dependencies,
    );
    const inOrder = standing.values();
    const results = made.map((item) =>
      item.kind === "made" ? resultOf(inOrder.next().value) : item,
    );
    return { results, stopped: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return stoppedBy(error, made);
  }
}

/** @throws Refusal `ledger-unavailable` */
async function store(
  entries: readonly LedgerEntry[],
  place: { readonly batch: string; readonly chunk: number },
  milliseconds: number,
  dependencies: DecisionDependencies,
): Promise<readonly StandingDecision[]> {
  if (entries.length === 0) return [];
  return callLedger(milliseconds, dependencies, async (ledger, signal) => {
    const answer = await ledger.recordChunk({ ...place, entries }, signal);
    if (answer.kind === "unavailable") throw answer.cause;
    return answer.decisions;
  });
}

function resultOf(standing: StandingDecision | undefined): ItemResult {
  if (standing?.kind === "stands") return { kind: "issued", record: standing.record };
  return { kind: "refused", refusal: tooLarge() };
}

function stoppedBy(
  refusal: Refusal,
  items: readonly (Attempt | Made<LedgerEntry>)[],
): ChunkSettled {
  return { results: refuseUnsettled(items, refusal), stopped: refusal };
}

/** Refuses whatever of a chunk is not settled yet. */
export function refuseUnsettled(
  items: readonly (Attempt | Made<LedgerEntry>)[],
  refusal: Refusal,
): readonly ItemResult[] {
  return items.map((item) =>
    item.kind === "issued" || item.kind === "refused" ? item : { kind: "refused", refusal },
  );
}
