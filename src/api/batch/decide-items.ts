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
import { asked } from "../stored/find.ts";
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
  const attempts = await inTurns(order.items, (item, index) =>
    attemptItem(item, index, order, policies, dependencies),
  );
  const coverage = await coverageByDay(attempts, order.at, dependencies);
  return inTurns(attempts, (attempt, index) =>
    "policy" in attempt
      ? decideItem(attempt, index, order, coverage, dependencies)
      : Promise.resolve(attempt),
  );
}

/** Does the same for all, some at one time; the answers stand in the order of the items. */
async function inTurns<Item, Answer>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const entries = items.entries();
  const inTurn = async () => {
    for (const [index, item] of entries) answers[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, inTurn));
  return answers;
}

/** An item that is settled before the registry is asked, or one that is still to be decided. */
type Attempt = Admitted | ItemResult;

async function attemptItem(
  item: unknown,
  index: number,
  { batch, caller, at, repeated }: BatchOrder,
  policies: Policies,
  dependencies: DecisionDependencies,
): Promise<Attempt> {
  try {
    const request = readRequest(item);
    refuseForeignService(caller, request.service);
    const id = itemId(batch, index);
    // What was decided stays decided, though today's rules might not even admit it.
    const stored = repeated ? await asked(dependencies, (ledger) => ledger.find(id)) : null;
    if (stored !== null) return { kind: "issued", record: stored };
    return admit(request, at, policies, dependencies);
  } catch (error) {
    return { kind: "refused", refusal: refusalFrom(error, dependencies) };
  }
}

async function coverageByDay(
  attempts: readonly Attempt[],
  at: Date,
  dependencies: DecisionDependencies,
): Promise<ReadonlyMap<string, CoverageByNik>> {
  const days = new Map<string, Admitted[]>();
  for (const attempt of attempts) {
    if (!("policy" in attempt)) continue;
    const day = attempt.policy.prepared.asOf;
    days.set(day, [...(days.get(day) ?? []), attempt]);
  }
  const read = [...days].map(
    async ([day, admitted]) => [day, await lookUp(admitted, at, dependencies)] as const,
  );
  return new Map(await Promise.all(read));
}

async function decideItem(
  admitted: Admitted,
  index: number,
  { batch, caller, at }: BatchOrder,
  coverage: ReadonlyMap<string, CoverageByNik>,
  dependencies: DecisionDependencies,
): Promise<ItemResult> {
  try {
    const known = coverage.get(admitted.policy.prepared.asOf) ?? new Map();
    const occasion = { id: itemId(batch, index), at, caller: caller.client };
    const { record } = await decideAdmitted(admitted, known, occasion, dependencies);
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
