import type { CoverageByNik } from "../decisions/coverage.ts";
import { type Admitted, lookUp } from "../decisions/handle.ts";
import type { Policies } from "../decisions/policies.ts";
import { DEFAULT_TIME_LIMITS, type DecisionDependencies } from "../dependencies.ts";
import type { Refusal } from "../problems/refusal.ts";
import {
  type Attempt,
  attemptItems,
  type BatchOrder,
  chunksOf,
  type ItemResult,
} from "./attempts.ts";
import { type ChunkSettled, refuseUnsettled, settleChunk } from "./settle-chunk.ts";

/**
 * Decides every item for itself, in order; the registry is read once for each day asked about.
 * Decisions are stored a chunk at a time. Once the ledger fails, or the batch's time is nearly over,
 * no further chunk is begun.
 * @throws Refusal `ledger-unavailable`, `batch-unfinished` where for that there is no decision at all.
 */
export async function decideItems(
  order: BatchOrder,
  policies: Policies,
  dependencies: DecisionDependencies,
): Promise<readonly ItemResult[]> {
  const limits = { ...DEFAULT_TIME_LIMITS, ...dependencies.timeLimits };
  const attempts = await attemptItems(order, policies, dependencies, limits.ledger);
  const coverage = await coverageByDay(attempts, order.at, dependencies);
  const results: ItemResult[] = [];
  let stopped: Refusal | null = null;
  for (const [chunk, items] of chunksOf(attempts).entries()) {
    const settled: ChunkSettled =
      stopped === null
        ? await settleChunk({ order, chunk, items, coverage, limits }, dependencies)
        : { results: refuseUnsettled(items, stopped), stopped };
    results.push(...settled.results);
    stopped = settled.stopped;
  }
  if (stopped !== null && results.every(({ kind }) => kind === "refused")) throw stopped;
  return results;
}

async function coverageByDay(
  attempts: readonly Attempt[],
  at: Date,
  dependencies: DecisionDependencies,
): Promise<ReadonlyMap<string, CoverageByNik>> {
  const days = new Map<string, Admitted[]>();
  for (const attempt of attempts) {
    if (attempt.kind !== "admitted") continue;
    const day = attempt.admitted.policy.prepared.asOf;
    const others = days.get(day);
    if (others === undefined) days.set(day, [attempt.admitted]);
    else others.push(attempt.admitted);
  }
  const read = [...days].map(
    async ([day, admitted]) => [day, await lookUp(admitted, at, dependencies)] as const,
  );
  return new Map(await Promise.all(read));
}
