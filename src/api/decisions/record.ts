import type { DecisionRecord, LedgerEntry } from "../../ledger/entry.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { traceOfError } from "../log.ts";
import { Refusal, tryAgain } from "../problems/refusal.ts";
import { type InTime, withinTime } from "../within-time.ts";

/**
 * Puts a decision on record: what is not recorded is not issued. Gives the record that stands
 * under the id, which is another's where two decided the same request at once.
 * @throws Refusal `ledger-unavailable`, `decision-too-large`.
 */
export async function recorded(
  entry: LedgerEntry,
  { ledger, log }: Pick<DecisionDependencies, "ledger" | "log">,
  milliseconds: number,
): Promise<DecisionRecord> {
  const stored = await withinTime(milliseconds, async () => {
    const answer = await ledger.record(entry);
    if (answer.kind === "unavailable") throw answer.cause;
    if (answer.kind === "too-large") return null;
    if (answer.kind === "recorded") return entry.record;
    const first = await ledger.find(entry.record.id);
    if (first === null) throw new Error("an id is taken by nothing");
    return first;
  });
  if (stored.kind === "done") {
    if (stored.value !== null) return stored.value;
    throw tooLarge();
  }
  log({ level: "alarm", event: "ledger-unavailable", ...causeOf(stored) });
  throw ledgerUnavailable();
}

/** No try will ever record it, or answer it. */
export function tooLarge(): Refusal {
  return new Refusal("decision-too-large", {
    id: "Keputusan atas permohonan ini terlalu besar untuk dicatat atau dijawab. Bagi permohonan menjadi beberapa, atau pendekkan daftarnya.",
    en: "The decision on this application is too large to be recorded or answered. Split the application, or shorten its lists.",
  });
}

/** Nothing was decided; the same request may be sent again. */
export function ledgerUnavailable(): Refusal {
  return tryAgain("ledger-unavailable");
}

/** Why a call of the database gave nothing, for the log. */
export function causeOf(
  stored: Exclude<InTime<unknown>, { readonly kind: "done" }>,
): Readonly<Record<string, string>> {
  return stored.kind === "too-slow" ? { error: "too slow" } : traceOfError(stored.error);
}
