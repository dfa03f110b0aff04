import { LayakError } from "../../engine/errors.ts";
import type { DecisionRecord } from "../../ledger/entry.ts";
import type { Caller } from "../access/caller.ts";
import { refuseForeignService } from "../access/refusals.ts";
import type { CoverageByNik } from "../decisions/coverage.ts";
import { type Admitted, admit, decideAdmitted, lookUp } from "../decisions/handle.ts";
import type { Policies } from "../decisions/policies.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { traceOfError } from "../log.ts";
import { BODY_PLACES, refusalOf } from "../problems/layak-errors.ts";
import { internalError, Refusal } from "../problems/refusal.ts";
import { readRequest } from "../request/read-request.ts";
import { itemId } from "./item-id.ts";

/** What became of one item. */
export type ItemResult =
  | { readonly kind: "issued"; readonly record: DecisionRecord }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface BatchOrder {
  readonly batch: string;
  readonly items: readonly unknown[];
  readonly caller: Caller;
  readonly at: Date;
  /** True where the batch came before: what is stored of it is answered again. */
  readonly repeated: boolean;
}

/** Decisions in the making at one time: enough to keep the database busy. */
const MOST_AT_ONCE = 16;

/** Decides every item for itself, in order; the registry is read once for each day asked about. */
export async function decideItems(
  order: BatchOrder,
  policies: Policies,
  dependencies: DecisionDependencies,
): Promise<readonly ItemResult[]> {
  const admitted = order.items.map((item) =>
    attempted(dependencies, () => admitItem(item, order, policies, dependencies)),
  );
  const coverage = await coverageByDay(admitted, order.at, dependencies);
  const results: ItemResult[] = [];
  const entries = admitted.entries();
  const decideInTurn = async () => {
    for (const [index, entry] of entries) {
      results[index] = await decideItem(entry, index, order, coverage, dependencies);
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, decideInTurn));
  return results;
}

type Attempt = Admitted | Refusal;

function admitItem(
  item: unknown,
  { caller, at }: BatchOrder,
  policies: Policies,
  dependencies: DecisionDependencies,
): Admitted {
  const asked = readRequest(item);
  refuseForeignService(caller, asked.service);
  return admit(asked, at, policies, dependencies);
}

function attempted(dependencies: DecisionDependencies, work: () => Admitted): Attempt {
  try {
    return work();
  } catch (error) {
    return refusalFrom(error, dependencies);
  }
}

async function coverageByDay(
  attempts: readonly Attempt[],
  at: Date,
  dependencies: DecisionDependencies,
): Promise<ReadonlyMap<string, CoverageByNik>> {
  const days = new Map<string, Admitted[]>();
  for (const attempt of attempts) {
    if (attempt instanceof Refusal) continue;
    const day = attempt.policy.prepared.asOf;
    days.set(day, [...(days.get(day) ?? []), attempt]);
  }
  const read = [...days].map(
    async ([day, admitted]) => [day, await lookUp(admitted, at, dependencies)] as const,
  );
  return new Map(await Promise.all(read));
}

async function decideItem(
  attempt: Attempt,
  index: number,
  { batch, caller, at, repeated }: BatchOrder,
  coverage: ReadonlyMap<string, CoverageByNik>,
  dependencies: DecisionDependencies,
): Promise<ItemResult> {
  if (attempt instanceof Refusal) return { kind: "refused", refusal: attempt };
  const id = itemId(batch, index);
  try {
    const stored = repeated ? await dependencies.ledger.find(id) : null;
    if (stored !== null) return { kind: "issued", record: stored };
    const known = coverage.get(attempt.policy.prepared.asOf) ?? new Map();
    const occasion = { id, at, caller: caller.client };
    const { record } = await decideAdmitted(attempt, known, occasion, dependencies);
    return { kind: "issued", record };
  } catch (error) {
    return { kind: "refused", refusal: refusalFrom(error, dependencies) };
  }
}

function refusalFrom(error: unknown, { log }: DecisionDependencies): Refusal {
  if (error instanceof Refusal) return error;
  const refusal = error instanceof LayakError ? refusalOf(error, BODY_PLACES) : null;
  if (refusal !== null) return refusal;
  log({ level: "alarm", event: "internal-error", ...traceOfError(error) });
  return internalError();
}
