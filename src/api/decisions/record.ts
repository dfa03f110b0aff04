import type { LedgerEntry, Recorded } from "../../ledger/entry.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { traceOfError } from "../log.ts";
import { Refusal } from "../problems/refusal.ts";
import { withinTime } from "../within-time.ts";

const RETRY_AFTER_SECONDS = 5;

/**
 * Puts a decision on record and gives its id: what is not recorded is not issued.
 * @throws Refusal `ledger-unavailable`, `decision-too-large`.
 */
export async function recorded(
  entry: LedgerEntry,
  { ledger, log }: Pick<DecisionDependencies, "ledger" | "log">,
  milliseconds: number,
): Promise<string> {
  const stored = await withinTime<Recorded>(milliseconds, () => ledger.record(entry));
  if (stored.kind === "done" && stored.value.kind === "recorded") return stored.value.id;
  if (stored.kind === "done" && stored.value.kind === "too-large") {
    throw new Refusal("decision-too-large", {
      id: "Keputusan atas permohonan ini terlalu besar untuk dicatat. Bagi permohonan menjadi beberapa.",
      en: "The decision on this application is too large to be recorded. Split the application.",
    });
  }
  log({ level: "alarm", event: "ledger-unavailable", ...causeOf(stored) });
  throw new Refusal(
    "ledger-unavailable",
    {
      id: `Tidak ada keputusan yang diberikan. Coba lagi setelah ${RETRY_AFTER_SECONDS} detik.`,
      en: `No decision was given. Try again after ${RETRY_AFTER_SECONDS} seconds.`,
    },
    { headers: { "Retry-After": String(RETRY_AFTER_SECONDS) } },
  );
}

function causeOf(stored: Awaited<ReturnType<typeof withinTime<Recorded>>>) {
  if (stored.kind === "too-slow") return { error: "too slow" };
  if (stored.kind === "failed") return traceOfError(stored.error);
  return stored.value.kind === "unavailable" ? traceOfError(stored.value.cause) : {};
}
