import { horizonOf } from "../../engine/decision/horizon.ts";
import type { Decision, Horizon, Remedy } from "../../engine/model/decision.ts";
import { remediesOf } from "../../engine/remedies/remedies.ts";
import type { Gathered } from "./gather.ts";
import type { PolicyOfDay } from "./policies.ts";

/** All that Layak itself says about an application. */
export interface Findings {
  readonly decision: Decision;
  readonly horizon: Horizon;
  readonly remedies: readonly Remedy[];
}

/**
 * Decides: pure, with no look at anything but these.
 * @throws LayakError `date-out-of-range`.
 */
export function decideApplication(
  { prepared: { decide, program }, compile }: PolicyOfDay,
  { used, known }: Gathered,
): Findings {
  const decision = decide(used);
  return {
    decision,
    horizon: horizonOf(program, known, compile),
    remedies: decision.outcome === "ineligible" ? remediesOf(program, used) : [],
  };
}
