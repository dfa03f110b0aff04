import type { Ledger, StoredDecision } from "../../ledger/entry.ts";
import { mayRead } from "../access/caller.ts";
import { callerOf } from "../access/check.ts";
import { refuseDecision } from "../access/refusals.ts";
import type { AppContext } from "../base.ts";
import { causeOf, ledgerUnavailable } from "../decisions/record.ts";
import type { StoredDependencies } from "../dependencies.ts";
import { DEFAULT_TIME_LIMITS } from "../dependencies.ts";
import { withinTime } from "../within-time.ts";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The stored decision that the address names.
 * @throws Refusal `decision-not-found` too where the caller may not read it; `ledger-unavailable`.
 */
export async function findStored(
  context: AppContext,
  dependencies: StoredDependencies,
): Promise<StoredDecision> {
  const id = context.req.param("id") ?? "";
  const caller = callerOf(context);
  const stored = ID.test(id) ? await asked(dependencies, (ledger) => ledger.find(id)) : null;
  if (stored === null) throw refuseDecision();
  const { service } = stored.decision;
  if (!mayRead(caller, { client: stored.caller, service })) throw refuseDecision();
  return stored;
}

/** Asks the ledger within its time. @throws Refusal `ledger-unavailable` */
export async function asked<Value, Asked extends Partial<Ledger> = Ledger>(
  {
    ledger,
    log,
    timeLimits,
  }: Pick<StoredDependencies, "log" | "timeLimits"> & {
    readonly ledger: Asked;
  },
  question: (ledger: Asked) => Promise<Value>,
): Promise<Value> {
  const { ledger: milliseconds } = { ...DEFAULT_TIME_LIMITS, ...timeLimits };
  const answer = await withinTime(milliseconds, () => question(ledger));
  if (answer.kind === "done") return answer.value;
  log({ level: "alarm", event: "ledger-unavailable", ...causeOf(answer) });
  throw ledgerUnavailable();
}
