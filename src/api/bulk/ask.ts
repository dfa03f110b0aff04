import { causeOf } from "../decisions/record.ts";
import type { BaseDependencies } from "../dependencies.ts";
import { tryAgain } from "../problems/refusal.ts";
import { withinTime } from "../within-time.ts";

/** In milliseconds, of each call of Athena, S3 or the table of runs. */
export const BULK_CALL_LIMIT = 4000;

/** Asks AWS within its time. @throws Refusal `bulk-unavailable` */
export async function asked<Value>(
  { log }: Pick<BaseDependencies, "log">,
  question: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const answer = await withinTime(BULK_CALL_LIMIT, ({ signal }) => question(signal));
  if (answer.kind === "done") return answer.value;
  log({ level: "alarm", event: "bulk-unavailable", ...causeOf(answer) });
  throw tryAgain("bulk-unavailable");
}
