import type { LedgerEntry } from "../../ledger/entry.ts";
import type { CoverageByNik } from "../decisions/coverage.ts";
import { loadRemedies } from "../decisions/decide.ts";
import { find, issueTo, secondOpinionOn } from "../decisions/handle.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import type { Attempt, BatchOrder, ItemResult } from "./attempts.ts";
import { refusalFrom, unfinished } from "./refusals.ts";
import { inTurns } from "./turns.ts";

/** An item that is settled, or one that has come as far as a value. */
export type Made<Value> = ItemResult | { readonly kind: "made"; readonly value: Value };

export interface EntriesOrder {
  readonly order: BatchOrder;
  readonly items: readonly Attempt[];
  readonly coverage: ReadonlyMap<string, CoverageByNik>;
  /** Milliseconds that the batch has left. */
  readonly left: () => number;
}

/**
 * Decides items, each for itself, up to what is to be recorded: all are decided, then json-rules-engine
 * is asked about all, then all are signed. Each of these works on much of its own, and for item after
 * item would find the processor's caches full of the others'.
 */
export async function makeEntries(
  { order: { at, caller }, items, coverage, left }: EntriesOrder,
  dependencies: DecisionDependencies,
): Promise<readonly Made<LedgerEntry>[]> {
  const step = <From, To>(
    made: readonly Made<From>[],
    work: (value: From) => To | Promise<To>,
  ): Promise<readonly Made<To>[]> =>
    inTurns(made, async (item) => {
      if (item.kind !== "made") return item;
      if (left() <= 0) return { kind: "refused", refusal: unfinished() };
      try {
        return { kind: "made", value: await work(item.value) };
      } catch (error) {
        return { kind: "refused", refusal: refusalFrom(error, dependencies) };
      }
    });
  const found = await step(items.map(begun), async (attempt) => {
    const { admitted } = attempt;
    const known = coverage.get(admitted.policy.prepared.asOf) ?? new Map();
    return { ...attempt, found: find(admitted, known, await loadRemedies(), dependencies) };
  });
  const agreed = await step(found, async (attempt) => {
    const opinion = await secondOpinionOn(attempt.found, dependencies);
    return { ...attempt, opinion };
  });
  return step(agreed, ({ id, admitted, found, opinion }) => {
    const occasion = { id, at, caller: caller.client };
    return issueTo(admitted, found, opinion, occasion, dependencies);
  });
}

type Admitted = Extract<Attempt, { readonly kind: "admitted" }>;

function begun(item: Attempt): Made<Admitted> {
  return item.kind === "admitted" ? { kind: "made", value: item } : item;
}
