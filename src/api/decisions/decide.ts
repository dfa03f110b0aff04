import { horizonOf } from "../../engine/decision/horizon.ts";
import type { Decision, Horizon, Remedy } from "../../engine/model/decision.ts";
import type { Gathered } from "./gather.ts";
import type { PolicyOfDay } from "./policies.ts";

/** All that Layak itself says about an application. */
export interface Findings {
  readonly decision: Decision;
  readonly horizon: Horizon;
  readonly remedies: readonly Remedy[];
}

/** Seeks what would change a refusal. */
export type SeekRemedies = typeof import("../../engine/remedies/seek.ts").seekRemedies;

/**
 * Decides: pure, with no look at anything but these.
 * @throws LayakError `date-out-of-range`.
 */
export function decideApplication(
  { prepared: { decide, program }, compile, thresholds }: PolicyOfDay,
  { used, known }: Gathered,
  seekRemedies: SeekRemedies,
): Findings {
  const decision = decide(used, { known, compile });
  return {
    decision,
    horizon: horizonOf(program, known, compile, thresholds),
    remedies: decision.outcome === "ineligible" ? seekRemedies(program, used) : [],
  };
}

/** The engine's search for remedies, loaded apart: no start waits for it. */
export async function loadRemedies(): Promise<SeekRemedies> {
  return (await import("../../engine/remedies/seek.ts")).seekRemedies;
}
