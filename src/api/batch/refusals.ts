import { LayakError } from "../../engine/errors.ts";
import type { DecisionDependencies } from "../dependencies.ts";
import { traceOfError } from "../log.ts";
import { BODY_PLACES, refusalOf } from "../problems/layak-errors.ts";
import { internalError, Refusal } from "../problems/refusal.ts";

/** Why one item has no decision, from whatever was thrown on its way. */
export function refusalFrom(error: unknown, { log }: Pick<DecisionDependencies, "log">): Refusal {
  if (error instanceof Refusal) return error;
  const refusal = error instanceof LayakError ? refusalOf(error, BODY_PLACES) : null;
  if (refusal !== null) return refusal;
  log({ level: "alarm", event: "internal-error", ...traceOfError(error) });
  return internalError();
}

/** The time of a batch was over before an item's turn came; the same batch may be sent again. */
export function unfinished(): Refusal {
  return new Refusal(
    "batch-unfinished",
    {
      id: 'Kirim lagi permintaan yang sama dengan "Idempotency-Key" yang sama: yang sudah diputuskan tetap, sisanya diputuskan. Tanpa kunci, kirim hanya permohonan ini.',
      en: 'Send the same request again under its "Idempotency-Key": what was decided stays, the rest gets decided. Without a key, send these applications alone.',
    },
    { headers: { "Retry-After": "1" } },
  );
}
