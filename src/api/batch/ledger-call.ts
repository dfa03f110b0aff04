import { causeOf, ledgerUnavailable } from "../decisions/record.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { withinTime } from "../within-time.ts";

/** Calls the ledger within a time that nothing else counts towards. @throws Refusal `ledger-unavailable` */
export async function callLedger<Value>(
  milliseconds: number,
  { ledger, log }: Pick<DecisionDependencies, "ledger" | "log">,
  call: (ledger: DecisionDependencies["ledger"], signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const answer = await withinTime(milliseconds, ({ signal }) => call(ledger, signal));
  if (answer.kind === "done") return answer.value;
  log({ level: "alarm", event: "ledger-unavailable", ...causeOf(answer) });
  throw ledgerUnavailable();
}
